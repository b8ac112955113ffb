"""The faults of a record, one for each mistake: consequences of the same mistake are merged or left out.

Knows the shape of pydantic's faults; :mod:`site_builder.records.decode` puts them into words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from site_builder.records.keys import keys_at, meant
from site_builder.records.nodes import ListNode, MapNode, Node, node_at
from site_builder.records.record import Fault, Record

MOST_UNKNOWN = 20
"""Unknown keys of one record that are reported one by one."""
SPLIT = "split-item"
"""The kind of a fault: one item of a list that a hyphen too many makes two of."""

Path = tuple[str | int, ...]


def merged(model: type[Record], node: Node, faults: Sequence[Fault]) -> list[Fault]:
    """``faults`` of ``node`` as a ``model``, one for each slip.

    One fault for all keys that a record lacks, without those that are there under another name; one for an item
    that a hyphen cuts in two; none for a list that is empty because its items are faulty.
    """
    unknown = _unknown(model, node, faults)
    lacking = _lacking(faults, unknown)
    split = _split(node, lacking)
    told: set[Path] = set()
    kept: list[Fault] = []
    for path, kind, context, message in faults:
        owner = path[:-1]
        if kind == "missing":
            if owner not in told and owner in lacking and not _is_part(owner, split):
                kept.append((path, kind, {"keys": lacking[owner]}, message))
            elif owner not in told and owner in split:
                kept.append((path, SPLIT, {"keys": split[owner]}, message))
            told.add(owner)
        elif kind == "extra_forbidden":
            kept += unknown.get(path, [])
        elif kind != "too_short" or not any(other[: len(path)] == path and other != path for other, *_ in faults):
            kept.append((path, kind, context, message))
    return kept


def _unknown(model: type[Record], node: Node, faults: Sequence[Fault]) -> dict[Path, list[Fault]]:
    """The fault for each unknown key, with the likely one; the rest of very many are counted."""
    by_owner: dict[Path, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault[1] == "extra_forbidden":
            by_owner[fault[0][:-1]].append(fault)
    result: dict[Path, list[Fault]] = {}
    for owner, some in by_owner.items():
        record = node_at(node, owner)
        present = set(record.entries) if isinstance(record, MapNode) else set()
        known = keys_at(model, owner)
        free = [key for key in known if key not in present] or known
        for path, kind, _, message in some[:MOST_UNKNOWN]:
            result[path] = [(path, kind, {"near": meant(str(path[-1]), free), "known": known}, message)]
        if len(some) > MOST_UNKNOWN:
            path, kind, _, message = some[MOST_UNKNOWN]
            result[path] = [(path, kind, {"more": len(some) - MOST_UNKNOWN, "known": known}, message)]
    return result


def _lacking(faults: Sequence[Fault], unknown: dict[Path, list[Fault]]) -> dict[Path, list[str]]:
    """The keys that each record lacks, except for those that it has under another name."""
    written = {(*path[:-1], context.get("near")) for some in unknown.values() for path, _, context, _ in some}
    lacking: dict[Path, list[str]] = defaultdict(list)
    for path, kind, _, _ in faults:
        if kind == "missing" and path not in written:
            lacking[path[:-1]].append(str(path[-1]))
    return lacking


def _split(node: Node, lacking: dict[Path, list[str]]) -> dict[Path, list[str]]:
    """The second halves of items that a hyphen cuts in two, with the keys that they have."""
    found: dict[Path, list[str]] = {}
    for owner, keys in lacking.items():
        if not owner or not isinstance(owner[-1], int) or not isinstance(node_at(node, owner[:-1]), ListNode):
            continue
        second = (*owner[:-1], owner[-1] + 1)
        here, there = node_at(node, owner), node_at(node, second)
        if second in lacking and isinstance(here, MapNode) and isinstance(there, MapNode):
            of_both = set(here.entries) & set(there.entries)
            if not of_both and set(keys) <= set(there.entries) and set(lacking[second]) <= set(here.entries):
                found[second] = list(there.entries)
    return found


def _is_part(owner: Path, split: dict[Path, list[str]]) -> bool:
    """True when ``owner`` is a half of an item that was cut in two."""
    return owner in split or (bool(owner) and isinstance(owner[-1], int) and (*owner[:-1], owner[-1] + 1) in split)


def is_cut_in_two(model: type[Record], first: Node, second: Node) -> bool:
    """True when two items of a list are one ``model`` that a hyphen cuts in two."""
    if (
        not isinstance(first, MapNode)
        or not isinstance(second, MapNode)
        or first.entries.keys() & second.entries.keys()
    ):
        return False
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    return required <= first.entries.keys() | second.entries.keys() and not required <= first.entries.keys()
