"""Reports characters that turn a text around or hide in it, in whatever text of a record they are.

An error where readers would see other words than are there, a warning where the character is only unneeded. Knows trees
of values and their places.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.records.hidden import Hidden, may_hide, misleading, misprinted, unneeded
from site_builder.records.lines import named
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.source import Span

MISLEADS = "misleading-character"
HIDES = "hidden-character"
WHY = {
    MISLEADS: "which makes it read otherwise than it is written",
    HIDES: "which nobody sees and nothing here needs",
}
_MOST_NAMED = 3
"""Characters of one text that are named."""
_WRITTEN_AS_CODE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_REMEDY = "remove it; codes of such characters in double quotes, such as \\u202E, count as the characters"


def hiding(
    node: Node, skipped: frozenset[str], printed: frozenset[str], faulty: Container[int]
) -> Iterator[Diagnostic]:
    """The faults of all texts below ``node``, except those that begin at ``faulty`` offsets: they have been reported.

    Texts of the keys ``skipped`` are compared with an article elsewhere; those of the keys ``printed`` are an
    article's own, and may have what misleads nobody.
    """
    written = node.source.text[node.start : node.end]
    if may_hide(written) or _WRITTEN_AS_CODE.search(written):
        for text, is_printed in _texts(node, skipped, printed, is_printed=False):
            if text.start not in faulty:
                yield from in_text(text.value or "", text.span, is_printed=is_printed)


def in_text(text: str, place: Span, *, is_printed: bool = False) -> Iterator[Diagnostic]:
    """The faults of ``text``, which is at ``place``; one that is an article's own may have what misleads nobody."""
    if may_hide(text):
        wrong = (misprinted if is_printed else misleading)(text)
        if wrong:
            yield fault(MISLEADS, wrong, place)
        elif not is_printed and (odd := unneeded(text)):
            yield fault(HIDES, odd, place)


def fault(
    code: str,
    signs: Sequence[Hidden],
    place: Span,
    what: str = "the text",
    *,
    why: str = "",
    notes: tuple[Note, ...] = (),
    help: str = _REMEDY,
) -> Diagnostic:
    """The diagnostic for ``signs`` of the text at ``place``, at the first of them that is there as itself."""
    start = place.source.text.find(signs[0].sign, place.start, place.end)
    spot = Span(place.source, start, start + 1) if start >= 0 else place
    message = f"{what} has {_listed(signs)}, {why or WHY[code]}"
    return at(code, spot, message, notes=notes, help=help)


def _listed(signs: Iterable[Hidden]) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE and U+200B ZERO WIDTH SPACE``; of many, the first and how many follow."""
    names = [named(sign) for sign in dict.fromkeys(one.sign for one in signs)]
    more = len(names) - _MOST_NAMED
    return " and ".join([*names[:_MOST_NAMED], *([f"{more} more"] if more > 0 else [])])


def _texts(
    node: Node, skipped: frozenset[str], printed: frozenset[str], *, is_printed: bool
) -> Iterator[tuple[Scalar, bool]]:
    if isinstance(node, Scalar):
        yield node, is_printed
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _texts(item, skipped, printed, is_printed=is_printed)
    elif isinstance(node, MapNode):
        for key, (_, value) in node.entries.items():
            if key not in skipped:
                yield from _texts(value, skipped, printed, is_printed=is_printed or key in printed)
