"""Splits an HTML page into tags and texts as the HTML standard does (13.2.5, tokenization).

The standard library's parser is not used: what it makes of comments, scripts and broken tags changes from one Python to
the next, and its time grows with the square of some broken pages. Here every character is looked at a bounded number
of times. Knows nothing of what a tag means, except for the elements whose content is no markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_RAW = frozenset("script style xmp iframe noembed noframes noscript plaintext".split())
"""Their content is text as it is (the standard's raw text, with scripting on)."""
_RAW_WITH_REFERENCES = frozenset(("title", "textarea"))

_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)?))?""")
_TAG_END = re.compile(r"[\s/]*>")
_OPEN_VALUE = re.compile(r"""\s*=\s*(["'])""")
_COMMENT_END = re.compile(r"--!?>")
# Python reads no number of thousands of digits; one of eight is beyond Unicode already.
_DIGITS = 8
_NUMBER = re.compile(r"&#0*(?=[0-9])([0-9]+)")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;|[A-Za-z]+(?![A-Za-z0-9=]))")


class Start(NamedTuple):
    """A start tag."""

    tag: str
    """Its name, in small letters."""
    attrs: dict[str, str]
    """Its attributes, names in small letters, character references resolved; the first of a name counts."""


class End(NamedTuple):
    """An end tag."""

    tag: str


class Text(NamedTuple):
    """Characters between tags, character references resolved."""

    text: str


Token = Start | End | Text


def referenced(text: str) -> str:
    """``text`` with the characters that its references stand for, however many digits one has."""
    return html.unescape(_NUMBER.sub(lambda found: f"&#{found[1][:_DIGITS]}", text))


def tokens(page: str) -> Iterator[Token]:
    """The tokens of ``page`` in order, without comments and declarations. Never fails: any text is a page."""
    page = page.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    at = 0
    while at < len(page):
        opening = page.find("<", at)
        if opening == -1:
            yield Text(referenced(page[at:]))
            return
        if opening > at:
            yield Text(referenced(page[at:opening]))
        following = page[opening + 1 : opening + 3]
        if following[:1].isascii() and following[:1].isalpha():
            start, at = _tag(page, opening + 1)
            if start is None:
                return
            yield start
            if start.tag in _RAW or start.tag in _RAW_WITH_REFERENCES:
                content, at = _raw(page, at, start.tag)
                yield Text(content if start.tag in _RAW else referenced(content))
        elif following[:1] == "/" and following[1:].isascii() and following[1:].isalpha():
            end, at = _tag(page, opening + 2)
            if end is None:
                return
            yield End(end.tag)
        elif following[:1] in ("!", "?") or following[:1] == "/":
            at = _behind_comment(page, opening)
        else:
            yield Text("<")
            at = opening + 1


def _tag(page: str, at: int) -> tuple[Start | None, int]:
    """The tag whose name begins at ``at``, and the place after it; None where the page ends inside."""
    name = _NAME.match(page, at)
    assert name is not None, "called at a letter"  # noqa: S101 – our bug, not the page's
    at, attrs = name.end(), dict[str, str]()
    while True:
        if end := _TAG_END.match(page, at):
            return Start(name[0].lower(), attrs), end.end()
        attribute = _ATTRIBUTE.match(page, at)
        if attribute is None:
            return None, len(page)
        if _OPEN_VALUE.match(page, attribute.end()) or (
            attribute[2] is attribute[3] is None and page[attribute.end() : attribute.end() + 1] in ('"', "'")
        ):
            return None, len(page)  # an opening mark without its closing one: the tag runs to the page's end
        value = attribute[2] or attribute[3] or attribute[4] or ""
        attrs.setdefault(attribute[1].lower(), _REFERENCE.sub(lambda found: referenced(found[0]), value))
        at = attribute.end()


def _raw(page: str, at: int, tag: str) -> tuple[str, int]:
    """The content of a raw text element that begins at ``at``, and the place of its end tag."""
    if tag == "plaintext":
        return page[at:], len(page)
    end = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(page, at)
    return (page[at : end.start()], end.start()) if end else (page[at:], len(page))


def _behind_comment(page: str, at: int) -> int:
    """The place after a comment, declaration or instruction that begins at ``at``; the page's end where it is open."""
    if page.startswith("<!--", at):
        if page.startswith(">", at + 4):
            return at + 5
        if page.startswith("->", at + 4):
            return at + 6
        end = _COMMENT_END.search(page, at + 4)
        return end.end() if end else len(page)
    closing = page.find(">", at)
    return closing + 1 if closing != -1 else len(page)
