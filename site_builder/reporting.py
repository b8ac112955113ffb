"""Formats diagnostics as text for people on a terminal, and as JSON for programs.

Turns values into text; prints nothing.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import Any

from site_builder.codes import CODES
from site_builder.diagnostics import Diagnostic, Note, Report
from site_builder.source import Source, Span
from site_builder.unseen import in_json, visible

WIDTH = 100
"""Columns of a line of source text that are shown."""
MOST_LINES = 3
"""Lines of a passage that are shown."""

MOST_OF_A_KIND = 100
"""Diagnostics of one code that are shown, in every form; the rest are counted."""
MOST_SHOWN = 2_000
"""Characters of a message or a help that are shown."""

_COLOURS = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "note": "\x1b[1;36m",
    "help": "\x1b[1;32m",
    "dim": "\x1b[2m",
}
_RESET = "\x1b[0m"


def as_text(report: Report, *, colour: bool = False) -> str:
    """The report as rustc would print it; empty when there is nothing to say."""
    told, more = shown(report)
    blocks = [_block(diagnostic, colour) for diagnostic in told]
    blocks += [_more(code, number, colour) for code, number in more.items()]
    if blocks:
        blocks.append(count(report) + "\n")
    return "\n".join(blocks)


def as_json(report: Report) -> str:
    """One JSON object: ``errors``, ``warnings``, ``diagnostics``, and in ``more`` how many of a code are left out.

    Lines and columns count from 1, in characters.
    """
    told, more = shown(report)
    value = {
        "version": 1,
        "errors": report.errors,
        "warnings": report.warnings,
        "diagnostics": [_object(diagnostic) for diagnostic in told],
        "more": more,
    }
    return in_json(json.dumps(value, ensure_ascii=False, indent=2))


def count(report: Report) -> str:
    """``2 errors, 1 warning``."""
    parts = []
    for number, word in ((report.errors, "error"), (report.warnings, "warning")):
        if number:
            parts.append(f"{number} {word}{'' if number == 1 else 's'}")
    return ", ".join(parts)


def _more(code: str, number: int, colour: bool) -> str:
    severity = CODES[code].severity
    return f"{_paint(f'{severity}[{code}]', severity, colour)}: {more_of(number)}\n"


def _block(diagnostic: Diagnostic, colour: bool) -> str:
    line, column = diagnostic.position
    label = _paint(f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity, colour)
    lines = [f"{printable(diagnostic.file)}:{line}:{column}: {label}: {printable(diagnostic.message)}"]
    if diagnostic.span:
        lines += _excerpt(diagnostic.span, (), diagnostic.severity, colour)
    for note in diagnostic.notes:
        lines.append(f"  {_paint('note', 'note', colour)}:{where(note)} {printable(note.message)}")
        if note.span:
            lines += _excerpt(note.span, note.marks, "note", colour)
    if diagnostic.help:
        lines.append(f"  {_paint('help', 'help', colour)}: {printable(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def where(note: Note) -> str:
    """The place of ``note``, where it has one, as it is printed after its message."""
    if note.span is None:
        return ""
    line, column = note.span.source.position(note.span.start)
    return f" {printable(note.span.source.name)}:{line}:{column}:"


def _excerpt(span: Span, marks: tuple[tuple[int, int], ...], kind: str, colour: bool) -> list[str]:
    """The lines with carets under them: of the marks, at most a few, or the span's first."""
    if not marks:
        return _line(span.source, span.source.position(span.start)[0], ((span.start, span.end),), kind, colour)
    by_line: dict[int, list[tuple[int, int]]] = {}
    for mark in marks:
        by_line.setdefault(span.source.position(mark[0])[0], []).append(mark)
    shown = list(by_line.items())[:MOST_LINES]
    return [text for number, own in shown for text in _line(span.source, number, tuple(own), kind, colour)]


def _line(source: Source, number: int, ranges: tuple[tuple[int, int], ...], kind: str, colour: bool) -> list[str]:
    """A line with carets under it, cut to a window around the first where it is long."""
    line_start = source.line_start(number)
    text = source.line_text(number)
    columns = [(max(start - line_start, 0), min(end - line_start, len(text))) for start, end in ranges]
    columns = [(start, max(end, start + 1)) for start, end in columns if start <= len(text) and end >= 0]
    shown, carets = _window(text, columns)
    gutter = " " * len(str(number))
    bar = _paint("|", "dim", colour)
    return [f"  {number} {bar} {shown}", f"  {gutter} {bar} {_paint(carets, kind, colour)}"]


def _window(text: str, columns: list[tuple[int, int]]) -> tuple[str, str]:
    first = min((start for start, _ in columns), default=0)
    last = max((end for _, end in columns), default=first)
    begin, end = 0, len(text)
    # Of a line of a million characters nobody has to know how wide it is.
    if len(text) > 4 * WIDTH or _width(text) > WIDTH:
        spare = max(WIDTH - (last - first), 0)
        begin = max(0, first - spare // 2)
        end = min(len(text), begin + WIDTH)
        begin = max(0, min(begin, end - WIDTH))
    head, tail = "…" if begin else "", "…" if end < len(text) else ""
    shown = head + printable(text[begin:end]) + tail
    marked = [" "] * (end - begin + 1)
    for start, stop in columns:
        for at in range(max(start, begin), min(max(stop, start + 1), end + 1)):
            marked[at - begin] = "^"
    carets = " " * len(head) + "".join(
        mark * _width(printable(letter)) for mark, letter in zip(marked, text[begin:end] + " ", strict=True)
    )
    return shown, carets.rstrip()


def printable(text: str) -> str:
    """``text`` on one line, with unseen characters made visible, without the end of a very long one."""
    return visible(_cut(text))


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}… ({len(text) - MOST_SHOWN:,} more characters)"


def shown(report: Report) -> tuple[list[Diagnostic], dict[str, int]]:
    """The diagnostics to show, and for each code that has very many the number of the others."""
    kinds: Counter[str] = Counter()
    told = []
    for diagnostic in report.diagnostics:
        kinds[diagnostic.code] += 1
        if kinds[diagnostic.code] <= MOST_OF_A_KIND:
            told.append(diagnostic)
    return told, {code: number - MOST_OF_A_KIND for code, number in kinds.items() if number > MOST_OF_A_KIND}


def more_of(number: int) -> str:
    """The line in place of the rest of a kind."""
    return f"and {number:,} more of this kind"


def _width(text: str) -> int:
    """Columns on a terminal (Unicode Standard Annex #11): wide letters two, combining marks none."""
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me") else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _paint(text: str, kind: str, colour: bool) -> str:
    return f"{_COLOURS[kind]}{text}{_RESET}" if colour and text else text


def _object(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": _cut(diagnostic.message),
        **_place(diagnostic.file, diagnostic.span),
        "notes": [
            {"message": _cut(note.message), **(_place(note.span.source.name, note.span) if note.span else {})}
            for note in diagnostic.notes
        ],
        "help": _cut(diagnostic.help) if diagnostic.help else diagnostic.help,
    }


def _place(file: str, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"file": file, "line": 1, "column": 1}
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {"file": file, "line": line, "column": column, "endLine": end_line, "endColumn": end_column}
