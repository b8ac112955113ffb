from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from site_builder.output.picture.png import png

COLOURS = tuple((number * 16, 255 - number, number) for number in range(16))
ROWS = b"\x00\x01\x23\x00\xff\x00"
"""Two rows of four pixels."""


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """The kinds and contents of all chunks; each must have the sum that the standard wants."""
    found = []
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert data[at + 8 + size : at + 12 + size] == struct.pack(">I", zlib.crc32(kind + content))
        found.append((kind, content))
        at += 12 + size
    return found


def test_a_file_is_read_as_it_was_written() -> None:
    image = Image.open(io.BytesIO(png(4, 2, COLOURS, ROWS)))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (4, 2))
    assert list(image.tobytes()) == [0, 1, 2, 3, 15, 15, 0, 0]
    assert [image.convert("RGB").getpixel((x, 0)) for x in range(4)] == list(COLOURS[:4])


def test_a_file_has_what_the_standard_wants_and_nothing_else() -> None:
    data = png(4, 2, COLOURS, ROWS)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found = chunks(data)
    assert [kind for kind, _ in found] == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    assert found[0][1] == struct.pack(">II", 4, 2) + bytes((4, 3, 0, 0, 0))
    assert found[1][1] == bytes(part for colour in COLOURS for part in colour)
    assert zlib.decompress(found[2][1]) == ROWS
    assert png(4, 2, COLOURS, ROWS) == data
