"""The place to paste a passage: its indentation, the line where it goes, and what has to stand before it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.diagnostics import did_you_mean
from site_builder.editor.new import end_of, is_in_brackets
from site_builder.errors import EnvironmentProblem
from site_builder.load.single import lie_alone
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar

LOOKED_AT = 50
"""The number of claims, the last ones, that show the indentation of a project's passages."""
LISTED, ALONE = 6, 2
"""Spaces before a passage of a new claim, in a list and in a file of its own."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a passage of a claim is pasted."""

    where: str
    """The place, after "paste it": ``below claims.yaml:23``, or the lines that the pasted ones replace."""
    spaces: int
    """Spaces before the passage's hyphen."""
    before: tuple[str, ...] = ()
    """Lines that are pasted before the passage: the key, and the passages of a list that is written in brackets."""


def depth(records: Records) -> int:
    """Spaces before the hyphen of a passage, as most passages of the project have them."""
    found = Counter(spaces for entry in records.claims[-LOOKED_AT:] for spaces in _depths(entry))
    if found:
        return found.most_common(1)[0][0]
    return ALONE if lie_alone(records.claims) else LISTED


def spot(records: Records, claim: str) -> Spot:
    """The place for a passage of ``claim``: what is printed can be pasted there as it is.

    Raises :class:`EnvironmentProblem` where there is no such claim, or no line of it to paste below.
    """
    node = _named(records, claim).node
    if not isinstance(node, MapNode) or is_in_brackets(node):
        raise EnvironmentProblem(
            f'the claim "{claim}" is written in braces', "write it as a block first, each key on a line of its own"
        )
    indent = node.source.position(node.start)[1] - 1
    key, passages = node.entries.get("passages", (None, None))
    if key is None or passages is None:
        return Spot(f"below {_line_of(node, end_of(node))}", indent + 2, (f"{' ' * indent}passages:",))
    if isinstance(passages, ListNode) and not is_in_brackets(passages):
        spaces = node.source.position(passages.start)[1] - 1
        return Spot(f"below {_line_of(passages, end_of(passages))}", spaces)
    if isinstance(passages, Scalar) and passages.value is None and passages.end == passages.start:
        return Spot(f"below {_line_of(node, key.end)}", indent + 2)
    if not isinstance(passages, ListNode) and not (isinstance(passages, Scalar) and passages.value is None):
        raise EnvironmentProblem(f'`passages` of "{claim}" is not a list', "`site-builder check` says what is wrong")
    items = passages.items if isinstance(passages, ListNode) else []
    lines = [f"{' ' * indent}passages:", *(line for item in items for line in _as_block(item, indent + 2))]
    first, last = (node.source.position(at)[0] for at in (key.start, passages.end))
    replaced = f"{node.source.name}:{first}" if first == last else f"the lines {first} to {last} of {node.source.name}"
    return Spot(f"in place of {replaced}, which cannot be added to as written", indent + 2, tuple(lines))


def _named(records: Records, claim: str) -> Entry[ClaimRecord]:
    entry = next((entry for entry in records.claims if entry.id == claim), None)
    if entry is None:
        hint = did_you_mean(claim, [entry.id for entry in records.claims]) or "write the id of a claim on file"
        raise EnvironmentProblem(f'there is no claim "{claim}"', hint)
    return entry


def _line_of(node: Node, end: int) -> str:
    """The line on which the text before ``end`` ends: ``claims.yaml:23``."""
    source = node.source
    return f"{source.name}:{source.position(len(source.text[:end].rstrip()))[0]}"


def _as_block(item: Node, spaces: int) -> Iterator[str]:
    """The lines of a passage in braces, with its keys on lines of their own and each value as it is written."""
    pairs = item.entries.values() if isinstance(item, MapNode) else ()
    texts = [f"{_written(key)}: {_written(value)}".rstrip() for key, value in pairs] or [_written(item)]
    for number, text in enumerate(texts):
        first, *others = text.splitlines()
        yield f"{' ' * spaces}{'  ' if number else '- '}{first}"
        yield from (f"{' ' * (spaces + 4)}{line.strip()}".rstrip() for line in others)


def _written(node: Node) -> str:
    return node.source.text[node.start : node.end].strip()


def _depths(entry: Entry[ClaimRecord]) -> Iterator[int]:
    """The spaces before each hyphen that begins a line."""
    node = entry.node.get("passages") if isinstance(entry.node, MapNode) else None
    if isinstance(node, ListNode):
        for item in node.items:
            line = node.source.line_start(node.source.position(item.start)[0])
            before = node.source.text[line : item.start]
            if before.strip() == "-":
                yield len(before) - len(before.lstrip(" "))
