"""Finds markup that may be text which an editor pasted: a reader would notice only that characters are missing.

Real lists, headings and emphasis are what the dialect is for, and give no message. Each fault says what the characters
were taken for and what to write, and names where a backslash makes text of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.dialect.pieces import Fault

CODE = "text-as-markup"
ASK_THE_SOURCE = "look at the publisher's page and write the character that it has"

_REACH = 80
"""Characters before a backslash in which signs of a path are looked for."""
_PATH = re.compile(r"""(?:^|[\s"'(])[a-zA-Z]:\\|(?<!\\)\\[a-zA-Z0-9]""")
_NEVER_MARKUP = frozenset("\"',/:;?@$%{}")
_REMARK = re.compile(r"[^\w\s] [-–—] \S|[?!…][\"'”“»’)]*$")
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner "
    "januari februari mars maj augusti december marts desember "
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta ledna února března dubna května června července srpna září října listopadu prosince "
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra".split()
)
"""Names of months in languages that write 3. Oktober."""
_FIRST_WORD = re.compile(r"([^\W\d_]+)\.?,?( \d{4}\b)?")
_LONG = 15
"""Words from which on a heading that ends as a sentence does is one."""


_BROKEN = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{2,})[-‐\u00ad][ \t]*\n[ \t]*(?P<second>[^\W\d_]+)")
"""Two parts of a word around the end of a line."""
_JOINING = frozenset(
    "and or nor to und oder bis sowie et ou ni y o e og eller och en of i lub oraz a nebo "
    "и или либо да і або ці й та".split()
)
"""Words after a hyphen that stands for the rest of a word: pre- and post-war."""


def broken_words(text: str) -> Iterator[Fault]:
    """One fault for the words of ``text`` that the end of a line breaks."""
    found = [match for match in _BROKEN.finditer(text) if match["second"].islower() and match["second"] not in _JOINING]
    if not found:
        return
    first, second = found[0]["first"], found[0]["second"]
    more = f", and {len(found) - 1} more in this article" if len(found) > 1 else ""
    message = f'the end of a line breaks a word{more}: readers would see "{first}- {second}"'
    advice = f"write {first}{second} on one line, or {first}-{second} if the hyphen belongs to the word"
    yield Fault("broken-word", message, *found[0].span(), advice)


@dataclass(frozen=True, slots=True)
class Stars:
    """The stars of one paragraph, as offsets in it."""

    paired: Sequence[tuple[int, int]]
    """Pairs of runs that were read as emphasis: the opening one and the closing one."""
    loose: Sequence[int]
    """Runs that are text."""


def in_paragraph(content: str, stars: Stars) -> Iterator[Fault]:
    """Emphasis beside masked words: ``the **ck he was, f**``."""
    masked = {_length(content, at) for at in stars.loose if _touches_a_word(content, at)}
    for first, last in stars.paired:
        length = _length(content, first)
        if length not in masked:
            continue
        escapes = [at + step for at in (first, last) for step in range(length)]
        yield Fault(
            CODE,
            "these asterisks are read as emphasis, others in the paragraph as text",
            first,
            last + length,
            "if the article has them, write " + "\\*" * length,
            tuple(escapes),
        )


def _length(content: str, at: int) -> int:
    end = at
    while content.startswith("*", end):
        end += 1
    return end - at


def _touches_a_word(content: str, at: int) -> bool:
    end = at + _length(content, at)
    return content[max(at - 1, 0) : at].isalnum() or content[end : end + 1].isalnum()


def backslash(content: str, at: int) -> Iterator[Fault]:
    """A backslash at ``at`` that is taken for an escape, though it may be text.

    It may be in a path, after a sign as in the shrug of kaomoji, and before a character that is never markup.
    """
    word = re.split(r"\s", content[max(at - _REACH, 0) : at])[-1]
    following = content[at + 1 : at + 2]
    before = word[-1:]
    is_sign = before > "\x7f" and unicodedata.category(before)[0] == "S"
    if following == "\\":
        if not word.strip("\"'(“„«") and content[at + 2 : at + 3].isalnum():  # \\server
            message = "the first of these backslashes is read as an escape"
            yield Fault(CODE, message, at, at + 2, "if the article has both, write \\\\\\\\", (at, at + 1))
    elif is_sign or _PATH.search(word + "\\"):
        message = "the backslash at the end of the line is read as a line break"
        if following != "\n":
            message = f"the backslash before {following} is read as an escape"
        shown = following.strip()
        yield Fault(CODE, message, at, at + 1 + len(shown), f"if the article has it, write \\\\{shown}", (at,))
    elif following in _NEVER_MARKUP:
        # Some programs write such escapes, so nobody but an editor can tell what was meant.
        message = f"the backslash before {following} is read as an escape"
        advice = f"if the article has it, write \\\\{following}, otherwise remove it"
        yield Fault(CODE, message, at, at + 2, advice)


def nameless_image(start: int, end: int) -> Fault:
    """The fault of an image without a name, which disappears."""
    return Fault(
        CODE,
        "an image without a name is not shown",
        start,
        end,
        "name it, ![what it shows](address), or remove it",
    )


def bullets(items: Sequence[tuple[str, int]]) -> Iterator[Fault]:
    """Lines of dialogue that were taken for a list: of each item its first line and where its hyphen is."""
    first = next((at for line, at in items if _REMARK.search(line)), None)
    if first is not None:
        yield Fault(
            CODE,
            "these lines are read as a list: their hyphens are not part of the text",
            first,
            first + 1,
            "if the article has them, write \\- at each; begin the items of a list with +",
            tuple(at for _, at in items),
        )


def numbers(items: Sequence[tuple[str, int, int]]) -> Iterator[Fault]:
    """Dates that were taken for a numbered list: of each item its first line, its number and its dot."""
    found = next(((start, dot) for line, start, dot in items if _is_date(line)), None)
    if found:
        yield Fault(
            CODE,
            "these lines are read as a numbered list: their numbers are not part of the text",
            found[0],
            found[1] + 1,
            "if the article has them, write 1\\. and so on",
            tuple(dot for _, _, dot in items),
        )


def _is_date(line: str) -> bool:
    """A month, or a small word and a year, after the number."""
    match = _FIRST_WORD.match(line)
    return match is not None and (match[1].lower() in _MONTHS or bool(match[2] and match[1].islower()))


def heading(words: str, level: int, at: int, *, below_text: bool) -> Iterator[Fault]:
    """A ``#`` at ``at`` that is a sign of the text: ``# 1 in the polls``."""
    is_sentence = words.endswith((".", ",", ";", ":")) and len(words.split()) >= _LONG
    if level == 1 and (words[:1].isdigit() or is_sentence or below_text):
        yield Fault(
            CODE,
            "this line is read as a heading: its # is not part of the text",
            at,
            at + 1,
            "if the article has it, write \\#; a heading within an article begins with ##",
            (at,),
        )


def rule(at: int, end: int, marks: Sequence[int]) -> Fault:
    """Signs right below a text that were taken for a rule across the page."""
    return Fault(
        CODE,
        "this line is read as a rule: its characters are not part of the text",
        at,
        end,
        "if the article has them, write a backslash before each; or put an empty line above if a rule is meant",
        tuple(marks),
    )
