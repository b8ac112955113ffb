"""The part of CBOR (RFC 8949) that search indexes use: whole numbers, texts, arrays and maps of definite length.

Whatever is decoded encodes to the same bytes: numbers and lengths in their shortest form, maps in their own order.
"""

from __future__ import annotations

Value = int | str | list["Value"] | dict["Value", "Value"]

UNSIGNED, NEGATIVE, TEXT, ARRAY, MAP = 0, 1, 3, 4, 5
"""Major types (RFC 8949, 3.1)."""


def decode(data: bytes) -> Value:
    """The one value that ``data`` holds.

    Raises ``ValueError`` when it is anything else.
    """
    try:
        value, end = _read(data, 0)
    except IndexError:
        raise ValueError("the data ends early") from None
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes too many")
    return value


def encode(value: Value) -> bytes:
    """``value`` in its shortest form."""
    parts: list[bytes] = []
    _write(value, parts)
    return b"".join(parts)


def head(major: int, number: int) -> bytes:
    """The head of a data item: its major type and its number, which is a value, or a length in bytes or items."""
    if number < 24:
        return bytes((major << 5 | number,))
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << 8 * size:
            return bytes((major << 5 | code,)) + number.to_bytes(size, "big")
    raise ValueError(f"{number} is too large")


def _read(data: bytes, at: int) -> tuple[Value, int]:
    major, small = data[at] >> 5, data[at] & 31
    at += 1
    if small < 24:
        number = small
    elif small <= 27:
        size = 1 << (small - 24)
        if at + size > len(data):
            raise IndexError
        number = int.from_bytes(data[at : at + size], "big")
        at += size
    else:
        raise ValueError(f"length {small} is not definite")
    if major == UNSIGNED:
        return number, at
    if major == NEGATIVE:
        return -1 - number, at
    if major == TEXT:
        if at + number > len(data):
            raise IndexError
        return data[at : at + number].decode(), at + number
    if major == ARRAY:
        items: list[Value] = []
        for _ in range(number):
            item, at = _read(data, at)
            items.append(item)
        return items, at
    if major == MAP:
        pairs: dict[Value, Value] = {}
        for _ in range(number):
            key, at = _read(data, at)
            pairs[key], at = _read(data, at)
        return pairs, at
    raise ValueError(f"type {major} is not one that an index has")


def _write(value: Value, parts: list[bytes]) -> None:
    if isinstance(value, str):
        encoded = value.encode()
        parts += (head(TEXT, len(encoded)), encoded)
    elif isinstance(value, int):
        parts.append(head(UNSIGNED, value) if value >= 0 else head(NEGATIVE, -1 - value))
    elif isinstance(value, list):
        parts.append(head(ARRAY, len(value)))
        for item in value:
            _write(item, parts)
    else:
        parts.append(head(MAP, len(value)))
        for key, item in value.items():
            _write(key, parts)
            _write(item, parts)
