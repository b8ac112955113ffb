"""Chooses the pages that the engine also indexes: some at random, and new ones with unusual words.

The random choice is seeded with a digest of the site, so it changes only when the site changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from site_builder.output.searching.document import Document
from site_builder.output.searching.html import language
from site_builder.search import SearchEntry

BY_LOT = 24
"""Pages chosen by lot."""
UNUSUAL = 12
"""New pages chosen because of their words."""


def sample(
    entries: Sequence[SearchEntry], lot: bytes, new: Iterable[Document], words: Mapping[str, Sequence[str]]
) -> list[SearchEntry]:
    """Some of ``entries``, in order, with one at least in each language.

    ``new`` are those that no run before could have tried; ``words`` are all their distinct words by language.
    """
    unusual = {word for distinct in words.values() for word in distinct if not _is_usual(word)}
    found = {document.url: len(unusual.intersection(document.words)) for document in new}
    drawn = {entry.url: hashlib.sha256(lot + f"/{entry.url}".encode()).digest() for entry in entries}
    ordered = sorted(drawn, key=drawn.__getitem__)
    chosen = set(ordered[:BY_LOT])
    others = [url for url in ordered if f"/{url}" in found and url not in chosen]
    chosen.update(sorted(others, key=lambda url: -found[f"/{url}"])[:UNUSUAL])
    languages = {language(entry) for entry in entries if entry.url in chosen}
    for entry in sorted(entries, key=lambda entry: drawn[entry.url]):
        if language(entry) not in languages:
            chosen.add(entry.url)
            languages.add(language(entry))
    return [entry for entry in entries if entry.url in chosen]


def _is_usual(word: str) -> bool:
    """True when the engine can see little but a stem in ``word``: small Latin letters, a sign at an end aside."""
    letters = word.strip(".,;:!?()\"'")
    return letters.isascii() and letters.isalpha() and letters[1:].islower()
