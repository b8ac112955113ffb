"""Checks whether the pages of printed articles begin where the article's front matter says."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.passages.document import Document
from site_builder.passages.page_starts import Start, find_starts
from site_builder.records.entries import Entry
from site_builder.records.models import ArticleRecord


def page_starts(record: ArticleRecord, document: Document) -> tuple[Start, ...]:
    """Number and beginning (in characters of the text) of each page of ``record`` that is found, ascending."""
    return tuple((number, start) for number, start in _starts(record, document) if start is not None)


def lost_pages(entry: Entry[ArticleRecord], record: ArticleRecord, document: Document) -> Iterator[Diagnostic]:
    """The pages that do not begin where ``record`` says."""
    before = ""
    for number, start in _starts(record, document):
        if start is not None:
            before = f" after the beginning of page {number}"
            continue
        yield at(
            "page-start", entry.span("pages", str(number)),
            f"page {number} should begin with words that the text does not have{before}",
            help="write the first words of the page as they are in the article's text, or remove the line",
        )  # fmt: skip


def _starts(record: ArticleRecord, document: Document) -> Iterator[tuple[int, int | None]]:
    if record.pages:
        yield from find_starts(document.normal, sorted((int(number), words) for number, words in record.pages.items()))
