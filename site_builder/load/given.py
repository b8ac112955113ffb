"""Reads a file that somebody gave a command, from anywhere on the machine: a regular one, and one that answers.

A pipe waits for a program that may never write, a device has no end, and the kernel's log waits for news.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.errors import EnvironmentProblem, remedy
from site_builder.load.fence import read_regular
from site_builder.load.patience import Tell, patiently

_ADVICE = "name a regular file; save what a pipe or a device gives to one first"


def read_given(path: Path, most: int, advice: str) -> bytes:
    """The bytes of the file at ``path``; of one with more than ``most`` bytes one byte more, and not the rest.

    Raises :class:`EnvironmentProblem` for anything but a regular file, for one that does not answer, and, with
    ``advice``, for one that cannot be read.
    """

    def read(tell: Tell) -> bytes:
        tell(path)
        return read_regular(path, most, tell, advice=_ADVICE)

    try:
        return patiently(read)
    except OSError as problem:
        raise EnvironmentProblem(f"cannot read {path}: {problem.strerror}", remedy(problem, advice)) from problem


def refuse_unreadable(path: Path, most: int, advice: str) -> None:
    """Raise :class:`EnvironmentProblem` where ``path`` is no file that another program could read, or has too much.

    ``most`` is the number of bytes that it may have.
    """
    if len(read_given(path, most, advice)) > most:
        raise EnvironmentProblem(f"{path} has more than {most:,} bytes", advice)
