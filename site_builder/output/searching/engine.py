"""Pagefind's program: pages in, the bundles it makes of them out.

A synchronous client of ``pagefind --service``, which reads base64(JSON) and a comma on its standard input and answers
each message in order, in the same way, on its standard output. The only module that imports pagefind; knows nothing of
where the files will lie.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import IO, Any

from site_builder.errors import EnvironmentProblem
from site_builder.output.searching.bundle import ENTRY

TIMEOUT = 600.0
"""Seconds after which an engine that has not finished is stopped."""

_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "playground/")
"""Beginnings of files that only Pagefind's own interfaces need."""


class SearchProblem(EnvironmentProblem):
    """The search engine cannot be run, has failed, or has made something that is not an index."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "install the package again, or build without search: --no-search")


def engine_version() -> str:
    """The engine's version, without starting it."""
    return version("pagefind")


def bundles(indexes: Sequence[Sequence[tuple[str, str]]], *, timeout: float = TIMEOUT) -> list[dict[str, bytes]]:
    """One bundle, files by path, for each of ``indexes``, all made by one run of the engine.

    An index is a sequence of pages, each an address and its HTML. ``timeout`` is in seconds. Raises
    :class:`SearchProblem`.
    """
    messages: list[dict[str, Any]] = []
    for number, pages in enumerate(indexes):
        messages.append({"type": "NewIndex", "config": {}})
        for url, html in pages:
            page = {"url": url, "file_path": None, "file_contents": html}
            messages.append({"type": "AddFile", "index_id": number, **page})
        messages.append({"type": "GetFiles", "index_id": number})
    with _engine(timeout) as engine:
        answers = _converse(engine, messages)
    made: list[dict[str, bytes]] = []
    for answer in answers:
        if "files" not in answer:
            continue
        files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
        wanted = {path: data for path, data in files.items() if not path.startswith(_UNUSED)}
        _verify(wanted, len(indexes[len(made)]))
        made.append(wanted)
    return made


def _converse(engine: subprocess.Popen[bytes], messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Send all ``messages`` while reading all answers: the pipes hold little, and must not wait for each other."""
    assert engine.stdin is not None  # noqa: S101 – opened as pipes below
    assert engine.stdout is not None  # noqa: S101
    assert engine.stderr is not None  # noqa: S101
    complaints: list[bytes] = []
    writer = threading.Thread(target=_send, args=(engine.stdin, messages), daemon=True)
    drain = threading.Thread(target=complaints.extend, args=(engine.stderr,), daemon=True)
    writer.start()
    drain.start()
    answers = []
    for number, raw in enumerate(_answers(engine.stdout), 1):
        try:
            payload: dict[str, Any] = json.loads(base64.b64decode(raw, validate=True))["payload"]
        except (ValueError, KeyError, TypeError) as problem:
            raise SearchProblem(f"the search engine's answer {number} cannot be read") from problem
        if payload.get("type") == "Error":
            raise SearchProblem(f"the search engine says: {payload.get('message')}")
        answers.append(payload)
        if len(answers) == len(messages):
            return answers
    engine.wait()
    drain.join(timeout=2)
    tail = b"".join(complaints)[-400:].decode("utf-8", "replace").strip()
    raise SearchProblem(f"the search engine ended early (status {engine.returncode})" + (f": {tail}" if tail else ""))


def _send(pipe: IO[bytes], messages: Sequence[dict[str, Any]]) -> None:
    try:
        for number, payload in enumerate(messages, 1):
            pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
        pipe.flush()
    except OSError:
        return  # The engine is gone; the reader says so.


def _answers(pipe: IO[bytes]) -> Iterator[bytes]:
    """Answers of any length, each without its comma."""
    parts: list[bytes] = []
    while chunk := os.read(pipe.fileno(), 1 << 20):
        *ended, rest = chunk.split(b",")
        for piece in ended:
            parts.append(piece)
            yield b"".join(parts)
            parts = []
        parts.append(rest)


@contextmanager
def _engine(timeout: float) -> Iterator[subprocess.Popen[bytes]]:
    """The running engine, in an empty folder and without settings from outside; gone afterwards, whatever happens."""
    from pagefind.service import get_executable

    binary = get_executable()
    if binary is None:
        raise SearchProblem("the search engine's program is not installed")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    with tempfile.TemporaryDirectory(prefix="site-builder-search-") as empty:
        try:
            engine = subprocess.Popen(
                [os.fspath(binary), "--service"],
                cwd=empty,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as problem:
            raise SearchProblem(f"cannot start the search engine {binary}: {problem.strerror}") from problem
        late = threading.Event()
        watchdog = threading.Timer(timeout, _stop, (engine, late))
        watchdog.daemon = True
        watchdog.start()
        try:
            yield engine
        except SearchProblem as problem:
            if late.is_set():
                raise SearchProblem(f"the search engine did not finish within {timeout:g} seconds") from problem
            raise
        finally:
            watchdog.cancel()
            engine.kill()
            engine.wait()
            for pipe in (engine.stdin, engine.stdout, engine.stderr):
                if pipe:
                    _close(pipe)


def _stop(engine: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    engine.kill()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # What was still to be sent has no reader any more.


def _verify(files: dict[str, bytes], pages: int) -> None:
    """See that there is an index of ``pages`` pages: the engine reports success with empty files on a full disk."""
    empty = sorted(path for path, data in files.items() if not data)
    if empty:
        raise SearchProblem(f"the search engine made an empty file: {empty[0]}")
    try:
        languages = json.loads(files[ENTRY])["languages"]
        indexed = sum(int(language["page_count"]) for language in languages.values())
    except (KeyError, ValueError, TypeError) as problem:
        raise SearchProblem("the search engine made no readable index") from problem
    if indexed != pages:
        raise SearchProblem(f"the search engine indexed {indexed} pages of {pages}")
