"""A search entry as the engine understands its page: words with weights, anchors, fields and filters.

What the engine does with the page of :mod:`~site_builder.output.searching.html`, without making that page: joined text,
single spaces, a full stop after a block that ends in a word. This module does not know how a word is stemmed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

from site_builder.output.searching.html import TITLE_WEIGHT, language, visible
from site_builder.search import SearchEntry

UNIT = 24
"""The weight that the engine stores for a word that counts once."""

LONGEST = (1 << 22) - 1
"""Words of a page that can be counted beside their weight in a small number."""

_ITS_OWN = ("zh", "ja", "th", "unknown")
"""Languages without spaces between words, which the engine may cut in its own way, and its name for none."""
_LANGUAGE = re.compile(r"[a-z]{2,8}")
_ID = re.compile(r"(?!auto_)[\w.-]+", re.ASCII)
"""Names and addresses without a meaning in the engine's attributes; it has fields of its own that begin with auto."""
_MARKS = ("___PAGEFIND", "___END_PAGEFIND")
_SEPARATORS = "\x1c\x1d\x1e\x1f"
"""Characters at which Python cuts words, and the engine does not."""
_ODD = re.compile(r"&#?\w+;|^\ufeff|___PAGEFIND|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Texts that the engine changes in filters: it decodes references twice and drops its own marks."""
_NEWLINES = re.compile(r"(?:\r?\n)+")
_SPACES = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on the page that a result can lead to."""

    id: str
    """HTML id."""
    location: int
    """Number of the first word after it."""


@dataclass(frozen=True, slots=True)
class Document:
    """The indexed contents of a page."""

    url: str
    """From the site's root, with a leading slash."""
    language: str
    """The engine keeps one index for each."""
    words: tuple[str, ...]
    """The text, cut at white space."""
    runs: tuple[tuple[int, int], ...]
    """Weights in units of :data:`UNIT`, each with the number of words that have it, in order."""
    anchors: tuple[Anchor, ...]
    """In order of location."""
    filters: dict[str, list[str]]
    """Values by filter, in order of name."""
    meta: dict[str, str]
    """Fields that results show and searches look into, in order of name."""


def read(entry: SearchEntry) -> Document:
    """``entry`` as the engine reads it; :func:`unreadable` must have found nothing."""
    words: list[str] = []
    runs: list[tuple[int, int]] = []
    anchors: list[Anchor] = []

    def block(text: str, weight: int) -> None:
        found = ended(visible(text)).split()
        words.extend(map(intern, found))  # one string for each distinct word: half the memory of an index
        runs.append((weight, len(found)))

    block(entry.title, TITLE_WEIGHT)
    for section in entry.sections:
        anchors.append(Anchor(section.anchor, len(words)))
        block(section.text, section.weight)
    filters: dict[str, list[str]] = {}
    for name, value in entry.shown:
        filters.setdefault(name, []).append(_spaced(value))
    return Document(
        url=f"/{entry.url}",
        language=language(entry),
        words=tuple(words),
        runs=tuple(runs),
        anchors=tuple(anchors),
        filters=dict(sorted(filters.items())),
        meta={"title": _spaced(visible(entry.title))},
    )


def ended(text: str) -> str:
    """``text`` with the full stop that the engine puts after a block that ends in a word."""
    return f"{text}." if text and is_word_end(text[-1]) else text


def is_word_end(character: str) -> bool:
    """True when the engine puts a full stop after a block that ends in ``character``.

    It does after a word character of Unicode's regular expressions (UTS #18, Annex C) and a few signs. Signs that HTML
    escapes end in a semicolon when it looks.
    """
    if character.isascii():
        return character.isalnum() or character in "_)$*"
    kind = unicodedata.category(character)
    return kind[0] in "LM" or kind in ("Nd", "Nl", "Pc") or character in "\u200c\u200d" or _is_letter_sign(character)


def _is_letter_sign(character: str) -> bool:
    """Letters in circles and squares: signs that Unicode counts as alphabetic (``Other_Alphabetic``)."""
    code = ord(character)
    return 0x24B6 <= code <= 0x24E9 or any(
        low <= code <= high for low, high in ((0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
    )


def _spaced(text: str) -> str:
    """``text`` as the engine tidies it: trimmed, line ends and runs of white space as one space."""
    if text.isprintable() and "  " not in text:  # then its only white space are single spaces
        return text.strip()
    return _SPACES.sub(" ", _NEWLINES.sub(" ", text.strip()))


def unreadable(entries: Iterable[SearchEntry], new: Iterable[SearchEntry]) -> str | None:
    """The reason why the engine would read one of ``entries`` otherwise than :func:`read`; None when it would not.

    The answer is known already for all that are not ``new``.
    """
    urls = set()
    for entry in entries:
        if entry.url in urls:
            return f"two pages have the address {entry.url}"
        urls.add(entry.url)
    return next((f"{entry.url}: {reason}" for entry in new if (reason := _unreadable(entry))), None)


def _unreadable(entry: SearchEntry) -> str | None:
    spoken = [entry.title, *(part.text for part in entry.sections)]
    told = [value for _, value in entry.shown]
    names = [name for name, _ in entry.shown]
    if language(entry) in _ITS_OWN or not _LANGUAGE.fullmatch(language(entry)):
        return f"only the search engine knows the words of the language {entry.language}"
    if not visible(entry.title).split() or not all(
        map(_ID.fullmatch, [*names, *(part.anchor for part in entry.sections)])
    ):
        return "there is no title, or a name or an address of a part is none"
    if any(character in text for text in (*spoken, *told) for character in _SEPARATORS):
        return "a text has control characters"
    if any(map(_ODD.search, told)):
        return "a filter has a character reference, or something that is no text"
    if sum(map(len, spoken)) > LONGEST:
        return "the page is too long"
    return None


def unaskable(words: Iterable[str]) -> str | None:
    """The reason why the engine cannot be asked for one of ``words``; None when it can."""
    for word in words:
        if "___" in word and any(mark in word for mark in _MARKS):
            return f"{word} looks like one of the search engine's own marks"
        if not word.isprintable() and any(character < " " or character == "\x7f" for character in word):
            return "a text has control characters"
    return None
