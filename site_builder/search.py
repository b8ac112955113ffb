"""What the search engine is told of a page: values only, no engine.

The pages stage makes entries; the output stage indexes them.
"""

from __future__ import annotations

from dataclasses import dataclass

_WITHOUT_SPACES = frozenset("zh ja th lo km my bo dz yue wuu".split())


def is_without_spaces(language: str) -> bool:
    """Whether ``language`` (BCP 47) is written without spaces between words: only a lexicon could tell them apart."""
    return language.split("-")[0].lower() in _WITHOUT_SPACES


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A part of a page that a result can lead to."""

    anchor: str
    """HTML id on the page."""
    heading: str
    """What the part is called in results."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as it is searched."""

    url: str
    """Permalink from the site's root without a leading slash: ``claims/x/``."""
    language: str
    """BCP 47; the engine is given the base language."""
    title: str
    """Weighs most."""
    lead: str
    """Words that are searched, but belong to no section."""
    sections: tuple[SearchSection, ...]
    """Parts with addresses of their own."""
    filters: tuple[tuple[str, str], ...]
    """Pairs of filter name and value; a name may occur several times."""
    metadata: tuple[tuple[str, str], ...]
    """Pairs of name and text that results show."""
    sort: tuple[tuple[str, str], ...]
    """Pairs of name and key; keys sort as text (ISO dates do)."""
