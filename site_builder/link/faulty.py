"""Makes the possible checks of a claim whose record is faulty, so that editors need one round of corrections, not two.

The record has no type, so nothing is made of it; but the ids in it that are ids, and its passages that are passages,
are looked up and proved as those of any other claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from site_builder import urls
from site_builder.diagnostics import Diagnostic
from site_builder.link import prose
from site_builder.link.names import CLOSED, Names
from site_builder.link.quotations import Documents, prove
from site_builder.records import bounds
from site_builder.records.decode import decode, no_id
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord, PassageRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.values import is_id, suggest_id

_SEVERAL = re.compile("[,;|/\u3001\uff0c\uff1b]")
_ONE = {"actor": "actor", "verdict": "verdict"}
_MANY = {"about": "actor", "accuses": "actor", "topics": "topic"}
"""The kinds of record that the ids under each key name."""


def check_faulty(entry: Entry[ClaimRecord], names: Names, documents: Documents, found: list[Diagnostic]) -> None:
    """References to nothing and quotations that are nowhere, in an ``entry`` without a record; they go to ``found``."""
    node = entry.node
    if not isinstance(node, MapNode):
        return
    for key, kind in _ONE.items():
        if key == "verdict" and node.get("scale"):
            continue  # of an earlier scale: looked up when the record is whole
        _check(kind, entry, (key,), node.get(key), names, found)
    for key, kind in _MANY.items():
        for index, item in _items(node.get(key)):
            _check(kind, entry, (key, index), item, names, found)
    for index, item in _items(node.get("relations")):
        target = item.get("claim") if isinstance(item, MapNode) else None
        _check("claim", entry, ("relations", index, "claim"), target, names, found)
    for index, item in _items(node.get("passages")):
        if isinstance(item, MapNode):
            _check_passage(entry, index, item, names, documents, found)
    assessment = node.get("assessment")
    if isinstance(assessment, Scalar) and isinstance(assessment.value, str):
        prose.render(assessment.value, urls.claim(entry.id), names, partial(entry.span, "assessment"), found, top=3)


def _check_passage(
    entry: Entry[ClaimRecord], index: int, node: MapNode, names: Names, documents: Documents, found: list[Diagnostic]
) -> None:
    _check("actor", entry, ("passages", index, "speaker"), node.get("speaker"), names, found)
    article = node.get("article")
    known = _check("article", entry, ("passages", index, "article"), article, names, found)
    record, _ = decode(PassageRecord, node, "a passage")
    if known and record and record.article in documents:
        found += prove(record, record.speaker, partial(entry.span, "passages", index), documents)[1]


def _check(
    kind: str,
    entry: Entry[ClaimRecord],
    path: tuple[str | int, ...],
    node: Node | None,
    names: Names,
    found: list[Diagnostic],
) -> bool:
    """True when ``node`` is the id of a ``kind``.

    A text that is no id has been reported already; where it names a record, the report is repeated with its id.
    """
    value = node.value if isinstance(node, Scalar) else None
    if not isinstance(value, str):
        return False
    if is_id(value):
        return names.check(kind, value, entry, path, found)
    if id_ := names.called(kind, value):
        found.append(no_id(entry.span(*path), path, value, f"write the id, {id_}"))
    elif (
        kind in CLOSED
        and not _SEVERAL.search(value)
        and not names.has(kind, suggest_id(value))
        and (near := names.meant(kind, value))
    ):
        found.append(no_id(entry.span(*path), path, value, near))
    return False


def _items(node: Node | None) -> Iterator[tuple[int, Node]]:
    return enumerate(node.items[: bounds.ITEMS] if isinstance(node, ListNode) else ())
