"""What files of a site hold: bytes in memory, or on the disk until somebody wants them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that lie on the disk; equal to others of the same digest, wherever those lie."""

    digest: str
    """Their SHA-256, in hexadecimal."""
    size: int
    """How many."""
    path: str = field(compare=False)
    """A file that holds them and nothing else, for as long as the build lasts."""


Content = bytes | Stored


def digest(content: Content) -> str:
    """The SHA-256 of ``content``, in hexadecimal."""
    return content.digest if isinstance(content, Stored) else hashlib.sha256(content).hexdigest()


def size(content: Content) -> int:
    """How many bytes ``content`` has."""
    return content.size if isinstance(content, Stored) else len(content)


def read(content: Content) -> bytes:
    """The bytes of ``content``."""
    return Path(content.path).read_bytes() if isinstance(content, Stored) else content


class Files(Mapping[str, bytes]):
    """The files of a site by path; one that is stored is read when it is asked for."""

    def __init__(self, contents: Mapping[str, Content]) -> None:
        self.contents = contents
        """Where the bytes of each are."""

    def __getitem__(self, name: str) -> bytes:
        return read(self.contents[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.contents)

    def __len__(self) -> int:
        return len(self.contents)
