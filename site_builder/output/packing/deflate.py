"""Deflate (RFC 1951), gzip (RFC 1952) and zlib (RFC 1950) that give the same bytes on every machine.

zlib gives the same bytes in all its versions; its successors and some systems' own builds choose other repetitions. So
a text that tells them apart is compressed first. If the machine's zlib is not the usual one, this module does the work
step by step as zlib does it, a hundred times as slowly.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache

from site_builder.output.packing.huffman import Symbol, blocks

LEVEL = 3
"""A thirtieth larger than at the sixth level in results, a tenth in words; lower levels look at each place once."""

_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""Deflated, without name and time, from a system that is not named."""
_ZLIB_HEADER = b"\x78\x5e"
"""Deflated, with a window of 32 KB, by a fast level."""
_EXPECTED = "86c911fcbb7146c01d76412ff431a0fd3446b3439c043d5e2607dd8624c93f1f"
"""SHA-256 of the text of :func:`telling`, as zlib compresses it."""

_SHORTEST, _LONGEST = 3, 258
_FARTHEST = 32768 - _LONGEST - _SHORTEST - 1
# Settings of the third level: steps back along a chain, a length that is good enough, and one up to which the places
# of a repetition are remembered.
_CHAIN, _ENOUGH, _REMEMBERED = 32, 32, 6


def deflated(data: bytes) -> bytes:
    """``data`` deflated (RFC 1951), as ZIP files have it."""
    return _method()(data)


def gzipped(data: bytes) -> bytes:
    """``data`` as a gzip file."""
    return _HEADER + deflated(data) + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def zlib_stream(data: bytes) -> bytes:
    """``data`` as a zlib stream, as PNG has it."""
    return _ZLIB_HEADER + deflated(data) + struct.pack(">I", zlib.adler32(data))


@cache
def _method() -> Callable[[bytes], bytes]:
    return by_zlib if is_usual(by_zlib(telling())) else by_hand


def is_usual(compressed: bytes) -> bool:
    """True when ``compressed`` is the text of :func:`telling` as zlib compresses it."""
    return hashlib.sha256(compressed).hexdigest() == _EXPECTED


def by_zlib(data: bytes) -> bytes:
    """``data`` deflated by this machine's zlib (RFC 1951)."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 8)
    return packer.compress(data) + packer.flush()


def by_hand(data: bytes) -> bytes:
    """``data`` deflated as zlib's third level does it (RFC 1951)."""
    return blocks(data, symbols(data))


def telling() -> bytes:
    """A text with repetitions of many lengths and distances, more than one block and more than one window long."""
    text = bytearray()
    state = b""
    for number in range(900):
        state = hashlib.sha256(state).digest()
        text += f"{number % 101} ".encode() + b",".join(b"%x" % (byte % (number % 37 + 3)) for byte in state)
        start = len(text) - 1 - number * 53 % (_FARTHEST + 9)
        if start >= 0:
            text += state[: number % 3] + text[start : start + number % 47]
    return bytes(text)


def symbols(data: bytes) -> Iterator[Symbol]:
    """``data`` as bytes (distance 0) and repetitions (length and distance), from left to right."""
    heads: dict[int, int] = {}
    before = [0] * len(data)
    end = len(data)

    def remember(at: int) -> int:
        # zlib's hash of three bytes: others may share it and then use up steps of the chain.
        key = (data[at] << 10 ^ data[at + 1] << 5 ^ data[at + 2]) & 0x7FFF
        before[at] = heads.get(key, 0)
        heads[key] = at
        return before[at]

    at = 0
    while at < end:
        candidate = remember(at) if at + _SHORTEST <= end else 0
        length, distance = _repetition(data, at, candidate, before)
        if length < _SHORTEST:
            yield data[at], 0
            at += 1
            continue
        yield length, distance
        if length <= _REMEMBERED and at + length + _SHORTEST <= end:
            for inner in range(at + 1, at + length):
                remember(inner)
        at += length


def _repetition(data: bytes, at: int, candidate: int, before: list[int]) -> tuple[int, int]:
    """The length and distance of the first longest repetition at ``at``, on the chain that begins at ``candidate``.

    The first byte is never repeated: its place, 0, means that a chain ends.
    """
    oldest = max(at - _FARTHEST, 1)
    most = min(_LONGEST, len(data) - at)
    best, distance = _SHORTEST - 1, 0
    for _ in range(_CHAIN):
        if candidate < oldest:
            break
        oldest = max(at - _FARTHEST + 1, 1)  # the chain's first place may lie one further away than the others
        if data[candidate : candidate + best + 1] == data[at : at + best + 1]:
            length = best + 1
            while length < most and data[candidate + length] == data[at + length]:
                length += 1
            best, distance = length, at - candidate
            if best >= min(_ENOUGH, most):
                break
        candidate = before[candidate]
    return best, distance
