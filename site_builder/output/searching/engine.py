"""Runs Pagefind's program: sends it pages and returns the bundles that it makes.

A synchronous client of ``pagefind --service``, which reads base64(JSON) and a comma on its standard input and answers
each message in order, in the same way, on its standard output. The only module that imports pagefind; knows nothing of
where the files will lie.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from site_builder.errors import EnvironmentProblem, remedy
from site_builder.output.searching.bundle import CHUNK, ENTRY
from site_builder.output.searching.service import NoAnswer, converse

PATIENCE = 300.0
"""Seconds without progress after which an engine is stopped; on a large site it is silent for half a minute."""

_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "playground/")
"""Beginnings of files that only Pagefind's own interfaces need."""

_SETTINGS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK)}
"""Settings that the engine takes from its environment alone: the size at which it cuts files of words."""
_SAID = 400
"""Characters of the engine's words that a message repeats."""


class SearchProblem(EnvironmentProblem):
    """The search engine cannot be run, has failed, or has made something that is not an index."""

    def __init__(self, message: str, advice: str = "install the package again") -> None:
        super().__init__(message, f"{advice}, or build without search: --no-search")


def engine_version() -> str:
    """The engine's version, without starting it."""
    return version("pagefind")


def bundles(indexes: Sequence[Sequence[tuple[str, str]]], *, patience: float = PATIENCE) -> list[dict[str, bytes]]:
    """One bundle, files by path, for each of ``indexes``, all made by one run of the engine.

    An index is a sequence of pages, each an address and its HTML. ``patience`` is in seconds without progress. Raises
    :class:`SearchProblem`.
    """
    messages: list[dict[str, Any]] = []
    for number, pages in enumerate(indexes):
        messages.append({"type": "NewIndex", "config": {}})
        for url, html in pages:
            page = {"url": url, "file_path": None, "file_contents": html}
            messages.append({"type": "AddFile", "index_id": number, **page})
        messages.append({"type": "GetFiles", "index_id": number})
    made: list[dict[str, bytes]] = []
    for asked, answer in zip(messages, _answers(messages, patience), strict=True):
        if asked["type"] == "GetFiles":
            wanted = {path: data for path, data in _files(answer).items() if not path.startswith(_UNUSED)}
            _verify(wanted, len(indexes[len(made)]))
            made.append(wanted)
    return made


def _answers(messages: Sequence[dict[str, Any]], patience: float) -> Iterator[dict[str, Any]]:
    """The engine's answers to ``messages``."""
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise SearchProblem("the search engine's program is not installed")
    packed = [
        base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode())
        for number, payload in enumerate(messages, 1)
    ]
    try:
        for number, raw in enumerate(converse(Path(program), ["--service"], packed, patience, _SETTINGS), 1):
            yield _payload(raw, number)
    except NoAnswer as problem:
        raise SearchProblem(f"the search engine {problem}") from problem
    except OSError as problem:
        raise SearchProblem(
            f"cannot run the search engine {program}: {problem.strerror or problem}",
            remedy(problem, "install the package again"),
        ) from problem


def _payload(raw: bytes, number: int) -> dict[str, Any]:
    try:
        payload = json.loads(base64.b64decode(raw, validate=True))["payload"]
        kind = payload.get("type")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise SearchProblem(f"the search engine's answer {number} cannot be read") from problem
    if kind == "Error":
        raise SearchProblem(f"the search engine says: {str(payload.get('message'))[:_SAID]}")
    return dict(payload)


def _files(answer: dict[str, Any]) -> dict[str, bytes]:
    """The files of an ``answer``, by path."""
    try:
        files = {str(file["path"]): base64.b64decode(file["content"]) for file in answer["files"]}
    except (ValueError, LookupError, TypeError) as problem:
        raise SearchProblem("the search engine's files cannot be read") from problem
    odd = next((path for path in files if path.startswith("/") or ".." in path.split("/")), None)
    if odd is not None:
        raise SearchProblem(f"the search engine names a file outside its folder: {odd[:_SAID]}")
    return files


def _verify(files: dict[str, bytes], pages: int) -> None:
    """See that there is an index of ``pages`` pages: the engine reports success with empty files on a full disk."""
    empty = sorted(path for path, data in files.items() if not data)
    if empty:
        raise SearchProblem(f"the search engine made an empty file: {empty[0]}")
    try:
        languages = json.loads(files[ENTRY])["languages"]
        indexed = sum(int(language["page_count"]) for language in languages.values())
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, OverflowError) as problem:
        raise SearchProblem("the search engine made no readable index") from problem
    if indexed != pages:
        raise SearchProblem(f"the search engine indexed {indexed} pages of {pages}")
