"""The words of claims' ids by which search finds a claim: ids are often in the editors' own words.

Knows nothing of claims. A word that many ids have, such as a newsroom's prefix, is left out, as are figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from types import MappingProxyType

USUAL = 0.1
"""The share of the ids in which a word may occur and still say something about one of them."""
NONE: Mapping[str, bool] = MappingProxyType({})
"""No usual words."""


def usual_words(ids: Collection[str]) -> dict[str, bool]:
    """The words that more than a small share of ``ids`` have, each with True: a search for one would find them all."""
    counts = Counter(word for id_ in ids for word in set(_words(id_)))
    return {word: True for word, count in counts.items() if count > max(1, USUAL * len(ids))}


def telling(id_: str, usual: Mapping[str, bool]) -> str:
    """The words of ``id_`` that are not among the ``usual`` ones."""
    return " ".join(word for word in _words(id_) if not usual.get(word))


def _words(id_: str) -> list[str]:
    """The words of ``id_``; figures are years and running numbers."""
    return [word for word in id_.split("-") if not word.isdigit()]
