"""PNG files (ISO/IEC 15948) of sixteen colours, the same bytes on every machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from site_builder.output.packing import deflate
from site_builder.output.picture.shades import Colour

DEPTH = 4
"""Bits a pixel."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INDEXED = 3


def png(width: int, height: int, palette: Sequence[Colour], rows: bytes) -> bytes:
    """A file of ``width`` × ``height`` pixels.

    ``rows`` are those of the standard's filtered image: each begins with the number of its filter, then two pixels a
    byte, the left one in the upper half. A picture of few colours is smallest unfiltered (filter 0), says the standard.
    """
    header = struct.pack(">IIBBBBB", width, height, DEPTH, _INDEXED, 0, 0, 0)
    colours = bytes(part for colour in palette for part in colour)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", deflate.zlib_stream(rows)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
