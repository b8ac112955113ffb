"""The values that search gets from a page; no engine.

The pages stage makes entries; the output stage gives the engine their words, and the search page's script a table of
their facets and dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_CHOICES = 40
"""Values of a facet that the search page offers, and that its script can count at once: those with the most pages."""

_WITHOUT_SPACES = frozenset("zh ja th lo km my bo dz yue wuu".split())


def is_without_spaces(language: str) -> bool:
    """True when ``language`` (BCP 47) is written without spaces between words: only a lexicon could tell them apart."""
    return language.split("-")[0].lower() in _WITHOUT_SPACES


def by_count(counts: Mapping[str, int]) -> list[str]:
    """The values of a facet, those with the most pages first; ``counts`` says how many pages each has."""
    return sorted(counts, key=lambda value: (-counts[value], value))


@dataclass(frozen=True, slots=True)
class SearchSection:
    """A part of a page: a passage that a result can lead to, or a field."""

    anchor: str
    """HTML id on the page where it begins with ``p-``, else the name of the field."""
    text: str
    """Its words."""
    weight: int = 1
    """The weight of each word of the text, from 1 to 10."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as it is searched."""

    url: str
    """Permalink from the site's root without a leading slash: ``claims/x/``."""
    language: str
    """BCP 47; the engine is given the base language."""
    title: str
    """Weighs most."""
    sections: tuple[SearchSection, ...]
    """Its parts, the most telling first."""
    shown: tuple[tuple[str, str], ...]
    """Pairs of name and text that results show and no word finds."""
    facets: tuple[tuple[str, str], ...] = ()
    """Pairs of a facet and the value by which a search can be narrowed; a facet may occur several times."""
    date: str = ""
    """The key of its place in time, as text (ISO dates sort so); empty where it has none."""
