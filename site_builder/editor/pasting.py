"""The place to paste a passage: its indentation, and the line after which it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_builder.diagnostics import did_you_mean
from site_builder.editor.new import end_of
from site_builder.errors import EnvironmentProblem
from site_builder.load.single import lie_alone
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord
from site_builder.records.nodes import ListNode, MapNode

LOOKED_AT = 50
"""The number of claims, the last ones, that show the indentation of a project's passages."""
LISTED, ALONE = 6, 2
"""Spaces before a passage of a new claim, in a list and in a file of its own."""


def depth(records: Records, claim: str = "") -> int:
    """Spaces before the hyphen of a passage: of the one ``claim``, else as most passages of the project have them.

    Raises :class:`EnvironmentProblem` where there is no such claim.
    """
    entries = [_named(records, claim)] if claim else records.claims[-LOOKED_AT:]
    found = Counter(spaces for entry in entries for spaces in _depths(entry))
    if found:
        return found.most_common(1)[0][0]
    return depth(records) if claim else ALONE if lie_alone(records.claims) else LISTED


def place(records: Records, claim: str) -> str:
    """The line after which a passage of ``claim`` is pasted: ``claims.yaml:23``; nothing where it has no list."""
    entry = _named(records, claim)
    passages = _passages(entry)
    if passages is None:
        return ""
    source = passages.source
    return f"{source.name}:{source.position(len(source.text[: end_of(passages)].rstrip()))[0]}"


def _named(records: Records, claim: str) -> Entry[ClaimRecord]:
    entry = next((entry for entry in records.claims if entry.id == claim), None)
    if entry is None:
        hint = did_you_mean(claim, [entry.id for entry in records.claims]) or "write the id of a claim on file"
        raise EnvironmentProblem(f'there is no claim "{claim}"', hint)
    return entry


def _passages(entry: Entry[ClaimRecord]) -> ListNode | None:
    """The passages, where each begins a line with its hyphen."""
    node = entry.node.get("passages") if isinstance(entry.node, MapNode) else None
    return node if isinstance(node, ListNode) and list(_depths_of(node)) else None


def _depths(entry: Entry[ClaimRecord]) -> Iterator[int]:
    node = entry.node.get("passages") if isinstance(entry.node, MapNode) else None
    return _depths_of(node) if isinstance(node, ListNode) else iter(())


def _depths_of(node: ListNode) -> Iterator[int]:
    for item in node.items:
        line = node.source.line_start(node.source.position(item.start)[0])
        before = node.source.text[line : item.start]
        if before.strip() == "-":
            yield len(before) - len(before.lstrip(" "))
