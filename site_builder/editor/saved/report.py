"""Reports an import to the editor: the number of words that were kept, and the parts left out, by heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from site_builder.editor.saved.blocks import Block
from site_builder.editor.saved.tree import HEADINGS

_WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[^\W_]+")
"""A word; in scripts that do not part words, a character."""
_MOST = 15
"""The number of parts that are named, the longest ones; the rest is counted."""
_UNSEEN = {
    "hidden": "hidden from the page's readers",
    "struck out": "struck out by the publisher",
    "readings": "pronunciation beside the characters",
    "controls": "buttons and fields",
}


def kept_and_left(blocks: Sequence[Block], reasons: Sequence[str], unseen: Iterable[tuple[str, str]]) -> list[str]:
    """The lines of the report: first the count, then the parts left out, in the order of the page."""
    parts = [
        (reason, _heading([block for _, block in group]), sum(_count(block.words) for _, block in group))
        for reason, group in (
            (key, list(pairs)) for key, pairs in groupby(zip(reasons, blocks, strict=True), key=lambda pair: pair[0])
        )
        if reason
    ]
    total = sum(_count(block.words) for block in blocks)
    kept = total - sum(count for _, _, count in parts)
    parts += [(_UNSEEN.get(reason, reason), _first(words), _count(words)) for reason, words in unseen]
    lines = [f"kept {kept:,} of {total:,} words" + ("; left out:" if parts else "")]
    named = sorted(range(len(parts)), key=lambda number: -_weight(parts[number]))[:_MOST]
    lines += [
        f"  {reason}: {heading} ({count:,} word{'' if count == 1 else 's'})"
        for number, (reason, heading, count) in enumerate(parts)
        if number in set(named)
    ]
    if rest := len(parts) - len(named):
        words = sum(part[2] for number, part in enumerate(parts) if number not in set(named))
        lines.append(f"  and {rest} shorter part{'' if rest == 1 else 's'} ({words:,} words)")
    return lines


def _weight(part: tuple[str, str, int]) -> int:
    """The weight of a part: words that the publisher struck out are named whatever their length."""
    return part[2] + (1_000_000 if part[0] == _UNSEEN["struck out"] else 0)


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _heading(blocks: Sequence[Block]) -> str:
    headings = (block.words for block in blocks if block.kind in HEADINGS)
    return _first(next(headings, blocks[0].words))


def _first(words: str) -> str:
    start = " ".join(words.split()[:8])
    return f"“{start[:70]}{'…' if len(start) < len(' '.join(words.split())) or len(start) > 70 else ''}”"
