"""The contents of a site's files: bytes in memory, bytes waiting on disk, or bytes already published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.errors import EnvironmentProblem


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that lie on the disk; equal to others of the same digest, wherever those lie."""

    digest: str
    """Their SHA-256, in hexadecimal."""
    size: int
    """Their number."""
    path: str = field(compare=False)
    """A file that holds exactly these bytes until the build ends."""

    def read(self) -> bytes:
        """The bytes; raises :class:`EnvironmentProblem` where somebody has removed or changed the file."""
        try:
            data = Path(self.path).read_bytes()
        except FileNotFoundError:
            data = None
        if data is None or digest(data) != self.digest:
            raise EnvironmentProblem(
                f"{self.path} was {'removed' if data is None else 'changed'} while the site was being built",
                "keep other programs (a clean-up, a synchronisation) from that folder during a build, and build again",
            )
        return data


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that the published site has in the same file."""

    digest: str
    """Their SHA-256, in hexadecimal."""
    size: int
    """Their number."""


Content = bytes | Stored | Kept


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site."""

    file: str
    """Its path from the site's root."""
    content: Content
    """Its bytes, or where they are."""


def digest(content: Content) -> str:
    """The SHA-256 of ``content``, in hexadecimal."""
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else content.digest


def size(content: Content) -> int:
    """The size of ``content`` in bytes."""
    return len(content) if isinstance(content, bytes) else content.size


def measured(data: bytes) -> Kept:
    """The digest and size of ``data``, without the bytes."""
    return Kept(digest(data), len(data))


class Files(Mapping[str, bytes]):
    """The files of a site by path; a file on disk is read on demand."""

    def __init__(self, contents: Mapping[str, Content], published: Path = Path()) -> None:
        self.contents = contents
        """For each path the file's bytes, or where they are."""
        self._published = published

    def __getitem__(self, name: str) -> bytes:
        content = self.contents[name]
        if isinstance(content, bytes):
            return content
        return content.read() if isinstance(content, Stored) else (self._published / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.contents)

    def __len__(self) -> int:
        return len(self.contents)
