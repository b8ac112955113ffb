"""A tree of values with their positions in a file.

Knows nothing of how the tree was read or what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_builder.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class Node:
    """A value in a source: ``start`` and ``end`` are offsets in characters."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """The value's place."""
        return Span(self.source, self.start, self.end)

    def data(self) -> Any:
        """The value as plain ``dict``, ``list``, ``str`` or None."""
        raise AssertionError("every kind of node has data")


class Scalar(Node):
    """A text, or nothing (``value`` None) where the editor wrote nothing, ``~`` or ``null``."""

    __slots__ = ("plain", "value")

    def __init__(self, source: Source, start: int, end: int, value: str | None, plain: bool) -> None:
        # As Node does; there are hundreds of thousands of them, and a call for each is felt.
        self.source = source
        self.start = start
        self.end = end
        self.value = value
        self.plain = plain

    def data(self) -> str | None:
        """The text, or None."""
        return self.value


class ListNode(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, source: Source, start: int) -> None:
        super().__init__(source, start, start)
        self.items: list[Node] = []

    def data(self) -> list[Any]:
        """The items' values."""
        return [item.data() for item in self.items]


class MapNode(Node):
    """Keys and values in the order of the file; ``entries`` holds (key node, value node) by key."""

    __slots__ = ("entries",)

    def __init__(self, source: Source, start: int) -> None:
        super().__init__(source, start, start)
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def data(self) -> dict[str, Any]:
        """Keys without a value are left out: to an editor they are absent."""
        return {
            key: value.data()
            for key, (_, value) in self.entries.items()
            if not (type(value) is Scalar and value.value is None)
        }

    def get(self, key: str) -> Node | None:
        """The value of ``key``, if it has one."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


def find(node: Node, path: Sequence[str | int]) -> tuple[Span, bool]:
    """The place of ``path`` (keys and indexes) below ``node``, as far as it exists, and whether all of it did."""
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return head(node), False
    return head(node), True


def as_written(node: Node, path: Sequence[str | int]) -> tuple[str | int, ...]:
    """``path`` below ``node`` without the index of an item that stands in place of a list: it is the only one."""
    kept: list[str | int] = []
    at: Node | None = node
    for step in path:
        if at is None or isinstance(at, ListNode) or not isinstance(step, int):
            kept.append(step)
            at = node_at(at, (step,)) if at else None
    return tuple(kept)


def node_at(node: Node, path: Sequence[str | int]) -> Node | None:
    """The value at ``path`` (keys and indexes) below ``node``, or None when there is none."""
    for step in path:
        below: Node | None = None
        if isinstance(node, MapNode) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            return None
        node = below
    return node


def head(node: Node) -> Span:
    """The span to point at: a scalar whole, a collection by its first key or item."""
    while True:
        if isinstance(node, MapNode) and node.entries:
            node = next(iter(node.entries.values()))[0]
        elif isinstance(node, ListNode) and node.items:
            node = node.items[0]
        else:
            return node.span
