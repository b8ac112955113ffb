"""A saved text or web page as an article: front matter and Markdown that reads as exactly the saved words.

What is taken from a page is its text, paragraph by paragraph, and what it says of itself in the ways that publishers
use (Open Graph, ``<title>``, ``<link rel=canonical>``, ``lang``). Emphasis, links, pictures, captions and menus are
left out: an article here is its words. The person who saves it reads it through.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote dd dt pre td th div section article main body br".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SKIPPED = frozenset("script style nav aside footer figure noscript template svg button select textarea iframe".split())
_CHARSET = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RAISED = {
    "sup": str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎"),
}
"""What stands above or below the line is a sign of its own: 10<sup>6</sup> is not 106."""
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~!]")
_LEADING = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)]))")


@dataclass(frozen=True, slots=True)
class Saved:
    """What was found in a saved file."""

    title: str = ""
    """The headline."""
    publisher: str = ""
    """Who published it."""
    published: str = ""
    """The day, ``YYYY-MM-DD``."""
    url: str = ""
    """The publisher's page."""
    language: str = ""
    """BCP 47."""
    paragraphs: tuple[tuple[str, str], ...] = ()
    """Kind (``p`` or ``h``) and words of each paragraph."""

    @property
    def markdown(self) -> str:
        """The paragraphs as Markdown."""
        return "\n\n".join(f"{'## ' if kind == 'h' else ''}{escape(words)}" for kind, words in self.paragraphs)


def escape(words: str) -> str:
    """``words`` (one line) so that Markdown reads them as they are."""
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], words)
    escaped = re.sub(r"#+$", lambda match: "\\#" * len(match[0]), escaped)  # behind a heading these would be its end
    return _LEADING.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", escaped)


def read_saved(text: str) -> Saved:
    """Read a web page, or a plain text with empty lines between its paragraphs."""
    if re.search(r"<(?:!doctype|html|body|p|article)\b", text[:5000], re.IGNORECASE):
        return _read_page(text)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    return Saved(paragraphs=tuple(("p", words) for words in paragraphs if words))


def decode(data: bytes) -> str:
    """The text of a saved file: a page in the encoding that it names, a page with its parts (MHTML), a text.

    Raises :class:`UnicodeDecodeError` when it is no text in that encoding, or names none and is not UTF-8.
    """
    if re.search(rb"^content-type:\s*multipart/related", data[:5000], re.IGNORECASE | re.MULTILINE):
        for part in message_from_bytes(data, policy=default).walk():
            if part.get_content_type() == "text/html":
                return str(part.get_content())
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    for mark, encoding in marks.items():
        if data.startswith(mark):
            return data.decode(encoding)
    named = _CHARSET.search(data[:5000])
    try:
        return data.decode(named[1].decode("ascii") if named else "utf-8")
    except LookupError:  # no encoding that anybody knows
        return data.decode("utf-8")


def _read_page(text: str) -> Saved:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    own = [block for block in reader.blocks if block.inside] or reader.blocks
    title = reader.meta.get("og:title") or reader.first_heading or reader.title
    day = re.match(r"\d{4}-\d{2}-\d{2}", reader.meta.get("article:published_time", ""))
    return Saved(
        title=" ".join(title.split()),
        publisher=reader.meta.get("og:site_name", ""),
        published=day[0] if day else "",
        url=next(filter(_ABSOLUTE.match, (reader.canonical, reader.meta.get("og:url", ""))), ""),
        language=reader.language,
        paragraphs=tuple((block.kind, block.words) for block in own if block.words != title),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    words: str
    inside: bool
    """True inside ``<article>`` or ``<main>``."""


@dataclass
class _Reader(HTMLParser):
    blocks: list[_Block] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    first_heading: str = ""
    canonical: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = values.get("property") or values.get("name") or ""
            self.meta.setdefault(name.lower(), values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href", "")
        if tag in _BLOCKS:
            self.flush()
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        elif not _SKIPPED.intersection(self._open) and "head" not in self._open and not self._is_site_header():
            # Letters (1<sup>st</sup>) and notes in brackets stay as they are.
            raised = next((tag for tag in reversed(self._open) if tag in _RAISED), "")
            is_exponent = raised and re.fullmatch(r"\s*[-+−]?(?:\d+|n)[-+−]?\s*", data)
            self._text.append(data.translate(_RAISED[raised]) if is_exponent else data)

    def _is_site_header(self) -> bool:
        """In a header, but not in an article's own."""
        return "header" in self._open and not {"article", "main"}.intersection(self._open)

    def flush(self) -> None:
        """End the paragraph."""
        words = " ".join("".join(self._text).split())
        self._text.clear()
        if not words:
            return
        if "h1" in self._open and not self.first_heading:
            self.first_heading = words
            return
        kind = "h" if _HEADINGS.intersection(self._open) else "p"
        self.blocks.append(_Block(kind, words, bool({"article", "main"}.intersection(self._open))))
