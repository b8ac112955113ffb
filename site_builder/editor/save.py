"""Writes files that an editor owns: all of them or none, whole, with the mode and byte order mark that they had."""

from __future__ import annotations

import codecs
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from site_builder.errors import EnvironmentProblem, remedy

_WRITABLE = 0o222


class Put(Protocol):
    """Writes a file; see :func:`all_or_nothing`."""

    def __call__(self, path: Path, data: bytes, *, executable: bool = False) -> None:
        """Replace the content of ``path`` with ``data``."""


def save(path: Path, text: str) -> None:
    """Replace the content of ``path`` with ``text``, as :func:`all_or_nothing` does."""
    with all_or_nothing() as put:
        put(path, text.encode())


@contextmanager
def all_or_nothing() -> Iterator[Put]:
    """A function that replaces the content of a file; if this context fails, every file is as it was before.

    A byte order mark stays, so does the file's mode, and a link still leads to the file. The function raises
    :class:`EnvironmentProblem` when a file cannot be written, or when somebody has made it read-only.
    """
    undo: list[Callable[[], object]] = []

    def put(path: Path, data: bytes, *, executable: bool = False) -> None:
        with _told(path):
            _put(_real(path), data, 0o777 if executable else 0o666, undo)

    with _undone(undo):
        yield put


def create(path: Path, text: str) -> None:
    """Write ``text`` to a file that must not be there yet; raises :class:`EnvironmentProblem` where it cannot be."""
    undo: list[Callable[[], object]] = []
    with _undone(undo), _told(path):
        _make_folders(_real(path).parent, undo)
        with path.open("x", encoding="utf-8", newline="") as stream:
            undo.append(path.unlink)
            stream.write(text)


def refuse_lost(path: Path) -> None:
    """Raise :class:`EnvironmentProblem` where a ``..`` in ``path`` follows a folder that is not there.

    Such a path leads nowhere, although it would lead somewhere if the folder existed.
    """
    for number, part in enumerate(path.parts):
        before = Path(*path.parts[:number])
        if part == ".." and number and not before.is_dir():
            raise EnvironmentProblem(
                f"{path} leads nowhere: there is no folder {before}",
                f"leave out what is before the .. again: {os.path.normpath(path)}",
            )


def _real(path: Path) -> Path:
    refuse_lost(path)
    return Path(os.path.realpath(path))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn a refusal of the system to write ``path`` into a problem."""
    try:
        yield
    except FileExistsError as problem:
        raise EnvironmentProblem(f"{path} already exists", "move it away, or try again") from problem
    except OSError as problem:
        raise EnvironmentProblem(
            f"cannot write {path}: {problem.strerror}", remedy(problem, "make it and its folder writable")
        ) from problem


@contextmanager
def _undone(undo: list[Callable[[], object]]) -> Iterator[None]:
    """Take back what was done, the last first, if the context fails."""
    try:
        yield
    except BaseException:
        for back in reversed(undo):
            with suppress(OSError):
                back()
        raise


def _put(target: Path, data: bytes, rights: int, undo: list[Callable[[], object]]) -> None:
    """Write ``data`` to ``target``, a real path; a new file gets ``rights``, as far as the umask permits them."""
    _make_folders(target.parent, undo)
    if not target.exists():
        _stage(target, data, rights & ~_umask())
        undo.append(target.unlink)
        return
    if target.is_dir():
        raise EnvironmentProblem(f"{target} should be a file", "move it away, or choose another place")
    mode = target.stat().st_mode & 0o7777
    # Replacing needs no right to write, and root needs none at all: whoever takes it away means it.
    if not mode & _WRITABLE:
        raise EnvironmentProblem(f"{target} is read-only", "make it writable, if it may be changed: chmod u+w")
    os.close(os.open(target, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC))
    old = target.read_bytes()
    _stage(target, (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + data, mode)
    undo.append(lambda: _stage(target, old, mode))


def _make_folders(folder: Path, undo: list[Callable[[], object]]) -> None:
    missing: list[Path] = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    if not folder.is_dir():
        raise EnvironmentProblem(f"{folder} should be a folder", "move it away, or choose another place")
    for one in reversed(missing):
        one.mkdir()
        undo.append(one.rmdir)


def _stage(target: Path, data: bytes, mode: int) -> None:
    """Write ``data`` beside ``target``, then put it in its place; after a power cut one of the two is there, whole."""
    handle, staged = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fchmod(handle, mode)
            if target.exists():
                os.fsync(handle)
        os.replace(staged, target)
    except BaseException:
        os.unlink(staged)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
