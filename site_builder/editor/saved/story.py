"""Decides which of a page's blocks are the story.

The story is where the prose is: the smallest element that holds most of it, without what calls itself something else
(``furniture.py``) and without lists of links. A hint is trusted only while it leaves the story whole. Each block that
is left out keeps its reason, so that nothing is lost in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from site_builder.editor.saved.blocks import Block, Words
from site_builder.editor.saved.furniture import COMMENTS, hint, is_note
from site_builder.editor.saved.phrases import is_correction, is_furniture
from site_builder.editor.saved.prose import SENTENCE_ENDS, Prose
from site_builder.editor.saved.tree import HEADINGS, Element

OUTSIDE = "outside the story"
LINKS = "links"
_MOST = 0.5
"""The part of an element's prose that one element inside must have for the story to be there."""
_RIVAL = 0.3
"""The part that the second element must not have: where two have so much, the story is in both."""
_ALIKE = 0.05
"""The part that elements of the same kind beside it must not have."""
_NAMED = 0.2
"""The part that an element must have that calls itself the story and has the headline."""
_NAMED_IN_SMALL = 0.7
_A_STORY = 1000
"""So much text, in characters, is a story even where something else on the page is longer."""
_MOST_OF_NOTE = 6
"""The number of blocks that a publisher's correction may have."""
_PARAGRAPHS = HEADINGS | {"p", "li", "blockquote", "pre"}
_TRUSTED = 0.4
"""The part of a page's prose that may be in one element that says it is not the story."""


def leave_out(words: Words, root: Element) -> list[str]:
    """For each block of ``words`` the reason why it is no part of the story; empty where it is."""
    reasons = [""] * len(words.blocks)
    _by_hints(words, Prose(words), reasons)
    prose = Prose(words, reasons)
    path = _container(root, words, prose)
    first, end = words.spans[path[-1]]
    beside = {
        child for element in path for child in element.children if isinstance(child, Element) and child.tag == "p"
    }
    headline = _headline(words.blocks, first, end)
    notes = _notes(words)
    for number, block in enumerate(words.blocks):
        if (is_correction(block.words) or number in notes) and reasons[number] != COMMENTS:
            reasons[number] = ""
        elif not reasons[number]:
            between = headline < number < first and prose.of[number]
            is_near = (
                number == headline
                or first <= number < end
                or between
                or (block.holder in beside and prose.of[number] > 40)
            )
            reasons[number] = _by_itself(block) if is_near and number >= headline else OUTSIDE
    _before_story(words.blocks, reasons, prose, headline)
    _by_headings(words.blocks, reasons, prose)
    _repeated(words.blocks, reasons, prose)
    return reasons


def _notes(words: Words) -> frozenset[int]:
    """The numbers of the blocks in short elements that say they are the publisher's correction."""
    spans = [span for element, span in words.spans.items() if is_note(element) and span[1] - span[0] <= _MOST_OF_NOTE]
    numbers = {number for first, end in spans for number in range(first, end)}
    return frozenset(number for number in numbers if words.blocks[number].linked < len(words.blocks[number].words) / 2)


def _by_itself(block: Block) -> str:
    """The reason why ``block`` is no part of a story, wherever it is; empty where there is none."""
    is_sentence = block.holder.tag == "p" and len(block.words) > 40 and block.words.endswith(SENTENCE_ENDS)
    if block.kind == "p" and block.linked > 0.7 * len(block.words) and len(block.words) < 240 and not is_sentence:
        return LINKS
    return "stock phrase" if is_furniture(block.words) else ""


def _by_hints(words: Words, prose: Prose, reasons: list[str]) -> None:
    """Leave out the elements that say they are not the story, while most of the prose is elsewhere."""
    behind = 0
    left = prose.total
    for element, (first, end) in words.spans.items():
        if first < behind or first == end or not (label := hint(element)):
            continue
        inside = prose.inside(element)
        if label == COMMENTS:
            enough = left - inside >= min(200, inside / 4)
        elif label == "aside" and inside and not prose.is_list(element):
            enough = inside <= 0.2 * left
        elif prose.is_small:
            enough = left > inside and not prose.has_headline(element)
        else:
            enough = inside <= _TRUSTED * left
        if enough or not inside:
            reasons[first:end] = [label] * (end - first)
            behind, left = end, left - inside


