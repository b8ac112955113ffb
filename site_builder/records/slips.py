"""Recognises typing mistakes that break YAML, in the line where they were made.

A parser says what it expected and where it gave up, which is often a line too late. This module looks at the line as
its writer sees it, and returns a position, a cause and a remedy. This module deals with characters;
:mod:`site_builder.records.shapes` deals with indentation and which line belongs to which. Knows lines, and nothing of
records.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.records.lines import INVISIBLE, Line, named
from site_builder.records.scalars import scalar


class Slip(NamedTuple):
    """A mistake in a file, and its remedy."""

    start: int
    """Offset in the source (characters)."""
    end: int
    """Its end, likewise."""
    message: str
    """The fault, in one sentence without a full stop."""
    help: str
    """The remedy."""


MOST_SHOWN = 100
"""Characters of a text that a message repeats."""
_DASHES = "-‐‑‒–—―−－﹣•·●▪◦‣*+"
_COLONS = "：﹕∶ː꞉；;=→"
_TYPOGRAPHIC = "“”„‟«»‹›‘’‚‛「」『』＂＇"
_SIGNS = {
    ">": "a text over several lines",
    "|": "a text over several lines",
    "?": "a key",
    "-": "a list item",
    "{": "a record",
    "[": "a list",
    "&": "a name for a value",
    "*": "a name for a value",
    "!": "the kind of a value",
    "%": "an instruction",
    "@": "reserved",
    "`": "reserved",
    ",": "another item",
    "]": "what ends a list",
    "}": "what ends a record",
    ":": "what ends a key",
    "#": "a comment",
}
"""The meaning, to YAML, of a sign at the beginning of a value."""
_STRAY = frozenset(">|?&*!%@`,[]{}:\\" + _TYPOGRAPHIC)
"""Signs that begin a line by accident."""
_GLUED = re.compile(rf"(?P<key>\w[\w-]*):(?P<blank>[^\S \n\r]|[{INVISIBLE}])?(?P<value>[^\s/].*)")
_OTHER_COLON = re.compile(rf"(?P<key>\w[\w-]*) ?(?P<sign>[{_COLONS}])\s*(?P<value>\S.*|)")
_BULLET = re.compile(rf"(?P<sign>[{re.escape(_DASHES)}])(?P<blank>[^\S\n\r]*)(?P<rest>\S.*)")
_NO_COLON = re.compile(r"(?P<key>\w[\w-]*)(?:\s+(?P<value>\S.*))?")
_QUOTED = re.compile(r"""(?P<mark>["']).*?(?P=mark)""")
_JSON = re.compile(r"""(?P<mark>["'])\w[\w-]*(?P=mark)\s*:\s*\S.*,""")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")


def quoted(value: str) -> str:
    """``value`` in the quotation marks that it needs."""
    plain = scalar(value)
    return plain if plain[0] in "\"'" else f'"{value}"'


def odd_indentation(line: Line) -> Slip | None:
    """Tabs, no-break spaces and the like, which look like indentation and are none."""
    if line.odd_blank is None or not line.content:
        return None
    odd = line.text[line.odd_blank]
    start, end = line.start + line.odd_blank, line.start + line.indent
    if odd in INVISIBLE:
        return Slip(start, end, f"{named(odd)} is invisible at the beginning of the line", "remove it")
    what = "a tab" if odd == "\t" else named(odd)
    message = f"the line is indented with {what}, which is not a plain space"
    return Slip(start, end, message, "indent with plain spaces, as the lines around it are")


def odd_item(line: Line) -> Slip | None:
    """A list item after a dash, a bullet or a hyphen without a space."""
    found = _BULLET.match(line.content)
    if found is None or (found["sign"] == "-" and found["rest"].startswith("-")):
        return None
    start = line.start + line.column
    end = start + found.start("rest")
    if found["sign"] == "-":
        message = f"{_follows(found['blank'])} the hyphen"
        return Slip(start, end, message, f"put a space there: - {_short(found['rest'])}")
    if not found["blank"]:
        return None
    message = f'"{found["sign"]}" ({named(found["sign"])}) does not begin a list item'
    return Slip(start, start + 1, message, f"begin it with a hyphen and a space: - {_short(found['rest'])}")


def odd_colon(line: Line, keys: frozenset[str]) -> Slip | None:
    """A key without the colon and the space after it; ``keys`` are those that records have."""
    content, start = line.content, line.start + line.column
    found = _GLUED.match(content)
    if found:
        message = f"{_follows(found['blank'] or '')} the colon"
        advice = f"put a space there: {found['key']}: {_short(found['value'])}"
        return Slip(start, start + found.start("value"), message, advice)
    found = _OTHER_COLON.match(content)
    if found and (found["key"] in keys or found["sign"] not in ";；=→"):
        at = start + found.start("sign")
        message = f'"{found["sign"]}" ({named(found["sign"])}) does not end a key'
        advice = f"write a colon and a space: {found['key']}: {_short(found['value'])}"
        return Slip(at, at + 1, message, advice.rstrip())
    found = _NO_COLON.fullmatch(content)
    if found and found["key"] in keys:
        end = start + len(found["key"])
        value = f"{found['key']}: {_short(found['value'] or '')}".rstrip()
        return Slip(start, end, f"the colon after `{found['key']}` is missing", f"write: {value}")
    return None


def bare_key(line: Line) -> Slip | None:
    """A word alone on a line, over keys that are deeper: it should be a key, too."""
    if not re.fullmatch(r"\w[\w-]*", line.content):
        return None
    start = line.start + line.column
    message = f"the colon after `{line.content}` is missing"
    return Slip(start, start + len(line.content), message, f"write: {line.content}:")


def odd_key(key: str, line: Line) -> Slip | None:
    """A ``key`` on ``line`` that YAML can read and nobody meant: after blanks or a dash of another kind."""
    if key[0] in INVISIBLE or key[0].isspace():
        return odd_indentation(line)
    return odd_item(line) if key[0] in _DASHES and key[1:2].isspace() else None


def half_marked(line: Line) -> Slip | None:
    """A text with only its beginning in quotation marks or brackets."""
    value, start = line.value or line.content, line.value_start if line.value else line.start + line.column
    found = _QUOTED.match(value)
    if (found and line.value and value[found.end() :] == ",") or _JSON.fullmatch(line.content):
        at = line.start + line.column + len(line.content) - 1
        return Slip(at, at + 1, "a comma follows the text", "remove it: the end of the line ends the value")
    if found and (rest := value[found.end() :].strip()) and rest[0] not in "#,]}:":
        at = start + len(value) - len(value[found.end() :].lstrip())
        mark = found["mark"]
        text = value[1:-1] if value.endswith(mark) else value
        message = f"the text ends at the second {mark}, and the text continues here"
        return Slip(at, at + 1, message, f"put the whole text in quotes{_written(text)}")
    found = _BRACKETED.match(value)
    if found and (rest := value[found.end() :].strip()) and rest[0] not in "#,]}:":
        at = start + len(value) - len(value[found.end() :].lstrip())
        message = f"the {found[0][-1]} ends what {value[0]} began, and the text continues here"
        return Slip(at, at + 1, message, in_quotes(value))
    return None


def opening_sign(line: Line) -> Slip | None:
    """A text, or a line, that begins with a sign which has a meaning in YAML."""
    value, at = line.value, line.value_start
    if not line.key and line.content[:1] in _STRAY:
        start = line.start + line.column
        message = f"the line begins with {line.content[0]}, which has a meaning in YAML"
        return Slip(start, start + 1, message, "remove it, or put the text in quotes")
    if not value or value[0] not in _SIGNS:
        return None
    return Slip(at, at + 1, f"the text begins with {value[0]}, which has a meaning in YAML", in_quotes(value))


def colon_inside(line: Line, offset: int, keys: frozenset[str]) -> Slip | None:
    """A colon and a space inside a text, at ``offset`` in the source, or after another of ``keys``."""
    if not line.key or line.value_start > offset:
        return None
    value = line.value
    second = line.text[: offset - line.start].split()[-1]
    if second in keys and second != value.split(":")[0]:
        message = f"a second key, `{second}`, is on this line"
        advice = f"begin a new line with it; if it is part of the text, put that in quotes{_written(value, line.key)}"
        return Slip(offset - len(second), offset, message, advice)
    if value[0] in _TYPOGRAPHIC:
        message = f"{value[0]} is not a quotation mark in YAML, and the colon inside the text ends a key"
        advice = f"put the text in plain quotes{_written(value, line.key)}"
        return Slip(line.value_start, line.value_start + 1, message, advice)
    message = "a colon followed by a space ends a key, but here it is inside a text"
    advice = 'put the text in quotes: a colon followed by a space inside it reads as "key: value"'
    return Slip(offset, offset + 1, message, advice + _written(value, line.key))


def escape(line: Line, offset: int) -> Slip:
    """A backslash between double quotation marks that YAML cannot read; ``offset`` is after it."""
    back = line.text.rfind("\\", 0, offset - line.start + 1)
    at = line.start + max(back, 0)
    message = "between double quotes a backslash begins an escape code, and YAML does not have this one"
    advice = "double the backslash (\\\\), or put the text in single quotes, where a backslash is a plain character"
    if re.match(r"\\u[dD][89a-fA-F]", line.text[max(back, 0) :]):
        message = "this escape code is half a character"
        advice = "write the character itself"
    return Slip(at, at + 2, message, advice)


def open_quote(line: Line, start: int) -> Slip:
    """A quotation mark at offset ``start`` that nothing closes, or only the next text's."""
    mark = line.text[start - line.start]
    rest = line.text[start - line.start + 1 :].rstrip()
    message = f"{mark} begins a text here, but nothing on the line ends it"
    if rest and rest[-1] in _TYPOGRAPHIC:
        advice = f"close the quotation mark: write {mark} at the end; {rest[-1]} is an ordinary character in YAML"
        return Slip(start, start + 1, message, advice)
    advice = f"close the quotation mark: write {mark} at the end of the text too"
    if mark == "'" and rest:
        advice += f", or if it is an apostrophe: {quoted(mark + rest)}"
    return Slip(start, start + 1, message, advice)


def in_quotes(value: str) -> str:
    """The remedy for a text that begins with a sign of YAML's."""
    sign = value[0]
    if sign in "@`%":
        return f"put the text in quotes: it cannot begin with this character{_written(value)}"
    more = "; a list begins on the next line" if sign == "-" else ""
    return f"put the text in quotes: one that begins with {sign} is read as {_SIGNS[sign]}{_written(value)}{more}"


def _written(value: str, key: str = "") -> str:
    """``value`` as it should be written, where it is short enough to be shown."""
    return f"; write {key and key + ': '}{quoted(value)}" if len(value) <= MOST_SHOWN else ""


def _follows(blank: str) -> str:
    """Words for the thing in the place of a space: nothing, or a blank of another kind."""
    return f"{named(blank[0])} follows" if blank else "no space follows"


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
