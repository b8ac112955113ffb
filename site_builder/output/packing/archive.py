"""The whole site as one ZIP file (PKWARE's APPNOTE 6.3), the same bytes on every machine.

Names are sorted; every file has the date 1980-01-01, the earliest that there is, and the mode 644. A file that
deflating does not make smaller is stored. The standard library's ``zipfile`` compresses with the machine's own zlib,
which may differ.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from site_builder.output.packing import deflate

_STORED, _DEFLATED = 0, 8
_UTF_8 = 0x800
_DATE, _TIME = 1 << 5 | 1, 0
_UNIX, _MODE = 3 << 8, 0o100644 << 16
_PLAIN, _ZIP64 = 20, 45
"""Versions of the format that a reader must know: 2.0, and 4.5 for archives that are large."""
_FILES, _BYTES = 0xFFFF, 0xFFFFFFFF
"""In place of a number that is elsewhere, in the larger format."""
MOST_FILES, MOST_BYTES = _FILES, _BYTES
"""The numbers of files and bytes that need the larger format."""


def archived(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of ``files`` (contents by relative path), each shorter than four gigabytes."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in sorted(files):
        data, encoded = files[name], name.encode()
        packed, method = deflate.deflated(data), _DEFLATED
        if len(packed) >= len(data):
            packed, method = data, _STORED
        described = (_UTF_8, method, _TIME, _DATE, zlib.crc32(data), len(packed), len(data), len(encoded))
        head = struct.pack("<4s5H3L2H", b"PK\3\4", _PLAIN, *described, 0)
        parts += (head, encoded, packed)
        directory.append(_entry(described, encoded, offset))
        offset += len(head) + len(encoded) + len(packed)
    listed = b"".join(directory)
    return b"".join([*parts, listed, _end(len(files), len(listed), offset)])


def _entry(described: tuple[int, ...], name: bytes, offset: int) -> bytes:
    """The directory's line for a file at ``offset``."""
    large = offset >= MOST_BYTES
    extra = struct.pack("<2HQ", 1, 8, offset) if large else b""
    needed = _ZIP64 if large else _PLAIN
    place = _BYTES if large else offset
    head = struct.pack("<4s6H3L5H2L", b"PK\1\2", _UNIX | needed, needed, *described, len(extra), 0, 0, 0, _MODE, place)
    return head + name + extra


def _end(count: int, length: int, offset: int) -> bytes:
    """The bytes after a directory of ``count`` files and ``length`` bytes that begins at ``offset``."""
    large = b""
    if count >= MOST_FILES or offset + length >= MOST_BYTES:
        head = (b"PK\6\6", 44, _UNIX | _ZIP64, _ZIP64, 0, 0)
        large = struct.pack("<4sQ2H2L4Q", *head, count, count, length, offset)
        large += struct.pack("<4sLQL", b"PK\6\7", 0, offset + length, 1)
    counted = _FILES if large else count
    where = (_BYTES, _BYTES) if large else (length, offset)
    return large + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, counted, counted, *where, 0)
