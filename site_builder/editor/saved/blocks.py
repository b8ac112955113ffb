"""A page's words as its reader sees them, block by block, each with its place among the page's elements.

No block runs into the next: everything that is not known to be in a line is a block. Words that the reader does not
see, or sees struck out, are set apart with the reason. ``story.py`` decides which blocks are the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_builder.editor.saved import marks
from site_builder.editor.saved.context import NO_WORDS, RAISED, READINGS, State, inside
from site_builder.editor.saved.styles import Look, Sheet, look
from site_builder.editor.saved.tree import Element, Run

_IN_LINE = frozenset(
    "abbr acronym area bdi bdo cite data del dfn img ins kbd label map mark math meter output picture progress q rb "
    "rbc rtc ruby samp slot source span sub sup time track var wbr link meta basefont".split()
)
_TAG = re.compile(r"<[^<>]*>")
"""Markup in a ``<noscript>``, whose content is text to a browser that runs scripts."""
_CLOSING = frozenset(".,;:!?…)]”’»")
_EXPONENT = frozenset("0123456789+-−n")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, heading, caption, list item or table cell."""

    words: str
    """White space is single; a line feed where the page breaks the line."""
    kind: str
    """``p``, ``caption``, or the heading's element name."""
    holder: Element
    """The innermost block element around it."""
    linked: int
    """The number of its characters in links."""
    framed: bool = False
    """True inside a figure, an aside or a quotation's frame."""


@dataclass(slots=True)
class Words:
    """The words of a page."""

    blocks: list[Block] = field(default_factory=list)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    """The reason (``hidden``, ``struck out``, ``readings``), and the words."""
    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)
    """For each block element the numbers of its first block and of the first after it, outer elements first."""


def read_blocks(root: Element, rules: Sheet, shown: frozenset[Element] = frozenset()) -> Words:
    """The words of the page ``root``; the elements ``shown`` are seen whatever ``rules`` and attributes say."""
    reader = _Reader(rules, shown)
    stack = [(root, inside(root, State(holder=root), frozenset()), iter(root.children), False)]
    reader.open_block(root)
    while stack:
        element, state, children, is_block = stack[-1]
        child = next(children, None)
        if child is None:
            reader.leave(element, state, is_block)
            stack.pop()
        elif isinstance(child, Run):
            reader.run(child, state)
        else:
            inner, opens = reader.enter(child, state, element)
            stack.append((child, inner, iter(child.children), opens))
    reader.flush(State(holder=root))
    reader.words.spans[root] = (0, len(reader.words.blocks))
    return reader.words


