"""What of a published folder is as the last publication left it.

A build asks this for the whole folder, to find that nothing has to be made, and for each file, so that what nobody has
touched need not be read again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from site_builder.output.last import Last, is_untouched, read_stamps, stamped
from site_builder.output.ours import MARKER, Marked, read_marker, refuse_foreign
from site_builder.output.stamps import Stamp, stamps
from site_builder.parallel import Beside

Result = TypeVar("Result")

WORTH_A_PROCESS = 5000
"""From this many files on, a second process looks at them, and removes the old ones."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A published folder, or one that is to be published, as it is once its lock is held."""

    marked: Marked | None
    """What its marker says."""
    present: Mapping[str, Stamp]
    """The stamps of its files."""
    told: Mapping[str, str]
    """The digests of the files that nobody has touched since."""


def standing(target: Path, made: Mapping[str, str], cache: Path | None) -> Standing:
    """What is in ``target``, a real path; ``made`` has the digests, by path, of the files that the new site has.

    Raises :class:`site_builder.errors.EnvironmentProblem` if something in it was not made here.
    """
    marked, trusted = read_marker(target), read_stamps(cache, target)
    present = refuse_foreign(target, marked, made, trusted)
    return Standing(marked, present, told(marked, present, trusted))


def looked_at(last: Last | None, output: Path, cache: Path | None, jobs: int = 1) -> Beside[bool]:
    """Whether ``output`` is as the ``last`` build left it.

    If it has many files, a second process looks at them while this one has other work, where ``jobs`` allows two.
    """
    return beside(lambda: is_untouched(last, output), stamped(cache), jobs)


def beside(work: Callable[[], Result], files: int, jobs: int) -> Beside[Result]:
    """``work`` on so many ``files``, in a process of its own if that is worth it and allowed."""
    return Beside(work, forked=jobs > 1 and files > WORTH_A_PROCESS)


def untouched(output: Path, cache: Path | None, *, every: bool = False) -> dict[str, str]:
    """The digests, by path, of the published files in ``output`` that have not been touched since.

    ``every``: the caller knows that none was touched.
    """
    target = Path(os.path.realpath(output))
    marked = read_marker(target)
    if marked is None or every:
        return marked.files if marked else {}
    trusted = read_stamps(cache, target)
    try:
        present = stamps(target) if trusted else {}
    except OSError:
        return {}
    return told(marked, present, trusted)


def told(marked: Marked | None, present: Mapping[str, Stamp], trusted: Mapping[str, Stamp]) -> dict[str, str]:
    """The digests in the marker of files that, like it, nobody has touched since they were ``trusted``."""
    if marked is None or MARKER not in present or present[MARKER] != trusted.get(MARKER):
        return {}
    listed = marked.files
    return {name: listed[name] for name, stamp in present.items() if name in listed and stamp == trusted.get(name)}
