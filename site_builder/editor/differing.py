"""A patch in the unified format from a text to the same text with some places mended.

``difflib`` looks for lines that two texts share wherever they stand, in a time that grows with the square of the
changes. What editors' tools mend stays where it was, so both texts are walked side by side here: behind a change the
next few lines in which they agree again are looked for, and no others. Knows lines only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FAR = 64
"""Lines of both texts together that a change takes; behind a larger one all the rest counts as changed."""
AGREED = 2
"""Lines in a row that are alike behind a change."""
AROUND = 3
"""Lines shown before and behind a change."""

Change = tuple[int, int, int, int]
"""Lines of the old text (from, to, counted from 0), and those of the new one that they have become."""


def patch(old: str, new: str, name: str) -> Iterator[str]:
    """The patch, line by line, that makes ``new`` of ``old``, the file ``name``; nothing where both are one."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    hunks = _hunks(list(_changes(before, after)))
    if hunks:
        yield from (f"--- a/{name}\n", f"+++ b/{name}\n")
    for hunk in hunks:
        first, last = hunk[0], hunk[-1]
        above = min(AROUND, first[0])
        below = min(AROUND, len(before) - last[1])
        old_lines, new_lines = _range(first[0] - above, last[1] + below), _range(first[2] - above, last[3] + below)
        yield f"@@ -{old_lines} +{new_lines} @@\n"
        at = first[0] - above
        for old_from, old_to, new_from, new_to in hunk:
            yield from (f" {line}" for line in before[at:old_from])
            yield from (f"-{line}" for line in before[old_from:old_to])
            yield from (f"+{line}" for line in after[new_from:new_to])
            at = old_to
        yield from (f" {line}" for line in before[at : at + below])


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    here = there = 0
    while here < len(before) or there < len(after):
        if before[here : here + 1] == after[there : there + 1]:
            here, there = here + 1, there + 1
            continue
        gone, come = _next_alike(before, after, here, there)
        yield here, here + gone, there, there + come
        here, there = here + gone, there + come


def _next_alike(before: Sequence[str], after: Sequence[str], here: int, there: int) -> tuple[int, int]:
    """The number of lines of each text to leave behind until both go on alike."""
    for together in range(1, FAR + 1):
        for gone in range(together + 1):
            old, new = here + gone, there + together - gone
            if old <= len(before) and new <= len(after) and before[old : old + AGREED] == after[new : new + AGREED]:
                return gone, together - gone
    return len(before) - here, len(after) - there


def _hunks(changes: Sequence[Change]) -> list[list[Change]]:
    """``changes`` in groups, those together between which no line would be left out."""
    hunks: list[list[Change]] = []
    for change in changes:
        if hunks and change[0] - hunks[-1][-1][1] <= 2 * AROUND:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _range(start: int, end: int) -> str:
    """Lines as a patch counts them: from 1, their number left out where it is 1."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + 1 if end > start else start},{end - start}"
