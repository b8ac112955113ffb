"""The published folder as a part of a run's memory: it has the bytes of files, and the memory their digests.

Without that, the memory would hold the whole site a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from site_builder import make
from site_builder.contents import Kept, Output, digest, size
from site_builder.exports import export
from site_builder.page import Made
from site_builder.trace import Memory

_STEPS = (make.STEP, export.STEP)
"""The steps that make files."""


def held(memory: Memory, published: Mapping[str, str]) -> Memory:
    """``memory`` without the files that have changed since.

    ``published`` has the digests of the published files that have not been touched since.
    """

    def is_there(result: tuple[Made, ...] | export.Parts) -> bool:
        return all(digest(file.content) == published.get(file.file) for file in _files(result))

    there = {
        step: {subject: trace for subject, trace in memory.traces.get(step, {}).items() if is_there(trace.value)}
        for step in _STEPS
    }
    return replace(memory, traces={**memory.traces, **there})


def published(memory: Memory) -> Memory:
    """``memory`` of a run whose files are published by now."""
    traces = {
        step: {
            subject: trace if _is_kept(trace.value) else replace(trace, value=_kept(trace.value))
            for subject, trace in memory.traces.get(step, {}).items()
        }
        for step in _STEPS
    }
    return replace(memory, traces={**memory.traces, **traces})


def _files(result: tuple[Made, ...] | export.Parts) -> tuple[Made, ...] | tuple[Output, ...]:
    """The files that a step has made of one subject."""
    return result.files if isinstance(result, export.Parts) else result


def _is_kept(result: tuple[Made, ...] | export.Parts) -> bool:
    return all(isinstance(file.content, Kept) for file in _files(result))


def _kept(result: tuple[Made, ...] | export.Parts) -> tuple[Made, ...] | export.Parts:
    """``result`` with the digests of its files in place of their bytes."""
    if isinstance(result, export.Parts):
        return replace(result, files=tuple(replace(file, content=_measured(file)) for file in result.files))
    return tuple(replace(page, content=_measured(page)) for page in result)


def _measured(file: Made | Output) -> Kept:
    return Kept(digest(file.content), size(file.content))
