"""Reads a file of actors and claims: lists of them, or one record.

A list of claims is read claim by claim, so that a claim that stands there as before need not be read again. A file that
cannot be split, or has a fault in its YAML, is read at once: its messages look at what stands around the fault.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.claim import claim_entry
from site_builder.load.file import FileRecords, tree
from site_builder.load.lookalikes import odd_actor
from site_builder.load.pieces import Pieces, pieces, same
from site_builder.load.single import is_single, read_single
from site_builder.records import bounds
from site_builder.records.decode import bad_id, cut_in_two, decode
from site_builder.records.entries import Entry
from site_builder.records.faults import MOST_UNKNOWN, is_cut_in_two
from site_builder.records.keys import advice, meant
from site_builder.records.models import ActorRecord, ClaimRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, head
from site_builder.records.parser import parse
from site_builder.records.values import is_id
from site_builder.records.whole import Place
from site_builder.records.wrong_types import remedy
from site_builder.source import Source, Span

Item = tuple[Entry[ClaimRecord], list[Diagnostic]]
"""A claim and its faults."""
ALL = frozenset(("actor", "claim"))
"""The kinds of records that such a file has."""
_KIND = {"actors": "actor", "claims": "claim"}
_SHAPE = {"actors": "a record with actors by id", "claims": "a list: one claim after each hyphen"}

_TWO_KEYS = "the file has only two keys at the beginning of a line, actors and claims"
_EXPECTED = {"actors": ("dict_type", Place(ActorRecord)), "claims": ("list_type", Place(ClaimRecord))}
"""What is asked for, as pydantic calls it, and the kind of each record."""


@dataclass(slots=True)
class _Reading:
    """Everything read so far."""

    found: list[Diagnostic] = field(default_factory=list)
    actors: list[Entry[ActorRecord]] = field(default_factory=list)
    claims: list[Entry[ClaimRecord]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    strangers: int = 0
    """Keys that no such file has."""

    def sections(self, root: MapNode, without: str = "") -> None:
        """The values of all keys of ``root`` but one."""
        for key, (key_node, value) in root.entries.items():
            if key != without:
                self.section(key, key_node, value)

    def section(self, key: str, key_node: Scalar, value: Node) -> None:
        """The value of one key of the file."""
        if key == "actors" and isinstance(value, MapNode):
            self._actors(value)
        elif key == "claims" and isinstance(value, ListNode):
            self.claims_of([claim_entry(item) for item in value.items])
        elif key not in _KIND:
            self._unknown_key(key, key_node)
        elif not (isinstance(value, Scalar) and value.value is None):
            self.unknown.add(_KIND[key])
            kind, place = _EXPECTED[key]
            help_ = remedy(kind, value, place)
            self.found.append(at("wrong-type", head(value), f"`{key}` must be {_SHAPE[key]}", help=help_))

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

    def claims_of(self, items: Sequence[Item]) -> None:
        """The claims of the list, each with its faults."""
        entries = [entry for entry, _ in items]
        for (entry, faults), before, after in zip(items, [None, *entries], [*entries[1:], None], strict=False):
            if faults and before and is_cut_in_two(ClaimRecord, before.node, entry.node):
                self.found.append(cut_in_two(entry.node))
            elif not (faults and after and is_cut_in_two(ClaimRecord, entry.node, after.node)):
                self.found += faults
            if not is_id(entry.id):
                self.unknown.add("claim")
        self.claims += entries

    def doubled(self, spans: Sequence[Span]) -> None:
        """Forget the claims in which a key at one of ``spans`` is an id once more: they are two without a hyphen.

        Nobody knows which values belong to which, so that there is nothing else to say of them.
        """
        for number, entry in enumerate(self.claims):
            node = entry.node
            if any(span.text == "id" and node.start <= span.start < node.end for span in spans):
                self.found = [each for each in self.found if each.code == "duplicate-key" or not _inside(each, node)]
                blank = Node(node.source, node.start, node.start)
                self.claims[number] = Entry(entry.id, entry.id_span, None, blank)
                self.unknown.add("claim")

    def records(self, root: MapNode) -> FileRecords:
        """Everything, of a file that begins with ``root``."""
        if self.strangers > MOST_UNKNOWN:
            message = f"{self.strangers - MOST_UNKNOWN:,} more keys do not belong to this file"
            self.found.append(at("unknown-key", head(root), message, help=_TWO_KEYS))
        return FileRecords(
            tuple(self.found),
            actors=tuple(self.actors),
            claims=tuple(self.claims),
            unknown=frozenset(self.unknown),
        )

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


def read_claims(source: Source, before: FileRecords | None = None) -> FileRecords:
    """The actors and claims of ``source``, in lists or one alone.

    Claims that stand there as they stood in the file of ``before``, without faults, are not read again.
    """
    split = pieces(source.text)
    return (split and _by_piece(source, split, before)) or _whole(source)


def _by_piece(source: Source, split: Pieces, before: FileRecords | None) -> FileRecords | None:
    """The records of ``source``, claim by claim; None if that is not possible."""
    items = _items(source, split, before) if split.count <= bounds.ENTRIES else None
    front, faults = parse(source, 0, split.starts[0])
    if items is None or faults or not isinstance(front, MapNode):
        return None
    last, value = next(reversed(front.entries), ""), front.entries.get("claims", (None, None))[1]
    if last != "claims" or not (isinstance(value, Scalar) and value.value is None and value.plain):
        return None
    reading = _Reading()
    reading.sections(front, "claims")
    reading.claims_of(items)
    if split.end < len(source.text):
        back, faults = parse(source, split.end, alone=True)
        if faults or not isinstance(back, MapNode) or not back.entries.keys().isdisjoint(front.entries):
            return None
        reading.sections(back)
    return replace(reading.records(front), one_by_one=True)


def _items(source: Source, split: Pieces, before: FileRecords | None) -> list[Item] | None:
    """The claim of each piece, with its faults; None if a piece cannot be read alone."""
    known = _known(before)
    first, last = same(known[0], split) if known else (0, 0)
    items: list[Item] = []
    for number in range(split.count):
        start, end = split.place(number)
        if known and (number < first or number >= split.count - last):
            old = number if number < first else known[0].count - split.count + number
            entry = known[1].get(old)
            if entry:
                items.append((entry.moved(source, start - known[0].starts[old]), []))
                continue
        root, faults = parse(source, start, end, alone=True, depth=1)
        if faults or not isinstance(root, ListNode) or len(root.items) != 1:
            return None
        items.append(claim_entry(root.items[0]))
    return items


def _known(before: FileRecords | None) -> tuple[Pieces, dict[int, Entry[ClaimRecord]]] | None:
    """The pieces of a file that was read before, and by number those of its claims that had no fault."""
    if before is None or not before.one_by_one:
        return None  # where pieces were not read alone, a claim may be in two of them, or two claims in one
    split = pieces(before.claims[0].id_span.source.text)
    if split is None:
        return None
    wrong = {bisect(split.starts, fault.span.start) - 1 for fault in before.found if fault.span}
    return split, {number: entry for number, entry in enumerate(before.claims) if entry.record and number not in wrong}


def _whole(source: Source) -> FileRecords:
    """The records of ``source``, read at once."""
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
    reading.sections(root)
    reading.doubled([fault.span for fault in faults if fault.code == "duplicate-key" and fault.span])
    return reading.records(root)


def _inside(fault: Diagnostic, node: Node) -> bool:
    return fault.span is not None and node.start <= fault.span.start < node.end
