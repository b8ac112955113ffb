"""Names and compresses a bundle's files: the same bytes on every machine, whoever made their content."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.output.packing import deflate

MAGIC = b"pagefind_dcd"
"""The beginning of every file of an index, once it is unpacked: the browser's script looks for it."""


def digest(data: bytes) -> str:
    """The engine's name for ``data``: SHA-1, each byte in hexadecimal without a leading zero."""
    return "".join(map("{:x}".format, hashlib.sha1(data, usedforsecurity=False).digest()))


@dataclass(frozen=True, slots=True)
class Packed:
    """The content of a file, ready to be written."""

    digest: str
    """The engine's name for the content."""
    data: bytes
    """The file."""


def packed(content: bytes) -> Packed:
    """``content`` with its digest, packed."""
    return Packed(digest(content), pack(content))


def names(language: str, digests: Sequence[str]) -> list[str]:
    """File names for contents: as many characters of their ``digests`` as keep them apart, seven at least.

    Equal contents share a name.
    """
    taken: dict[str, str] = {}
    result = []
    for digest_ in digests:
        whole = f"{language}_{digest_}"
        length = len(language) + 8
        while taken.get(whole[:length], whole) != whole:
            length += 1
        taken[whole[:length]] = whole
        result.append(whole[:length])
    return result


def meta_name(language: str, content: bytes) -> str:
    """The name of the file that lists an index's pages, chunks and filters."""
    return f"{language}_{digest(content)[: len(language) + 8]}"


def pack(content: bytes) -> bytes:
    """``content`` as a file of the bundle (gzip, RFC 1952)."""
    return deflate.gzipped(MAGIC + content)


def unpack(data: bytes) -> bytes:
    """The content of a file of a bundle.

    Raises ``ValueError`` or ``OSError`` when it is none.
    """
    plain = gzip.decompress(data)
    if not plain.startswith(MAGIC):
        raise ValueError("not a file of a search bundle")
    return plain[len(MAGIC) :]
