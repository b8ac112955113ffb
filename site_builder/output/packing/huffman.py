"""Deflate's blocks (RFC 1951): turns bytes and repetitions into bits, in the form and with the codes that zlib chooses.

Codes of equal worth can be given out in several ways; this is zlib's, so that the bytes are the same. Bits are text
here, in the order in which they are sent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, groupby, islice

from site_builder.output.searching.codes import assigned, code_lengths

Symbol = tuple[int, int]
"""A byte and 0, or the length and distance of a repetition."""

_PER_BLOCK = 16383
_END = 256
_LENGTH_EXTRA = (*[0] * 8, *[bits for bits in range(1, 6) for _ in range(4)])
_LENGTHS = (*accumulate((1 << bits for bits in _LENGTH_EXTRA[:-1]), initial=3), 258)
_DISTANCE_EXTRA = (0, 0, *[bits for bits in range(14) for _ in range(2)])
_DISTANCES = tuple(accumulate((1 << bits for bits in _DISTANCE_EXTRA[:-1]), initial=1))
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
_FIXED = assigned({code: 8 if code < 144 or code >= 280 else 9 if code < 256 else 7 for code in range(288)})
_FIXED_DISTANCES = assigned(dict.fromkeys(range(30), 5))

_Coded = tuple[int, str, int, str]
"""A code for a byte or length and its extra bits, then the same for a distance; its code is -1 where there is none."""


def blocks(data: bytes, symbols: Iterable[Symbol]) -> bytes:
    """``data``, which ``symbols`` stand for, as deflated blocks."""
    coming = iter(symbols)
    bits = ""
    done = 0
    last = False
    while not last:
        block = list(islice(coming, _PER_BLOCK))
        last = len(block) < _PER_BLOCK
        size = sum(number if distance else 1 for number, distance in block)
        bits += "1" if last else "0"
        bits += _block(data[done : done + size], block, len(bits))
        done += size
    return int(bits[::-1], 2).to_bytes(-(-len(bits) // 8), "little")


def _block(data: bytes, block: Sequence[Symbol], sent: int) -> str:
    """A block except for its first bit, in the shortest of three forms; ``sent`` bits stand before."""
    coded = [*map(_coded, block), (_END, "", -1, "")]
    lengths = code_lengths(Counter(code for code, _, _, _ in coded), 15)
    distances = code_lengths(Counter(code for _, _, code, _ in coded if code >= 0), 15)
    dynamic = _table(lengths, distances) + _body(coded, assigned(lengths), assigned(distances))
    fixed = _body(coded, _FIXED, _FIXED_DISTANCES)
    dynamic_size, fixed_size = (len(dynamic) + 10) // 8, (len(fixed) + 10) // 8
    if len(data) + 4 <= min(dynamic_size, fixed_size):
        counts = _number(len(data), 16) + _number(len(data) ^ 0xFFFF, 16)
        return "00" + "0" * (-(sent + 2) % 8) + counts + "".join(_number(byte, 8) for byte in data)
    return "10" + fixed if fixed_size <= dynamic_size else "01" + dynamic


def _coded(symbol: Symbol) -> _Coded:
    number, distance = symbol
    if not distance:
        return number, "", -1, ""
    code = bisect_right(_LENGTHS, number) - 1
    extra = _number(number - _LENGTHS[code], _LENGTH_EXTRA[code]) if code < len(_LENGTH_EXTRA) else ""
    far = bisect_right(_DISTANCES, distance) - 1
    return 257 + code, extra, far, _number(distance - _DISTANCES[far], _DISTANCE_EXTRA[far])


def _body(coded: Iterable[_Coded], codes: Mapping[int, str], distances: Mapping[int, str]) -> str:
    return "".join(
        codes[code] + extra + (distances[distance] + more if distance >= 0 else "")
        for code, extra, distance, more in coded
    )


def _table(lengths: Mapping[int, int], distances: Mapping[int, int]) -> str:
    """The lengths of all codes, themselves in codes whose lengths come first."""
    listed = [[table.get(code, 0) for code in range(max(table) + 1)] for table in (lengths, distances)]
    runs = list(chain.from_iterable(map(_runs, listed)))
    codes = code_lengths(Counter(code for code, _ in runs), 7)
    ordered = [codes.get(code, 0) for code in _ORDER]
    while len(ordered) > 4 and not ordered[-1]:
        ordered.pop()
    counts = _number(len(listed[0]) - 257, 5) + _number(len(listed[1]) - 1, 5) + _number(len(ordered) - 4, 4)
    names = assigned(codes)
    return (
        counts
        + "".join(_number(length, 3) for length in ordered)
        + "".join(names[code] + extra for code, extra in runs)
    )


def _runs(lengths: Sequence[int]) -> Iterator[tuple[int, str]]:
    """``lengths`` with codes for runs of one length: 16 repeats the last one, 17 and 18 stand for zeros."""
    for length, group in groupby(lengths):
        left = len(list(group))
        if length:
            yield length, ""
            left -= 1
        least, most = (3, 6) if length else (3, 138)
        while left >= least:
            run = min(left, most)
            if length:
                yield 16, _number(run - 3, 2)
            else:
                yield (17, _number(run - 3, 3)) if run <= 10 else (18, _number(run - 11, 7))
            left -= run
        yield from [(length, "")] * left


def _number(value: int, width: int) -> str:
    """``value`` in ``width`` bits, the smallest first."""
    return format(value, f"0{width}b")[::-1] if width else ""
