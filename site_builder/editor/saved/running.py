"""Finds running heads and page numbers: lines at the edge of pages that repeat, or count, from page to page.

A line is one only where it is at the same height on every page, or on some pages apart from their text. Figures may
differ where they count the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from site_builder.editor.saved.lines import Line
from site_builder.editor.saved.plain import PAGE_NUMBER

_DEPTH = 3
"""The number of lines at either edge of a page that are looked at."""
_APART = 1.4
"""The least distance of a running head from the text, in distances between lines."""
_NUMBER = re.compile(r"\d{1,6}")
Edges = Mapping[int, Sequence[Line]]
"""For each page its lines from the edge inwards."""


def running_lines(lines: Sequence[Line], leading: float) -> dict[Line, str]:
    """The ``lines`` that are not text, each with its kind; the document's lines are usually ``leading`` apart."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    found: dict[Line, str] = {}
    for sign in (1, -1):
        edges = {page: sorted(some, key=lambda line: -sign * line.base) for page, some in pages.items()}
        for depth in range(_DEPTH):
            found |= _at(depth, edges, leading, found)
    return found


def _at(depth: int, edges: Edges, leading: float, known: Mapping[Line, str]) -> dict[Line, str]:
    """Such lines that are ``depth`` lines inwards, after others that are ``known``."""
    alike: dict[tuple[str, int], list[Line]] = defaultdict(list)
    found: dict[Line, str] = {}
    for some in edges.values():
        if all(line in known for line in some[:depth]) and some[depth + 1 :] and some[depth + 1] not in known:
            line = some[depth]
            alike[_NUMBER.sub("#", line.text), round(line.base)].append(line)
            number = PAGE_NUMBER.fullmatch(line.text)
            if number and int(number[1]) == line.page and _is_apart(line, some[depth + 1], leading):
                found[line] = "page number"
    pages = len(edges)
    for some in alike.values():
        everywhere = len(some) in (pages, max(pages - 1, 2)) and len({line.text for line in some}) == 1
        for group in _counting(some) if len(some) > 1 else ():
            apart = all(_is_apart(line, edges[line.page][depth + 1], leading) for line in group)
            if len(group) > 1 and (apart or everywhere):
                kind = "page number" if PAGE_NUMBER.fullmatch(group[0].text) else "running head"
                found |= dict.fromkeys(group, kind)
    return found


def _counting(some: Sequence[Line]) -> Iterable[Sequence[Line]]:
    """``some``, which differ in figures only, in groups whose figures are the same or count with the pages."""
    groups: dict[tuple[tuple[str, int], ...], list[Line]] = defaultdict(list)
    numbers = [tuple(map(int, _NUMBER.findall(line.text))) for line in some]
    fixed = [len({row[column] for row in numbers}) == 1 for column in range(len(numbers[0]))]
    for line, row in zip(some, numbers, strict=True):
        key = tuple(
            ("same", number) if is_fixed else ("counts", number - line.page)
            for number, is_fixed in zip(row, fixed, strict=True)
        )
        groups[key].append(line)
    return groups.values()


def _is_apart(line: Line, inner: Line, leading: float) -> bool:
    return abs(line.base - inner.base) > _APART * leading or not line.is_as_large_as(inner)


def in_words(found: Mapping[Line, str]) -> list[str]:
    """A text for each kind of line left out, with the number of its pages, in the order of the document."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line, kind in sorted(found.items(), key=lambda pair: pair[0].page):
        alike["" if kind == "page number" else _NUMBER.sub("#", line.text)].append(line)
    return [
        f"  {f'running head: “{some[0].text[:70]}”' if shape else 'page numbers'} "
        f"({len(some)} page{'' if len(some) == 1 else 's'})"
        for shape, some in alike.items()
    ]
