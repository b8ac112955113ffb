"""Splits the text of one paragraph, heading or cell into markup and runs of text with their positions.

Every character that is not taken as markup goes into a run, and every scan goes forward only, so that the work grows
with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from site_builder.dialect import doubt, emphasis, links, references
from site_builder.dialect.lines import Line, trimmed
from site_builder.dialect.notes import SIGN, Notes
from site_builder.dialect.paragraph import Paragraph
from site_builder.dialect.pieces import Fault, Piece
from site_builder.dialect.runs import Places, Token, joined
from site_builder.dialect.tags import tag_at

_SPECIAL = re.compile(r"[\\&`*_\[\]!<\n]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_NO_HTML = "remove it, if the article does not print it; if it does, put a \\ before its <"
_CODE = re.compile(r"`([^\s`'\"‘’“”„«»]+)`(?![\w`])")


def read(text: str, lines: Iterable[Line], notes: Notes) -> tuple[list[Piece], list[Fault]]:
    """The pieces of the paragraph on ``lines`` of ``text``, and its faults."""
    trim = [trimmed(text, line) for line in lines]
    content = "\n".join(text[line.start : line.end] for line in trim)
    places = Places(trim)
    made = Paragraph(content, notes, dict(_spaces(text, trim)))
    while made.at < len(made.content):
        match = _SPECIAL.search(made.content, made.at)
        end = match.start() if match else len(made.content)
        made.plain(end)
        if match:
            _READERS[match[0]](made)
    made.pair(0)
    pieces = list(joined(made.tokens, places))
    faults = [*made.faults, *doubt.in_paragraph(made.content, _doubtful(made))]
    return pieces, [_placed(fault, places) for fault in faults]


def _spaces(text: str, lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    at = -1
    for line in lines:
        at += line.end - line.start + 1
        spaces = text[line.end : line.end + 2]
        if spaces[:1] in (" ", "\t"):
            yield at, spaces


def _doubtful(made: Paragraph) -> doubt.Stars:
    return doubt.Stars(
        [(made.tokens[one].start, made.tokens[other].start) for one, other in made.paired],
        [made.tokens[number].start for number in made.loose],
    )


def _backslash(made: Paragraph) -> None:
    following = made.content[made.at + 1 : made.at + 2]
    if following == "\n" and made.at + 1 not in made.spaces:
        made.faults += doubt.backslash(made.content, made.at)
        made.markup("<br>", made.at + 1)
    elif following in _PUNCTUATION and following:
        made.faults += doubt.backslash(made.content, made.at)
        made.character(following, made.at + 1, made.at + 2)
    else:
        made.plain(made.at + 1)


def _reference(made: Paragraph) -> None:
    match = references.REFERENCE.match(made.content, made.at)
    text = references.decoded(match[0]) if match else None
    if match is None or text is None:
        made.plain(made.at + 1)
        return
    if references.LOST in text:
        message = f"{match[0]} stands for no character"
        made.faults.append(Fault("lost-character", message, *match.span(), doubt.ASK_THE_SOURCE))
    made.character(text, *match.span())


def _code(made: Paragraph) -> None:
    match = _CODE.match(made.content, made.at)
    if match and not made.content[made.at - 1 : made.at].isalnum():
        made.markup("<code>", made.at + 1)
        made.plain(match.end(1))
        made.markup("</code>", match.end())
    else:
        made.plain(made.run_end())


def _star(made: Paragraph) -> None:
    start, end = made.at, made.run_end()
    opens, closes = emphasis.edges(
        made.content[start:end], made.content[max(start - 1, 0) : start], made.content[end : end + 1]
    )
    made.plain(end)
    number = len(made.tokens) - 1
    if opens or closes:
        made.marks.append(emphasis.Mark(number, made.content[start:end], opens, closes, made.words))
    elif made.content[start] == "*":
        made.loose.append(number)


def _exclamation(made: Paragraph) -> None:
    if made.content.startswith("![", made.at) and not made.content.startswith("![^", made.at):
        links.open_bracket(made, made.at + 2, is_image=True)
    else:
        made.plain(made.at + 1)


def _bracket(made: Paragraph) -> None:
    match = SIGN.match(made.content, made.at)
    is_second = (
        match and made.content[made.at - 1 : made.at] in ("", "\n") and made.content.startswith(":", match.end())
    )
    sign = made.notes.sign(match[1]) if match and not is_second else None
    if match and sign:
        made.markup(sign, match.end())
    else:
        links.open_bracket(made, made.at + 1, is_image=False)


def _less_than(made: Paragraph) -> None:
    tag = tag_at(made.content, made.at)
    if tag:
        made.faults.append(Fault("raw-html", f"{tag[0]} is shown as text", *tag.span(), _NO_HTML))
    made.plain(made.at + 1)


def _line_end(made: Paragraph) -> None:
    if made.spaces.get(made.at) == "  ":
        made.tokens.append(Token(made.at, markup="<br>"))
    made.plain(made.at + 1)


_READERS = {
    "\\": _backslash,
    "&": _reference,
    "`": _code,
    "*": _star,
    "_": _star,
    "!": _exclamation,
    "[": _bracket,
    "]": links.close_bracket,
    "<": _less_than,
    "\n": _line_end,
}


def _placed(fault: Fault, places: Places) -> Fault:
    """``fault`` with its offsets in the Markdown."""
    start, last = places(fault.start), places(max(fault.end - 1, fault.start))
    return fault._replace(start=start, end=last + 1, escapes=tuple(map(places, fault.escapes)))
