"""Each reader of what editors write, by itself, on any bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from site_builder.dates import parse_date
from site_builder.dialect import article
from site_builder.editor.saved.read import read_saved
from site_builder.editor.sure import is_sure
from site_builder.errors import EnvironmentProblem
from site_builder.load.claims import read_claims
from site_builder.load.prose import read_prose
from site_builder.load.text import read_text
from site_builder.markdown import Unknown, prose
from site_builder.notations import advice
from site_builder.passages.anchor import Found
from site_builder.passages.document import read_document
from site_builder.passages.nearest import nearest
from site_builder.passages.whole import anchored, whole_text
from site_builder.records.models import ArticleRecord
from site_builder.records.parser import parse
from site_builder.source import Source, Span


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def records(data: bytes) -> None:
    """A file of records."""
    source = read_text("claims.yaml", data)
    if isinstance(source, Source):
        parse(source)
        read_claims(source)


def articles(data: bytes) -> None:
    """An article with its front matter."""
    read_prose("content/articles/x.md", data, ArticleRecord, "an article")


def dialect(data: bytes) -> None:
    """The Markdown of articles: pieces stand in the file where they say, one behind another."""
    text = _text(data)
    read = article.read(text)
    for fault in read.faults:
        assert 0 <= fault.start <= fault.end <= len(text), fault


def quotations(data: bytes) -> None:
    """A quotation and an article: what is found are places of the article's text."""
    quote, _, body = _text(data).partition("\0")
    if not quote.strip() or not body.strip():
        return
    document, _ = read_document(Span(Source("x.md", body), 0, len(body)))
    result = anchored(document, quote)
    if isinstance(result, Found):
        whole = whole_text(document)
        assert all(0 <= start < end <= len(whole) for start, end in result.parts), result
    near = nearest(document, quote)
    if near:
        is_sure(quote, document.text[slice(*near.place)], document.language)


def saved(data: bytes) -> None:
    """A saved page."""
    with suppress(EnvironmentProblem):
        read_saved(data, "page.html")


def saved_texts(data: bytes) -> None:
    """A saved file of another kind; its first byte says which."""
    suffix = (".md", ".txt", ".mhtml", "", ".pdf", ".eml")[data[0] % 6] if data else ""
    with suppress(EnvironmentProblem):
        read_saved(data[1:], f"page{suffix}")


def texts(data: bytes) -> None:
    """The Markdown of the site's own texts."""
    prose(_text(data), _Nowhere())


class _Nowhere:
    def __call__(self, kind: str, id_: str) -> Unknown:
        return Unknown(f"there is no {kind} {id_}", None)

    def kind(self, id_: str) -> str:
        return ""

    def address(self, address: str) -> None:
        return None


def dates(data: bytes) -> None:
    """A date, and advice on it."""
    text = _text(data)
    try:
        parse_date(text)
    except ValueError:
        advice(text)


PARSERS: Mapping[str, Callable[[bytes], None]] = {
    parser.__name__: parser for parser in (records, articles, dialect, quotations, saved, saved_texts, texts, dates)
}
