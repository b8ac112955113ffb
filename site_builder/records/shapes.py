"""Recognises layout mistakes: a line with the wrong indentation, and a text that continues where it cannot.

Knows lines and their neighbours, as :mod:`site_builder.records.slips` knows signs.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile

from site_builder.records.keys import record_keys
from site_builder.records.lines import Line, above, numbered
from site_builder.records.slips import Slip, bare_key
from site_builder.source import Source

_BLOCK = re.compile(r"[|>][-+\d]*(?:[ ]+#.*)?")
_COMMENT = re.compile(r"\s#")


def misplaced_key(source: Source, line: Line, begin: int) -> Slip | None:
    """A key deeper than the key above it, which has a value already; ``begin`` is where the YAML begins."""
    over = above(source, line, begin)
    if line.key and over and not over[0].key and over[0].column < line.column:
        return bare_key(over[0])
    if not line.key or not over or not over[0].key or over[0].column == line.column:
        return None
    if _is_heading(over[0], over[1:]) and line.key in record_keys() and over[0].column < line.column:
        start = over[0].value_start
        message = f"`{over[0].key}:` has a text, and below it are keys that belong to it"
        return Slip(start, start + len(over[0].value), message,
                    f"write the text as a key of its own, on a line beside `{line.key}:`")  # fmt: skip
    wrong, beside = line, over[0]
    if any(other.key and other.column == line.column for other in _sisters(over[1:], over[0])):
        wrong, beside = over[0], line  # the key above is the one that stands alone
    slip = _indentation(wrong, beside.column)
    if slip and wrong is line and line.key not in record_keys():
        return slip._replace(
            help=f"{slip.help}; if it continues the text of line {over[0].number}, put that text in quotes"
        )
    return slip


def _is_heading(line: Line, over: list[Line]) -> bool:
    """True when ``line`` has a text after an id, where the keys beside it, or above it, have records."""
    near = [other for other in _sisters(over, line) if other.key and other.column <= line.column]
    is_odd = bool(line.value) and line.key not in record_keys()
    return is_odd and bool(near) and not any(other.value for other in near)


def _sisters(lines: list[Line], first: Line) -> list[Line]:
    """Lines near enough to ``first`` to belong to its record."""
    return [line for line in lines[:3] if line.number > first.number - 6]


def misplaced_line(source: Source, line: Line, begin: int, column: int, *, item: bool) -> Slip | None:
    """A line that fits neither the open record or list nor those around it.

    ``column`` is where the open record's keys (or, if it is an ``item`` that was expected, the list's hyphens) stand.
    """
    over = above(source, line, begin)
    block = _block_over(over, line)
    if block is not None:
        message = f"this line is indented less than the first line of the text that begins on line {block.number}"
        return Slip(line.start + line.column, line.start + len(line.text), message,
                    "indent all lines of that text equally")  # fmt: skip
    if line.dashes:
        hyphens = {other.indent for other in over if other.dashes}
        near = hyphens | {column} if item else hyphens
        nearest = min(near, key=lambda other: abs(other - line.indent), default=column)
        beside = over[0] if over else line
        among_keys = not item and not beside.dashes and line.key and line.indent in (column, beside.column)
        return _item_among_keys(line) if among_keys else _indentation(line, nearest, hyphen=True)
    if not line.key:
        return None
    if item:
        keys = [other.column for other in over if other.key and other.column > column]
        return _indentation(line, keys[0] if keys else column + 2)
    return _indentation(line, column)


def _item_among_keys(line: Line) -> Slip:
    start = line.start + line.indent
    message = "a list item is among the keys of a record"
    return Slip(start, start + len(line.dashes), message,
                f"remove the hyphen before `{line.key}:`, or indent the list deeper than its key")  # fmt: skip


def first_item(source: Source, line: Line, begin: int) -> Slip | None:
    """A list whose first item lacks the hyphen that the second, on ``line``, has."""
    over = above(source, line, begin)
    deeper = list(takewhile(lambda other: other.indent > line.indent, over))
    holder = over[len(deeper)] if deeper and len(deeper) < len(over) else None
    if not line.dashes or holder is None or not holder.key or holder.value or holder.column >= line.indent:
        return None
    first = deeper[-1]
    if first.dashes or not first.key:
        return None
    message = "the first item of this list has no hyphen"
    return Slip(first.start + first.column, first.start + len(first.text), message,
                f"remove two characters of indentation and write a hyphen and a space: - {first.key}: …")  # fmt: skip


def indented_root(source: Source, begin: int, line: Line) -> Slip | None:
    """A file that begins with an indented line, and continues at the left edge in ``line``."""
    over = above(source, line, begin)
    number = source.position(begin)[0]
    first = next(
        (other for other in map(partial(numbered, source), range(number, line.number)) if not other.is_empty), None
    )
    if not over or first is None or not first.indent or line.indent >= first.indent:
        return None
    message = "the first line of the file is indented, but not all that follow"
    return Slip(first.start, first.start + len(first.text), message,
                "write the key that it belongs to above it, or start it at the left edge")  # fmt: skip


def _block_over(over: list[Line], line: Line) -> Line | None:
    """The key of a block of text (``|`` or ``>``) whose lines all stand deeper than ``line``, which goes on with it."""
    for count, other in enumerate(over):
        if other.column < line.column:
            return other if count and _BLOCK.fullmatch(other.value) else None
    return None


def _indentation(line: Line, column: int, *, hyphen: bool = False) -> Slip | None:
    is_at = line.indent if hyphen else line.column
    if is_at == column:
        return None
    what, others = ("list item", "hyphens") if hyphen else ("key", "keys")
    message = f"this {what} is indented by {_spaces(is_at)}, but the {others} beside it by {_spaces(column)}"
    return Slip(line.start + is_at, line.start + len(line.text), message, f"indent it by {_spaces(column)}")


def _spaces(number: int) -> str:
    return "1 space" if number == 1 else f"{number or 'no'} spaces"


def cut_text(source: Source, line: Line, begin: int) -> Slip | None:
    """A text that a comment ends, and that continues in ``line``."""
    over = above(source, line, begin)[:1]
    found = _COMMENT.search(over[0].text) if over else None
    if found is None or line.key or line.dashes or not over[0].value or over[0].column >= line.column:
        return None
    message = "a comment begins here, and the text continues below it"
    return Slip(over[0].start + found.start() + 1, over[0].start + len(over[0].text), message,
                "put the whole text in quotes, or move the comment to its own line")  # fmt: skip


def lost_line(source: Source, line: Line, begin: int) -> Slip:
    """A line that is no key and no item: most often the text above continues in it."""
    start, end = line.start + line.column, line.start + len(line.text)
    holder = next((other for other in above(source, line, begin) if other.key), None)
    if holder is None:
        return Slip(start, end, "this line is neither a key with a value nor a list item", "write it as key: value")
    message = f"this line is neither key nor list item, and too far left to continue the text of line {holder.number}"
    advice = f"if it belongs to that text, indent it by {_spaces(holder.column + 2)} or more"
    return Slip(start, end, message, f"{advice}; if it is a key, write key: value")


def open_bracket(source: Source, line: Line, begin: int, start: int, end: int) -> Slip | None:
    """A ``[`` or ``{`` that nothing closes before offset ``end``, or not as YAML wants it.

    It is at offset ``start``, or where nothing is there, begins the last value over ``line``.
    """
    if source.text[start : start + 1] not in ("[", "{"):
        opened = [other for other in (line, *above(source, line, begin)) if other.value[:1] in ("[", "{")]
        if not opened:
            return None
        line, start = opened[0], opened[0].value_start
    sign = source.text[start]
    closing = {"[": "]", "{": "}"}[sign]
    if closing not in source.text[start : line.start + len(line.text)]:
        what = "list" if sign == "[" else "record"
        advice = f"close it with {closing}; a text that begins with {sign} needs quotes"
        return Slip(start, start + 1, f"nothing on this line closes the {what} that {sign} opens", advice)
    advice = "put a comma between two values, and put each text with a comma, a bracket or a colon in quotes"
    message = f"between {sign} and {closing} there is something that is neither a value nor a comma"
    return Slip(min(end, len(source.text) - 1), end + 1, message, advice)


def end_of_file(line: Line) -> Slip:
    """A line that is the end of the file for YAML: three dots."""
    message = "for YAML this line ends the file, but more follows"
    return Slip(line.start, line.start + max(len(line.text), 1), message,
                "remove it; a text that has such a line needs quotes")  # fmt: skip
