"""The published folder as a part of a run's memory: it has the bytes of files, and the memory their digests.

Without that, the memory would hold the whole site a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from site_builder import make
from site_builder.contents import Kept, Output, digest, size
from site_builder.exports import export
from site_builder.page import Made
from site_builder.trace import Memory, Trace

_File = Made | Output


def _of_parts(parts: export.Parts, change: Callable[[Output], Output]) -> export.Parts:
    return replace(parts, files=tuple(map(change, parts.files)))


_FILES: Mapping[str, tuple[Callable[[Any], Iterable[_File]], Callable[[Any, Callable[[Any], Any]], Any]]] = {
    make.STEP: (lambda pages: pages, lambda pages, change: tuple(map(change, pages))),
    export.STEP: (lambda parts: parts.files, _of_parts),
}
"""By step that makes files: the files of a result, and the result with each file changed."""


def held(memory: Memory, published: Mapping[str, str]) -> Memory:
    """``memory`` without the files that have changed since.

    ``published`` has the digests of the published files that have not been touched since.
    """

    def is_there(trace: Trace, files: Callable[[Any], Iterable[_File]]) -> bool:
        return all(digest(file.content) == published.get(file.file) for file in files(trace.value))

    there = {
        step: {subject: trace for subject, trace in memory.traces.get(step, {}).items() if is_there(trace, files)}
        for step, (files, _) in _FILES.items()
    }
    return replace(memory, traces={**memory.traces, **there})


def published(memory: Memory) -> Memory:
    """``memory`` of a run whose files are published by now."""
    traces = {
        step: {
            subject: replace(trace, value=changed(trace.value, _kept))
            if any(not isinstance(file.content, Kept) for file in files(trace.value))
            else trace
            for subject, trace in memory.traces.get(step, {}).items()
        }
        for step, (files, changed) in _FILES.items()
    }
    return replace(memory, traces={**memory.traces, **traces})


def _kept(file: _File) -> _File:
    content = file.content
    return file if isinstance(content, Kept) else replace(file, content=Kept(digest(content), size(content)))
