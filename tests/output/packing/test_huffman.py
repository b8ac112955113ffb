from __future__ import annotations

import zlib

import pytest

from site_builder.output.packing.huffman import blocks


def literal(data: bytes) -> list[tuple[int, int]]:
    return [(byte, 0) for byte in data]


@pytest.mark.parametrize(
    ("data", "first"),
    [
        (b"a", 0b011),  # last block, fixed codes
        (b"abcdabcaba" * 200, 0b101),  # last block, codes of its own
        (bytes(range(256)) * 2, 0b001),  # last block, stored
    ],
)
def test_a_block_has_the_shortest_form(data: bytes, first: int) -> None:
    packed = blocks(data, literal(data))
    assert packed[0] & 0b111 == first
    assert zlib.decompress(packed, -15) == data


def test_lengths_and_distances_have_their_extra_bits() -> None:
    start = bytes(number % 251 for number in range(40000))
    for length in (3, 10, 11, 18, 19, 130, 131, 257, 258):
        for distance in (1, 2, 4, 5, 24, 25, 3000, 24577, 32768):
            first = start[:32768]
            repeated = (first[-distance:] * (length // distance + 1))[:length]
            assert (
                zlib.decompress(blocks(first + repeated, [*literal(first), (length, distance)]), -15)
                == first + repeated
            )


def test_a_stored_block_begins_at_a_byte() -> None:
    noise = bytes((number * number * 31 + number // 7) % 256 for number in range(16383 * 2))
    symbols = literal(b"a" * 16383 + noise)
    assert zlib.decompress(blocks(b"a" * 16383 + noise, symbols), -15) == b"a" * 16383 + noise