class _Reader:
    def __init__(self, rules: Sheet, shown: frozenset[Element]) -> None:
        self.words = Words()
        self._rules = rules
        self._shown = shown
        self._parts: list[str] = []
        self._linked = 0
        self._line_has_words = False
        self._edge = False
        """True after the edge of an element that must not glue its words to its neighbours'."""
        self._quotes: list[tuple[int, int, str]] = []
        """For each open ``<q>``: its block's number, the place of its opening mark in the parts, its closing mark."""
        self._block = 0
        """The number of blocks that have ended."""
        self._has_letters = False
        """True when a letter or a digit is in the parts."""
        self._worded: dict[Element, bool] = {}
        self._known: dict[Element, frozenset[Look]] = {}

    def open_block(self, element: Element) -> None:
        self.words.spans[element] = (len(self.words.blocks), 0)

    def enter(self, element: Element, state: State, parent: Element) -> tuple[State, bool]:
        """Go into ``element``; returns the state inside, and whether it is a block."""
        tag = element.tag
        looks = self._look(element)
        state = inside(element, state, looks)
        if tag == "br":
            self._break(state)
        elif tag == "img" and "emoji" in element.attrs.get("class", ""):
            self._put(element.attrs.get("alt", ""), state, linked=False)
        elif tag == "q" and not state.unseen:
            opening, closing = marks.around(state.language, state.quotations - 1)
            self._quotes.append((self._block, len(self._parts), closing))
            self._parts.append(opening)
        if tag in _IN_LINE or tag in ("br", *READINGS):
            return state, False
        if state.unseen or ("-" in tag and self._has_words(parent)):
            self._edge = True
            return state, False
        self.flush(state)
        self.open_block(element)
        return state._replace(holder=element), True

    def leave(self, element: Element, state: State, is_block: bool) -> None:
        if element.tag == "q" and not state.unseen:
            self._close_quotation()
        self._edge = (
            self._edge or "-" in element.tag or (bool(state.unseen) and element.tag not in (*_IN_LINE, *READINGS))
        )
        if is_block:
            self.flush(state)
            self.words.spans[element] = (self.words.spans[element][0], len(self.words.blocks))

    def run(self, run: Run, state: State) -> None:
        """Take the words of ``run``."""
        text, linked = run.text, False
        for element in run.formatting:
            state = inside(element, state, self._look(element))
            linked = linked or (element.tag == "a" and "href" in element.attrs)
        unseen = state.unseen or ("hidden" if state.invisible else "struck out" if state.struck else "")
        if unseen:
            self._set_apart(unseen, text)
        elif state.preformatted:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._break(state)
                self._put(line, state, linked)
        else:
            self._put(text.replace("\n", " "), state, linked)

    def flush(self, state: State) -> None:
        """End the block."""
        if self._quotes and not self._has_letters:
            return  # only the mark of a quotation whose words begin in the next block
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        words = "\n".join(filter(None, lines))
        self._parts.clear()
        self._block, self._has_letters = self._block + 1, False
        if words:
            kind = state.heading or ("caption" if state.caption else "p")
            self.words.blocks.append(Block(words, kind, state.holder, min(self._linked, len(words)), state.framed))
        self._linked, self._line_has_words, self._edge = 0, False, False

    def _look(self, element: Element) -> frozenset[Look]:
        if element not in self._known:
            self._known[element] = frozenset() if element in self._shown else look(element, self._rules)
        return self._known[element]

    def _has_words(self, element: Element) -> bool:
        """True when words are directly in ``element``; looked up once, however many children ask."""
        if element not in self._worded:
            self._worded[element] = element.has_words
        return self._worded[element]

    def _set_apart(self, reason: str, text: str) -> None:
        words = " ".join(_TAG.sub(" ", text).split())
        self._edge = self._edge or text != words or " " in words
        if reason == NO_WORDS or not words:
            return
        if self.words.unseen and self.words.unseen[-1][0] == reason and len(self.words.unseen[-1][1]) < 200:
            self.words.unseen[-1] = (reason, f"{self.words.unseen[-1][1]} {words}")
        else:
            self.words.unseen.append((reason, words))

    def _put(self, text: str, state: State, linked: bool) -> None:
        text = text.replace("\N{SOFT HYPHEN}", "")
        bare = text.strip()
        if not text:
            return
        if bare and state.raised and _EXPONENT.issuperset(bare) and ("n" not in bare or bare == "n"):
            text = text.translate(RAISED[state.raised])
        opening = (self._block, len(self._parts) - 1)
        if bare and self._quotes and self._quotes[-1][:2] == opening and marks.is_mark(bare[0]):
            self._parts[-1] = ""  # the page sets its own marks
            self._quotes[-1] = (-1, -1, "")
        before = self._parts[-1][-1:] if self._parts else ""
        if self._edge and text[0].isalnum() and (before.isalnum() or before in _CLOSING):
            self._parts.append(" ")
        if bare:
            self._edge, self._line_has_words = False, True
        self._parts.append(text)
        self._has_letters = self._has_letters or any(map(str.isalnum, text))
        self._linked += len(text) if linked else 0

    def _close_quotation(self) -> None:
        _, _, closing = self._quotes.pop()
        if any(map(str.strip, self._parts)) or not self.words.blocks:
            self._parts.append(closing)
        else:
            last = self.words.blocks[-1]
            self.words.blocks[-1] = Block(last.words + closing, last.kind, last.holder, last.linked, last.framed)

    def _break(self, state: State) -> None:
        """A line ends; a second time without words between, the block does."""
        if self._line_has_words:
            self._parts.append("\n")
            self._line_has_words = False
        else:
            self.flush(state)


def elements(root: Element) -> Iterator[Element]:
    """``root`` and all elements inside it, in the order of the page."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack += [child for child in reversed(element.children) if isinstance(child, Element)]
