"""Which pages the engine indexes beside us: some by lot, some with unusual words.

The lot is a digest of the site's words, so that it falls otherwise when the site changes and the same when it does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from site_builder.output.searching.document import Document

BY_LOT = 24
"""Pages chosen by lot."""
UNUSUAL = 12
"""Pages chosen because of their words."""


def sample(documents: Sequence[Document], words: Mapping[str, Sequence[str]]) -> list[int]:
    """Numbers of some of ``documents``, in order, with one at least in each language.

    ``words`` are all distinct words by language.
    """
    lot = hashlib.sha256()
    for distinct in words.values():
        lot.update("\0".join(distinct).encode())
    unusual = {word for distinct in words.values() for word in distinct if not _is_usual(word)}
    drawn = {number: _draw(lot.digest(), document) for number, document in enumerate(documents)}
    by_words = {number: len(unusual.intersection(document.words)) for number, document in enumerate(documents)}
    chosen = set(sorted(drawn, key=drawn.__getitem__)[:BY_LOT])
    others = drawn.keys() - chosen
    chosen.update(sorted(others, key=lambda number: (-by_words[number], drawn[number]))[:UNUSUAL])
    languages = {documents[number].language for number in chosen}
    for number in sorted(drawn, key=drawn.__getitem__):
        if documents[number].language not in languages:
            chosen.add(number)
            languages.add(documents[number].language)
    return sorted(chosen)


def _is_usual(word: str) -> bool:
    """Whether the engine could hardly see more in ``word`` than a stem: small Latin letters, a sign at an end aside."""
    letters = word.strip(".,;:!?()\"'")
    return letters.isascii() and letters.isalpha() and letters[1:].islower()


def _draw(lot: bytes, document: Document) -> bytes:
    return hashlib.sha256(lot + document.url.encode()).digest()
