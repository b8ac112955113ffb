"""Reads a file of actors and claims: lists of them, or one record."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.claim import claim_entry
from site_builder.load.file import FileRecords, tree
from site_builder.load.lookalikes import odd_actor
from site_builder.load.single import is_single, read_single
from site_builder.records.decode import bad_id, cut_in_two, decode
from site_builder.records.entries import Entry
from site_builder.records.faults import MOST_UNKNOWN, is_cut_in_two
from site_builder.records.keys import advice, meant
from site_builder.records.models import ActorRecord, ClaimRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, head
from site_builder.records.values import is_id
from site_builder.source import Source

ALL = frozenset(("actor", "claim"))
"""The kinds of records that such a file has."""
_KIND = {"actors": "actor", "claims": "claim"}
_SHAPE = {"actors": "a record with actors by id", "claims": "a list: one claim after each hyphen"}

_TWO_KEYS = "the file has only two keys at the beginning of a line, actors and claims"
_REMEDY = {
    "actors": "write the id of each actor and a colon, and indent the actor's keys below it: ann:",
    "claims": "put a hyphen before the first key of each claim: - id: …",
}


@dataclass(slots=True)
class _Reading:
    """Everything read so far."""

    found: list[Diagnostic] = field(default_factory=list)
    actors: list[Entry[ActorRecord]] = field(default_factory=list)
    claims: list[Entry[ClaimRecord]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    strangers: int = 0
    """Keys that no such file has."""

    def section(self, key: str, key_node: Scalar, value: Node) -> None:
        """The value of one key of the file."""
        if key == "actors" and isinstance(value, MapNode):
            self._actors(value)
        elif key == "claims" and isinstance(value, ListNode):
            self._claims(value)
        elif key not in _KIND:
            self._unknown_key(key, key_node)
        elif not (isinstance(value, Scalar) and value.value is None):
            self.unknown.add(_KIND[key])
            self.found.append(at("wrong-type", head(value), f"`{key}` must be {_SHAPE[key]}", help=_REMEDY[key]))

    def _actors(self, node: MapNode) -> None:
        for key, (key_node, value) in node.entries.items():
            if not is_id(key):
                self.found.append(bad_id(key_node.span, key))
                self.unknown.add("actor")  # whoever names it may have written it as it should be
            record, faults = decode(ActorRecord, value, "an actor")
            self.found += faults
            entry = Entry.of(key, key_node.span, record, value)
            self.actors.append(entry)
            self.found += odd_actor(entry)

    def _claims(self, node: ListNode) -> None:
        for item, before, after in zip(node.items, [None, *node.items], [*node.items[1:], None], strict=False):
            entry, faults = claim_entry(item)
            if faults and before and is_cut_in_two(ClaimRecord, before, item):
                self.found.append(cut_in_two(item))
            elif not (faults and after and is_cut_in_two(ClaimRecord, item, after)):
                self.found += faults
            if not is_id(entry.id):
                self.unknown.add("claim")
            self.claims.append(entry)

    def _unknown_key(self, key: str, key_node: Scalar) -> None:
        self.strangers += 1
        if self.strangers > MOST_UNKNOWN:
            return
        near = meant(key, tuple(_KIND))
        if near:
            self.unknown.add(_KIND[near])
        hint = advice(key, near) if near else _TWO_KEYS
        message = f"`{key}` is not a key of this file"
        self.found.append(at("unknown-key", key_node.span, message, help=hint))


def read_claims(source: Source) -> FileRecords:
    """The actors and claims of ``source``, in lists or one alone."""
    root, faults = tree(source)
    if root is None:
        return FileRecords(tuple(faults), unknown=ALL)
    if not isinstance(root, MapNode):
        fault = at("wrong-type", head(root), "the file must have the keys `actors` and `claims`",
                   help="begin it with a line `actors:` or `claims:`, and indent what belongs to it")  # fmt: skip
        return FileRecords((*faults, fault), unknown=ALL)
    if is_single(source.name, root):
        return read_single(source.name, root, faults)
    reading = _Reading(faults)
    for key, (key_node, value) in root.entries.items():
        reading.section(key, key_node, value)
    if reading.strangers > MOST_UNKNOWN:
        message = f"{reading.strangers - MOST_UNKNOWN:,} more keys do not belong to this file"
        reading.found.append(at("unknown-key", head(root), message, help=_TWO_KEYS))
    return FileRecords(
        tuple(reading.found),
        actors=tuple(reading.actors),
        claims=tuple(reading.claims),
        unknown=frozenset(reading.unknown),
    )
