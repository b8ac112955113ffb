"""Huffman codes as zlib makes them (RFC 1951, 3.2.2): lengths from counts, and codes from lengths."""

from __future__ import annotations

from collections.abc import Mapping


def assigned(lengths: Mapping[int, int]) -> dict[int, str]:
    """A code, as text of bits, for each symbol of ``lengths``."""
    result = {}
    code, before = 0, 0
    for length, symbol in sorted((length, symbol) for symbol, length in lengths.items() if length):
        code <<= length - before
        result[symbol] = format(code, f"0{length}b")
        code, before = code + 1, length
    return result


def code_lengths(counts: Mapping[int, int], limit: int) -> dict[int, int]:
    """The lengths of codes for symbols that occur so often, ``limit`` bits at most; two symbols have one at least."""
    leaves = dict(counts)
    while len(leaves) < 2:
        highest = max(leaves, default=-1)
        leaves[highest + 1 if highest < 2 else 0] = 1
    parents, order = _tree(leaves)
    return _limited(leaves, parents, order, limit)


def _tree(leaves: Mapping[int, int]) -> tuple[dict[int, int], list[int]]:
    """The parent of each node, and all nodes from the root down; inner nodes have numbers above all symbols."""
    heap = _Heap(leaves)
    parents: dict[int, int] = {}
    taken: list[int] = []
    node = max(leaves)
    while len(heap) > 1:
        node += 1
        first = heap.take()
        second = heap.smallest()
        taken += (first, second)
        parents[first] = parents[second] = node
        heap.replace(node, first, second)
    return parents, [node, *reversed(taken)]


def _limited(leaves: Mapping[int, int], parents: Mapping[int, int], order: list[int], limit: int) -> dict[int, int]:
    """Depths of the leaves; where one is too deep, others go down for it."""
    depths = {order[0]: 0}
    per_length = [0] * (limit + 2)
    overflow = 0
    for node in order[1:]:
        depth = depths[parents[node]] + 1
        overflow += depth > limit
        depths[node] = min(depth, limit)
        per_length[depths[node]] += node in leaves
    if not overflow:
        return {symbol: depths[symbol] for symbol in leaves}
    while overflow > 0:
        length = limit - 1
        while not per_length[length]:
            length -= 1
        per_length[length] -= 1
        per_length[length + 1] += 2
        per_length[limit] -= 1
        overflow -= 2
    # The rarest symbols, which come last, have the longest codes.
    lengths = [length for length in range(limit, 0, -1) for _ in range(per_length[length])]
    return dict(zip((node for node in reversed(order) if node in leaves), lengths, strict=True))


class _Heap:
    """The nodes that have no parent yet, the rarest and then the flattest first; ties fall as they do in zlib."""

    def __init__(self, leaves: Mapping[int, int]) -> None:
        self._nodes = sorted(leaves)
        self._counts = dict(leaves)
        self._depths = dict.fromkeys(leaves, 0)
        for at in range(len(self._nodes) // 2 - 1, -1, -1):
            self._sink(at)

    def __len__(self) -> int:
        return len(self._nodes)

    def smallest(self) -> int:
        return self._nodes[0]

    def take(self) -> int:
        smallest = self._nodes[0]
        last = self._nodes.pop()
        if self._nodes:
            self._nodes[0] = last
            self._sink(0)
        return smallest

    def replace(self, node: int, first: int, second: int) -> None:
        """Put ``node``, the parent of ``first`` and ``second``, in the place of the smallest."""
        self._counts[node] = self._counts[first] + self._counts[second]
        self._depths[node] = max(self._depths[first], self._depths[second]) + 1
        self._nodes[0] = node
        self._sink(0)

    def _sink(self, at: int) -> None:
        node = self._nodes[at]
        while (child := 2 * at + 1) < len(self._nodes):
            if child + 1 < len(self._nodes) and self._rank(self._nodes[child + 1]) <= self._rank(self._nodes[child]):
                child += 1
            if self._rank(node) <= self._rank(self._nodes[child]):
                break
            self._nodes[at] = self._nodes[child]
            at = child
        self._nodes[at] = node

    def _rank(self, node: int) -> tuple[int, int]:
        return self._counts[node], self._depths[node]
