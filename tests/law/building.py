"""What a build gives, in a form that is compared: every file by its digest, every search entry, the report."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from site_builder import reporting, store
from site_builder.build import BuildResult, Memo, Options, build
from site_builder.search import SearchEntry
from site_builder.trace import Memory
from tests.law.ground import ground
from tests.law.sources import Sources

WAYS: Mapping[str, Options] = {
    "preview": Options(index=False, hashed=False),
    "published": Options(index=False, exports=True),
    "drafts": Options(index=False, drafts=True),
}
"""The kinds of build that go on from an earlier one or could. The index is made of the entries alone."""


@dataclass(frozen=True)
class Made:
    """What a build gives."""

    files: Mapping[str, str] | None
    """The digest of each file; None where the build has none."""
    entries: tuple[SearchEntry, ...]
    """What is searched."""
    report: str
    """What is wrong with the content."""

    def unlike(self, other: Made) -> list[str]:
        """In what the two differ; nothing where they are equal."""
        found = ["report"] if self.report != other.report else []
        found += ["search entries"] if self.entries != other.entries else []
        ours, theirs = self.files, other.files
        if ours is None or theirs is None:
            return found + (["whether it builds"] if ours is not theirs else [])
        return found + sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def made(result: BuildResult) -> Made:
    """``result`` without its memo."""
    files = result.files
    digests = None if files is None else {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return Made(digests, result.entries, reporting.as_text(result.report))


def clean(sources: Sources, way: str) -> Made:
    """A build that remembers nothing."""
    return made(build(sources.project, options=WAYS[way]))


def again(sources: Sources, memo: Memo, way: str) -> tuple[Made, Memo]:
    """A build that goes on from an earlier one, and what it remembers; a command reads that from the disk."""
    if way != "preview":
        memo = Memo(_through_the_store(memo.memory))
    result = build(sources.project, memo, WAYS[way])
    return made(result), result.memo


def _through_the_store(memory: Memory) -> Memory:
    with tempfile.TemporaryDirectory() as folder:
        store.Store(Path(folder, "project"), "").write(memory)
        read = store.Store(Path(folder, "project"), "").read()
    assert read.traces.keys() == memory.traces.keys()
    return read


@lru_cache(maxsize=len(WAYS))
def first(way: str) -> tuple[Made, Memo]:
    """The build of the site that edits start from."""
    result = build(ground().project, options=WAYS[way])
    assert result.files is not None, reporting.as_text(result.report)
    return made(result), result.memo
