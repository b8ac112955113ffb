"""The blocks of an article: paragraphs, headings, lists, block quotations, tables, rules, notes.

A line is one of these only when it is written as the record format says; everything else is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.dialect import doubt, lists
from site_builder.dialect.lines import Line, indent, is_blank, trimmed
from site_builder.dialect.notes import DEFINITION
from site_builder.dialect.pieces import Fault

DEEPEST = 16
"""Levels of lists and quotations inside each other: anything deeper is text."""
_HEADING = re.compile(r"[ \t]*(#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]|$)")
_DELIMITERS = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")
_CELL_END = re.compile(r"(?:[^\\|]|\\.|\\$)*+\|")
_LAST_CELL = re.compile(r"(?<!\\)(?:\\\\)*\|$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    """From 1."""
    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the page."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list."""

    numbered: bool
    loose: bool
    """True when an item has several paragraphs."""
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    alignments: tuple[str, ...]
    """``left``, ``right``, ``center`` or empty, for each column."""
    head: tuple[Line, ...]
    """Cells."""
    rows: tuple[tuple[Line, ...], ...]
    """Cells of each row below."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    label: str
    lines: tuple[Line, ...]


Block = Paragraph | Heading | Rule | Quotation | List | Table | Note


def read(text: str, lines: Sequence[Line], labels: frozenset[str]) -> tuple[list[Block], list[Fault]]:
    """The blocks of ``lines``, and the faults in them; ``labels`` are those of notes to which signs lead."""
    reader = _Reader(text, labels)
    return reader.blocks(lines, 0), reader.faults


class _Reader:
    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self._text = text
        self._labels = set(labels)
        self.faults: list[Fault] = []

    def blocks(self, lines: Sequence[Line], depth: int) -> list[Block]:
        """The blocks of ``lines``, which are inside ``depth`` others."""
        found: list[Block] = []
        at = 0
        while at < len(lines):
            if is_blank(self._text, lines[at]):
                at += 1
                continue
            below_text = at > 0 and not is_blank(self._text, lines[at - 1]) and isinstance(found[-1], Paragraph)
            block, at = self._special(lines, at, depth, below_text=below_text) or self._paragraph(lines, at, depth)
            found.append(block)
        return found

    def _special(self, lines: Sequence[Line], at: int, depth: int, *, below_text: bool) -> tuple[Block, int] | None:
        """A block that begins on line ``at`` and is no paragraph, and the line after it.

        ``below_text``: a paragraph ends on the line before.
        """
        line = lines[at]
        letter = self._text[trimmed(self._text, line).start]
        if letter == "#":
            return self._heading(line, at, below_text=below_text)
        if letter == "|":
            return _table(self._text, lines, at)
        if letter == "[" and depth == 0:
            return self._note(lines, at)
        if letter in "-*_" and _RULE.fullmatch(self._text, line.start, line.end):
            return self._rule(trimmed(self._text, line), below_text=below_text), at + 1
        if depth < DEEPEST and letter == ">":
            return self._quotation(lines, at, depth)
        if depth < DEEPEST and (letter in "-+*" or letter.isdigit()):
            return self._list(lines, at, depth)
        return None

    def _paragraph(self, lines: Sequence[Line], at: int, depth: int) -> tuple[Block, int]:
        end = at + 1
        while end < len(lines) and not is_blank(self._text, lines[end]) and not self._interrupts(lines, end, depth):
            end += 1
        return Paragraph(tuple(lines[at:end])), end

    def _interrupts(self, lines: Sequence[Line], at: int, depth: int) -> bool:
        """True when line ``at``, right below a paragraph, is not part of it."""
        text, line = self._text, lines[at]
        letter = text[trimmed(text, line).start]
        if letter == "#":
            return _HEADING.match(text, line.start, line.end) is not None
        if letter in "*_" and _RULE.fullmatch(text, line.start, line.end):
            return True
        if letter == "-" and " " in text[line.start : line.end].strip() and _RULE.fullmatch(text, line.start, line.end):
            return True
        if letter == "[" and depth == 0:
            return self._label(line) is not None
        return depth < DEEPEST and (letter in "-+*" or letter.isdigit()) and lists.begins_list(text, lines, at)

    def _rule(self, line: Line, *, below_text: bool) -> Block:
        if below_text:
            marks = [at for at in range(line.start, line.end) if not self._text[at].isspace()]
            self.faults.append(doubt.rule(line.start, line.end, marks))
        return Rule()

    def _heading(self, line: Line, at: int, *, below_text: bool) -> tuple[Block, int] | None:
        match = _HEADING.match(self._text, line.start, line.end)
        if match is None:
            return None
        words = trimmed(self._text, Line(match.end(), line.end))
        level = len(match[1])
        shown = self._text[words.start : words.end]
        self.faults += doubt.heading(shown, level, match.start(1), below_text=below_text)
        return Heading(level, words), at + 1

    def _quotation(self, lines: Sequence[Line], at: int, depth: int) -> tuple[Block, int] | None:
        """Lines that each begin with ``>``, set apart from the text around them."""
        end = at
        inside: list[Line] = []
        while end < len(lines) and (match := _QUOTE.match(self._text, lines[end].start, lines[end].end)):
            inside.append(Line(match.end(), lines[end].end))
            end += 1
        if not inside or (end < len(lines) and not is_blank(self._text, lines[end])):
            return None
        return Quotation(tuple(self.blocks(inside, depth + 1))), end

    def _list(self, lines: Sequence[Line], at: int, depth: int) -> tuple[Block, int] | None:
        found = lists.list_at(self._text, lines, at)
        if found is None:
            return None
        sign, items, end = found
        firsts = [self._text[item.lines[0].start : item.lines[0].end] for item in items]
        if sign == "-":
            self.faults += doubt.bullets([(first, item.marker) for first, item in zip(firsts, items, strict=True)])
        elif sign in ".)":
            numbers = [(first, item.marker, item.sign) for first, item in zip(firsts, items, strict=True)]
            self.faults += doubt.numbers(numbers)
        loose = any(is_blank(self._text, line) for item in items for line in item.lines)
        blocks = tuple(tuple(self.blocks(item.lines, depth + 1)) for item in items)
        return List(sign in ".)", loose, blocks), end

    def _note(self, lines: Sequence[Line], at: int) -> tuple[Block, int] | None:
        label = self._label(lines[at])
        if label is None:
            return None
        end = at + 1
        while end < len(lines) and indent(self._text, lines[end]) >= 2 and not is_blank(self._text, lines[end]):
            end += 1
        match = DEFINITION.match(self._text, lines[at].start, lines[at].end)
        first = Line(match.end() if match else lines[at].start, lines[at].end)
        self._labels.discard(label)
        return Note(label, (first, *lines[at + 1 : end])), end

    def _label(self, line: Line) -> str | None:
        match = DEFINITION.match(self._text, line.start, line.end)
        return match[1] if match and match[1] in self._labels else None


def _table(text: str, lines: Sequence[Line], at: int) -> tuple[Block, int] | None:
    """A line of cells, a line of dashes for each, and lines of cells."""
    head = _cells(text, lines[at])
    if head is None or at + 1 == len(lines):
        return None
    below = trimmed(text, lines[at + 1])
    if not _DELIMITERS.fullmatch(text, below.start, below.end):
        return None
    columns = [column.strip() for column in text[below.start + 1 : below.end - 1].split("|")]
    if len(columns) != len(head):
        return None
    alignments = tuple(_ALIGNMENTS[column.startswith(":"), column.endswith(":")] for column in columns)
    rows: list[tuple[Line, ...]] = []
    end = at + 2
    while end < len(lines) and not is_blank(text, lines[end]) and (cells := _cells(text, lines[end])) is not None:
        rows.append(cells)
        end += 1
    return Table(alignments, head, tuple(rows)), end


_ALIGNMENTS = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}


def _cells(text: str, line: Line) -> tuple[Line, ...] | None:
    """The cells of a row, which a bar begins, ends and divides."""
    line = trimmed(text, line)
    if line.end - line.start < 2 or text[line.start] != "|" or not _LAST_CELL.search(text, line.start + 1, line.end):
        return None
    found: list[Line] = []
    start = line.start + 1
    while start < line.end:
        match = _CELL_END.match(text, start, line.end)
        if match is None:
            return None
        found.append(Line(start, match.end() - 1))
        start = match.end()
    return tuple(found)
