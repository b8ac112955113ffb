"""Turns a web page into an article: the story's words, and the facts that the page states about itself."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.blocks import Block, Words, elements, read_blocks
from site_builder.editor.saved.facts import collect
from site_builder.editor.saved.metadata import read_metadata
from site_builder.editor.saved.report import kept_and_left
from site_builder.editor.saved.story import leave_out
from site_builder.editor.saved.styles import Look, Sheet, look, sheet
from site_builder.editor.saved.tree import HEADINGS, Element, Run, parse

_VEILED = 2
"""The ratio of hidden to shown text from which on its hiding is a curtain that a script draws."""
_SMALL = 600
"""A page that hides fewer characters than this hides them for good."""
_OPENING = 12
_MOST_FRAMED = 40
"""The number of blocks that are looked at as pull quotes; a page with more has something else in its frames."""


def read_page(page: str, location: str = "", styles: Sequence[str] = ()) -> Saved:
    """The article in ``page``; ``location`` is its address where the file says it, ``styles`` the sheets beside it."""
    root = parse(page)
    facts = collect(root)
    words, notes = _seen(root, sheet([*facts.styles, *styles]))
    reasons = leave_out(words, root)
    _once(words.blocks, reasons)
    headlines = tuple(block.words.replace("\n", " ") for block in words.blocks if block.kind == "h1")
    metadata = read_metadata(page, facts, headlines, _opening(words.blocks), location)
    kept = [block for block, reason in zip(words.blocks, reasons, strict=True) if not reason]
    title = _as_title(kept, metadata.title)
    return Saved(
        metadata=metadata,
        paragraphs=tuple(
            ("h" if block.kind in HEADINGS else "p", block.words)
            for block in kept
            if block.kind != "caption" and block is not title
        ),
        captions=tuple(dict.fromkeys(block.words.replace("\n", " ") for block in kept if block.kind == "caption")),
        notes=(*notes, *kept_and_left(words.blocks, reasons, words.unseen)),
    )


def _as_title(kept: Sequence[Block], title: str) -> Block | None:
    """The heading that is the article's title already."""
    headings = (block for block in kept if block.kind in HEADINGS and " ".join(block.words.split()) == title)
    return next(headings, None)


def _opening(blocks: Sequence[Block]) -> list[str]:
    """The first lines after the headline."""
    behind = next((number for number, block in enumerate(blocks) if block.kind == "h1"), 0)
    return [block.words for block in blocks[behind : behind + _OPENING]]


def _once(blocks: Sequence[Block], reasons: list[str]) -> None:
    """Leave out pull quotes: blocks in a quotation's or figure's frame that repeat words of a paragraph."""
    paragraphs = "\n".join(
        block.words for block, reason in zip(blocks, reasons, strict=True) if not reason and not _may_repeat(block)
    )
    framed = [number for number, block in enumerate(blocks) if not reasons[number] and _may_repeat(block)]
    for number in framed[:_MOST_FRAMED]:
        bare = blocks[number].words.strip("\"'“”‘’„«»‹› …")
        if len(bare) > 10 and bare in paragraphs:
            reasons[number] = "pull quote that repeats the story"


def _may_repeat(block: Block) -> bool:
    classes = block.holder.attrs.get("class", "").lower()
    return block.kind == "p" and (block.framed or "pull" in classes)


def _seen(root: Element, rules: Sheet) -> tuple[Words, list[str]]:
    """The page's words; and a note where the page hides most of them until a script shows them."""
    words = read_blocks(root, rules)
    hidden = sum(len(text) for reason, text in words.unseen if reason == "hidden")
    shown = sum(len(block.words) for block in words.blocks)
    if hidden < _SMALL or hidden < _VEILED * shown:
        return words, []
    lengths = _lengths(root)
    curtains = frozenset(
        element
        for element in elements(root)
        if lengths[element] > hidden / 2
        and element.tag not in ("template", "noscript", "dialog")
        and look(element, rules) & {Look.HIDDEN, Look.INVISIBLE}
    )
    note = "the page hides most of its words until a script shows them; they were kept: compare them with the page"
    return (read_blocks(root, rules, curtains), [note]) if curtains else (words, [])


def _lengths(root: Element) -> dict[Element, int]:
    """The number of characters in each element."""
    lengths: dict[Element, int] = {}
    for element in reversed(list(elements(root))):  # inner ones before those around them
        lengths[element] = sum(
            len(child.text) if isinstance(child, Run) else lengths[child] for child in element.children
        )
    return lengths
