"""A paragraph that is being split into pieces: the tokens so far, and the current position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.dialect import emphasis
from site_builder.dialect.notes import Notes
from site_builder.dialect.pieces import Fault
from site_builder.dialect.runs import Token


@dataclass(frozen=True, slots=True)
class Opener:
    """A bracket that may open a link or an image."""

    token: int
    """The number of its token."""
    is_image: bool
    """Whether it is ``![``."""
    marks: int
    """The number of emphasis marks before it."""
    words: int
    """The number of stretches with a letter or digit before it."""


@dataclass(slots=True)
class Paragraph:
    """One text on its way into pieces."""

    content: str
    """Its lines, without spaces and tabs at their ends, joined by line ends."""
    notes: Notes
    spaces: Mapping[int, str]
    """The white space before each line end in ``content``: two spaces begin a new line."""
    at: int = 0
    """The offset up to which it was read."""
    words: int = 0
    """Stretches with a letter or digit so far: emphasis and links have at least one."""
    tokens: list[Token] = field(default_factory=list)
    """The tokens read so far."""
    marks: list[emphasis.Mark] = field(default_factory=list)
    """Marks of emphasis whose partner is not known."""
    loose: list[int] = field(default_factory=list)
    """Tokens of stars that are text."""
    paired: list[tuple[int, int]] = field(default_factory=list)
    """Tokens of stars that are emphasis."""
    openers: list[Opener] = field(default_factory=list)
    """Brackets that are open."""
    no_links: int = 0
    """The number of openers, from the first, that cannot open a link any more: links do not nest."""
    faults: list[Fault] = field(default_factory=list)
    """The faults that an editor has to look at, with offsets in ``content``."""

    def plain(self, end: int) -> None:
        """Everything up to ``end`` is text."""
        if end > self.at:
            words = self.content[self.at : end]
            self.words += any(map(str.isalnum, words))
            self.tokens.append(Token(self.at, words))
            self.at = end

    def character(self, text: str, start: int, end: int) -> None:
        """``text`` stands for the characters from ``start`` to ``end``."""
        self.words += any(map(str.isalnum, text))
        self.tokens.append(Token(start, text))
        self.at = end

    def markup(self, markup: str, end: int) -> None:
        """Everything up to ``end`` is ``markup``."""
        self.tokens.append(Token(self.at, markup=markup))
        self.at = end

    def run_end(self) -> int:
        """The end of the run of the one character that begins here."""
        end, letter = self.at, self.content[self.at]
        while self.content[end : end + 1] == letter:
            end += 1
        return end

    def pair(self, since: int) -> None:
        """Make markup of the emphasis marks from number ``since`` on that have a partner."""
        marks = self.marks[since:]
        del self.marks[since:]
        found = emphasis.pairs(marks)
        for one, other in found:
            first, last = self.tokens[one.token], self.tokens[other.token]
            first.text, first.markup = "", f"<{one.tag}>"
            last.text, last.markup = "", f"</{one.tag}>"
            if one.run[0] == "*":
                self.paired.append((one.token, other.token))
        paired = {mark.token for pair in found for mark in pair}
        self.loose += (mark.token for mark in marks if mark.token not in paired and mark.run[0] == "*")
