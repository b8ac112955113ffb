"""Names the files of pages so that a list of the names is short: pages that follow each other share most of one.

A file that browsers keep must have another name once its content changes, and seven digits for each page would be most
of what a search page's script loads. So a run of pages has one name, made from the content of all, and a page is a
number in it. The pages themselves decide where runs end, so that a new one renames its own run and no other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.output.searching.files import names

MOST = 32
"""Pages of a run."""
ENDS = "f"
"""The first digit of pages that end a run: one in sixteen."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that follow each other in an index."""

    name: str
    """The language and hexadecimal digits; other digits for other content."""
    files: Sequence[bytes]
    """The bytes of the pages' files."""

    @property
    def names(self) -> list[str]:
        """The names of the files."""
        return [f"{self.name}-{number}" for number in range(len(self.files))]


def named(language: str, pages: Sequence[tuple[str, bytes]]) -> list[Run]:
    """``pages`` in runs: the name that the engine gave to each page's file, and its bytes."""
    found: list[list[bytes]] = [[]]
    for name, data in pages:
        found[-1].append(data)
        if len(found[-1]) == MOST or name.rpartition("_")[2][0] == ENDS:
            found.append([])
    files = [run for run in found if run]
    # Each file says itself where it ends (gzip).
    digests = [hashlib.sha256(b"".join(run)).hexdigest() for run in files]
    return [Run(name, run) for name, run in zip(names(language, digests), files, strict=True)]
