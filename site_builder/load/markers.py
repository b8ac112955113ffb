"""Finds merge markers: the lines that git leaves in a file after a merge conflict that nobody has resolved.

A marker is seven equal signs at the start of a line, followed by a space or the line's end (git-merge, "How conflicts
are presented"); with the attribute ``conflict-marker-size``, and around a conflict inside a conflict, there are more.
Knows lines and nothing of what a file holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.diagnostics import Diagnostic, at
from site_builder.source import Source, Span

_MARKER = re.compile(r"(?<![^\r\n])(?P<run><{7,}|\|{7,}|={7,}|>{7,})(?P<label> [^\r\n]*)?(?=[\r\n]|\Z)")
_RUNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
_DEEP_QUOTE = re.compile(r">{6}")
SHOWN = 9
"""Lines that a message lists."""


@dataclass(frozen=True, slots=True)
class _Marker:
    run: str
    label: str
    start: int
    end: int


def merge_conflict(source: Source, strict: int) -> Diagnostic | None:
    """The one diagnostic for all merge markers in ``source``, at the first of them; None where there are none.

    Up to the offset ``strict`` (in characters) each kind of marker counts by itself: no YAML begins a line so. Behind
    it, in Markdown and templates, ``=======`` underlines a heading and ``|||||||`` is a row of a table: they count
    beside another marker only.
    """
    found = _markers(source.text)
    sizes = {len(marker.run) for marker in found if marker.run[0] == "<"}
    alone = [marker for marker in found if _counts_alone(source, marker, strict)]
    if not alone:
        return None
    lines = [source.position(marker.start)[0] for marker in found if marker in alone or len(marker.run) in sizes]
    first = Span(source, alone[0].start, alone[0].end)
    listed = ", ".join(map(str, lines[:SHOWN])) + (f" and {len(lines) - SHOWN} more" if len(lines) > SHOWN else "")
    these = f"the merge markers on lines {listed}" if len(lines) > 1 else "this line"
    return at(
        "merge-conflict", first, "a merge left its markers here: nobody has chosen between the two versions",
        help=f"keep the version that is right, remove the other, and remove {these}",
    )  # fmt: skip


def _markers(text: str) -> list[_Marker]:
    if not any(run in text for run in _RUNS):
        return []
    return [
        _Marker(match["run"], (match["label"] or "").strip(), match.start(), match.end())
        for match in _MARKER.finditer(text)
    ]


def _counts_alone(source: Source, marker: _Marker, strict: int) -> bool:
    sign = marker.run[0]
    if sign == "<":
        return True
    if len(marker.run) > len(_RUNS[0]):
        return False
    if marker.start < strict:
        return True
    if sign == ">":
        return not _is_deep_quote(source, marker)
    return sign == "|" and bool(marker.label) and "|" not in marker.label


def _is_deep_quote(source: Source, marker: _Marker) -> bool:
    """True when the line is a block quotation seven levels deep: then a line beside it is one, too."""
    line = source.position(marker.start)[0]
    beside = (source.line_text(line - 1) if line > 1 else "", source.line_text(line + 1))
    return any(_DEEP_QUOTE.match(text.replace(" ", "")) for text in beside)
