"""Writes a file that an editor owns: whole or not at all, with the mode and byte order mark that it had."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path

from site_builder.errors import EnvironmentProblem, remedy


def save(path: Path, text: str) -> None:
    """Replace the content of ``path`` with ``text``.

    A byte order mark stays, so does the file's mode, and a link still leads to the file. Raises
    :class:`EnvironmentProblem` when it cannot be written; then it is as it was.
    """
    save_bytes(path, text.encode())


def save_bytes(path: Path, data: bytes) -> None:
    """Like :func:`save`, for bytes that need not be text."""
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        old = target.read_bytes()[:3] if target.exists() else b""
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        data = (codecs.BOM_UTF8 if old == codecs.BOM_UTF8 else b"") + data
        handle, staged = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(staged, mode)
            os.replace(staged, target)
        except BaseException:
            os.unlink(staged)
            raise
    except OSError as problem:
        raise EnvironmentProblem(
            f"cannot write {path}: {problem.strerror}", remedy(problem, "make it writable")
        ) from problem


def create(path: Path, text: str) -> None:
    """Write ``text`` to a file that must not be there yet; raises :class:`EnvironmentProblem` where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as stream:
            try:
                stream.write(text)
                stream.flush()
            except BaseException:
                path.unlink()
                raise
    except FileExistsError as problem:
        taken = f"{path}" if os.path.lexists(path) else f"{path.parent}, which should be a folder,"
        raise EnvironmentProblem(f"{taken} already exists", "move it away, or try again") from problem
    except OSError as problem:
        raise EnvironmentProblem(
            f"cannot write {path}: {problem.strerror}", remedy(problem, "make it writable")
        ) from problem


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
