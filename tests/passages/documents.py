from __future__ import annotations

from site_builder.passages.document import Document, read_document
from site_builder.source import Source, Span


def document(markdown: str) -> Document:
    """The document of an article whose body is ``markdown``."""
    source = Source("content/articles/x.md", "---\ntitle: x\n---\n" + markdown)
    return read_document(Span(source, len(source.text) - len(markdown), len(source.text)))[0]
