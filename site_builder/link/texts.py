"""The articles' texts, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.diagnostics import Diagnostic
from site_builder.passages.document import Document, read_document
from site_builder.records.entries import Records, Text

ReadText = tuple[Text, Document, list[Diagnostic]]
"""A text, the place that it was read from, and what is wrong with it."""


class Texts(Mapping[str, Document]):
    """The document of each article that has a text, by id."""

    def __init__(self, records: Records, known: Mapping[str, ReadText]) -> None:
        self._texts = {
            entry.id: (text, records.language(entry)) for entry, text in records.articles if text.body.text.strip()
        }
        self._known = known
        self.read: dict[str, ReadText] = {}
        """Those that were asked for."""

    def __getitem__(self, id_: str) -> Document:
        if id_ not in self.read:
            (text, language), before = self._texts[id_], self._known.get(id_)
            is_good = before is not None and before[0] is text and before[1].language == language
            self.read[id_] = before if before and is_good else (text, *read_document(text.body, language))
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
