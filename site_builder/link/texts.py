"""The articles' texts, each read on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import is_

from site_builder.diagnostics import Diagnostic
from site_builder.link.hiding import misleading_text
from site_builder.passages.document import Document, read_document
from site_builder.records.entries import Records, Text
from site_builder.trace import Asker

ReadText = tuple[Document, list[Diagnostic]]
"""A text and its faults."""


class Texts(Mapping[str, Document]):
    """The document of each article that has a text, by id."""

    def __init__(self, records: Records) -> None:
        self._texts = {
            entry.id: (text, records.language(entry)) for entry, text in records.articles if text.body.text.strip()
        }
        self.read: dict[str, ReadText] = {}
        """The texts that were asked for."""

    def __getitem__(self, id_: str) -> Document:
        if id_ not in self.read:
            text, language = self._texts[id_]
            self.read[id_] = _read(text, language)
        return self.read[id_][0]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def read_all(self, asker: Asker) -> Mapping[str, Document]:
        """Every text; ``asker`` records who reads which, and texts of unchanged files are not read again."""
        # A text is the same only when its file is: its faults have places there.
        files = asker.facts("text", {id_: (text.sha256, language) for id_, (text, language) in self._texts.items()})

        def read(id_: str) -> ReadText:
            _, language = files[id_]
            text = self._texts[id_][0]
            return _read(text, language)

        self.read = dict(asker.step("text", self._texts, read))
        return asker.facts("document", {id_: document for id_, (document, _) in self.read.items()}, same=is_)

    def faults(self) -> list[Diagnostic]:
        """The faults of the texts that were read."""
        return [fault for _, faults in self.read.values() for fault in faults]


def _read(text: Text, language: str) -> ReadText:
    document, faults = read_document(text.body, language, text.heads)
    return document, [*faults, *misleading_text(document)]
