"""The articles' texts, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.diagnostics import Diagnostic
from site_builder.passages.document import Document, HeadText, read_document
from site_builder.records.entries import Entry, Records, Text
from site_builder.records.models import ArticleRecord

ReadText = tuple[Text, Document, list[Diagnostic]]
"""A text, the place that it was read from, and what is wrong with it."""


HEADS = ("title", "subtitle", "captions")
"""Keys of the front matter whose words can be cited; each has a text or a list of texts."""


def read_text(entry: Entry[ArticleRecord], text: Text, language: str) -> tuple[Document, list[Diagnostic]]:
    """The document of an article in ``language``, its headline included, and what an editor has to look at in it."""
    return read_document(text.body, language, _heads(entry))


def _heads(entry: Entry[ArticleRecord]) -> Iterator[HeadText]:
    for key in HEADS:
        value = getattr(entry.record, key, None)
        if isinstance(value, str):
            yield key, value, entry.span(key)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            yield key, item, entry.span(key, index)


class Texts(Mapping[str, Document]):
    """The document of each article that has a text, by id."""

    def __init__(self, records: Records, known: Mapping[str, ReadText]) -> None:
        self._texts = {
            entry.id: (entry, text, records.language(entry))
            for entry, text in records.articles
            if text.body.text.strip()
        }
        self._known = known
        self.read: dict[str, ReadText] = {}
        """Those that were asked for."""

    def __getitem__(self, id_: str) -> Document:
        if id_ not in self.read:
            (entry, text, language), before = self._texts[id_], self._known.get(id_)
            is_good = before is not None and before[0] is text and before[1].language == language
            self.read[id_] = before if before and is_good else (text, *read_text(entry, text, language))
        return self.read[id_][1]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def read_all(self) -> None:
        """Read every text now."""
        for id_ in self._texts:
            _ = self[id_]

    def faults(self) -> list[Diagnostic]:
        """What is wrong with those that were read."""
        return [fault for _, _, faults in self.read.values() for fault in faults]
