"""The program: runs the command that was called, and returns its exit status.

Exit status: 0 for success, 1 if the content has errors, 2 if the environment or the command line is wrong, 130 if
somebody stopped it (Ctrl-C). Imports nothing heavy, so that ``--help`` answers at once, and nothing of its own before
:func:`main`, so that it can be stopped from its first moment. :mod:`site_builder.command_line` defines the commands,
:mod:`site_builder.commands` implements them.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_builder.errors import EnvironmentProblem

STOPPED = 130
"""As shells have it: 128 and the number of the signal."""
_NO_MEMORY = b"site-builder: memory ran out\n  help: close other programs, or raise the limit on memory (ulimit -v)\n"
"""Ready before it is needed: where nothing is left, no text can be made."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    try:
        return _guarded(argv)
    except (KeyboardInterrupt, EOFError):
        return STOPPED
    except MemoryError:
        return _tell_of_memory()
    except SystemError as problem:
        # Python's own code loses the error in some places: "error return without exception set".
        if "exception" not in str(problem):
            raise
        return _tell_of_memory()


def _guarded(argv: list[str] | None) -> int:
    from site_builder.errors import EnvironmentProblem
    from site_builder.streams import guarded

    with guarded():
        try:
            try:
                return _run(argv)
            finally:
                sys.stdout.flush()  # so that a failed write is reported now
        except EnvironmentProblem as problem:
            return _tell(problem)
        except BrokenPipeError:
            return 2  # the reader (a pager, head) has quit: no one is left to read an error


def _run(argv: list[str] | None) -> int:
    from pathlib import Path

    from site_builder.command_line import parser
    from site_builder.errors import in_words, refuse_lost_folder

    arguments = parser().parse_args(argv)
    given = vars(arguments)
    named = Path(given.get("from") or "/")  # kept as the text that it is, for questions on a terminal
    refuse_lost_folder([named, *(value for value in given.values() if isinstance(value, Path))])
    try:
        return int(arguments.run(arguments))
    except BrokenPipeError:
        raise
    except (OSError, MemoryError, ImportError) as problem:
        raise in_words(problem) from problem
    except RuntimeError as problem:
        if "start new thread" not in str(problem):
            raise
        raise in_words(OSError(errno.EAGAIN, str(problem))) from problem


def _tell_of_memory() -> int:
    with suppress(OSError):
        os.write(2, _NO_MEMORY)
    return 2


def _tell(problem: EnvironmentProblem) -> int:
    from site_builder.unseen import visible

    message, remedy = ("\n".join(map(visible, text.split("\n"))) for text in (problem.message, problem.remedy))
    print(f"site-builder: {message}\n  help: {remedy}", file=sys.stderr)
    return 2