def _container(root: Element, words: Words, prose: Prose) -> list[Element]:
    """The smallest element that has most of the prose, after those that it is in, outermost first."""
    path = [root]
    while True:
        element = path[-1]
        inside = prose.inside(element)
        children = sorted(_block_children(element, prose), key=prose.inside, reverse=True)
        least = inside * (_NAMED_IN_SMALL if prose.is_small else _NAMED)
        named = [child for child in children if prose.inside(child) > least and _is_named_story(child, words)]
        if named and prose.inside(named[0]) < min(_A_STORY, 0.7 * prose.inside(children[0])):
            named = []  # it holds a lead, and the story is elsewhere
        best = named[0] if len(named) == 1 else children[0] if children else None
        if prose.is_small and best not in named:
            return path
        if best is None or inside == 0 or best.tag in _PARAGRAPHS:
            return path
        if best not in named:
            others = [child for child in children if child is not best]
            rival = max((prose.inside(child) for child in others), default=0)
            alike = sum(prose.inside(child) * _likeness(child, best) for child in others)
            if prose.inside(best) < _MOST * inside or rival > _RIVAL * inside or alike > _ALIKE * inside:
                return path
        path.append(best)


def _is_named_story(element: Element, words: Words) -> bool:
    """True when ``element`` says that it is the story, and it has the page's headline or is the story's text alone."""
    if "articlebody" in element.attrs.get("itemprop", "").lower():
        return True
    first, end = words.spans[element]
    is_named = element.tag in ("article", "main") or element.attrs.get("role") in ("article", "main")
    return is_named and any(block.kind == "h1" for block in words.blocks[first : min(end, first + 20)])


def _likeness(one: Element, other: Element) -> float:
    """The likeness of two elements to parts of one whole, from 0 to 1: by their names and classes."""
    classes = set(one.attrs.get("class", "").split()), set(other.attrs.get("class", "").split())
    if one.tag != other.tag:
        return 0
    return 1 if classes[0] & classes[1] else 0 if classes[0] or classes[1] else 0.25


def _block_children(element: Element, prose: Prose) -> list[Element]:
    """The elements with prose directly inside ``element``, through those that are in lines."""
    found: list[Element] = []
    stack = [element]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, Element):
                if prose.inside(child):
                    found.append(child)
                elif child.children:
                    stack.append(child)
    return found


def _headline(blocks: Sequence[Block], first: int, end: int) -> int:
    """The number of the last ``<h1>`` before or at the story's beginning; -1 where there is none."""
    found = [number for number, block in enumerate(blocks[:end]) if block.kind == "h1"]
    before = [number for number in found if number <= first]
    return before[-1] if before else found[0] if found and found[0] < first + 8 else -1


_TAIL = re.compile(
    r"(?:related|read (?:more|also|next)|more (?:from|on|stories|news)|see also|most (?:read|popular)|recommended|"
    r"comments?|leave a (?:reply|comment)|share this|about the author|trending|you may also like|"
    r"также по теме|читайте (?:также|ещё|еще)|по теме|комментарии|чытайце (?:таксама|яшчэ)|каментары|"
    r"lesen sie auch|mehr zum thema|kommentare|lire aussi|à lire aussi|commentaires|"
    r"lea también|te puede interesar|comentarios|czytaj (?:też|także)|zobacz (?:też|także)|komentarze)\b",
    re.IGNORECASE,
)


def _by_headings(blocks: Sequence[Block], reasons: list[str], prose: Prose) -> None:
    """Leave out the blocks under a heading like "Related stories", up to the next paragraph of prose."""
    under = ""
    for number, block in enumerate(blocks):
        if reasons[number]:
            continue
        if block.kind in HEADINGS:
            under = block.words if _TAIL.match(block.words) and len(block.words) < 60 else ""
        elif under and prose.of[number] > 120:
            under = ""
        if under:
            reasons[number] = f"under “{under}”"


_DATE_LINE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|年|월|^by\b", re.IGNORECASE
)


def _before_story(blocks: Sequence[Block], reasons: list[str], prose: Prose, headline: int) -> None:
    """Leave out the lines of author and day between the headline and the first paragraph."""
    for number in range(headline + 1, len(blocks)):
        words = blocks[number].words
        is_line = len(words) < 100 and blocks[number].kind == "p" and not words.endswith(SENTENCE_ENDS)
        if reasons[number]:
            continue
        if is_line and _DATE_LINE.search(words):
            reasons[number] = "line with author or date"
        elif prose.of[number]:
            return


def _repeated(blocks: Sequence[Block], reasons: list[str], prose: Prose) -> None:
    """Leave out lines that are there again and again, all but the first."""
    lines = [number for number, words in enumerate(prose.of) if not (words or reasons[number])]
    counts = Counter(blocks[number].words for number in lines)
    told = set[str]()
    for number in lines:
        words = blocks[number].words
        if counts[words] > 2 and words in told and blocks[number].holder.tag not in ("td", "th"):
            reasons[number] = "repeated line"
        told.add(words)
