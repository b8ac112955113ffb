"""A preview under load, as the process that an editor starts: bounded, answering, and idle again afterwards."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from site_builder.preview.answer import MOST_HEAD
from site_builder.preview.guests import MOST
from site_builder.preview.server import SPARE
from tests.commands.test_serve import shown
from tests.projects import MINIMAL, ROOT
from tests.tries import tries

IDLE, STREAMS = 300, 500
"""Connections that say nothing, and streams of events, opened at one time."""
REQUESTS, GARBAGE = tries(10_000, 600), tries(1_000, 60)
ASKERS = 8
"""Clients that ask at the same time."""
GROWTH = 40_000
"""Kilobytes that a crowd may leave in the process: stacks and buffers of its threads, and what Python keeps of them."""
OWN = 16
"""Threads and open files beside those of the connections: the builder's, the watcher's, the listening socket …"""
WATCHED = 10
"""Seconds in which the preview is left alone."""
IDLE_SHARE = 0.05
"""The share of a core that it may use then: it looks at its files once a second."""


class Preview(NamedTuple):
    """The process of a preview."""

    pid: int
    port: int

    def seconds(self) -> float:
        """Processor time up to now."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kilobytes(self) -> int:
        """Resident memory."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024

    def threads(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/task"))

    def files(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def opened(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def asked(self, path: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode()

    def answer(self, data: bytes) -> bytes:
        """All that comes back for ``data`` but its day and time; empty where the connection had to make room."""
        heard = b""
        with suppress(ConnectionError), self.opened() as client:
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
            while part := client.recv(65536):
                heard += part
        return re.sub(rb"(?m)^Date: .*\r\n", b"", heard)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = shutil.copytree(MINIMAL, tmp_path / "project")
    command = [sys.executable, "-u", "-m", "site_builder", "serve", "--port", "0", os.fspath(project)]
    environment = {**os.environ, "XDG_CACHE_HOME": os.fspath(tmp_path / "cache")}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        first = re.match(rb"http://127\.0\.0\.1:(\d+)/", server.stdout.readline())
        assert first is not None
        try:
            shown(f"http://127.0.0.1:{int(first[1])}/")
            yield Preview(server.pid, int(first[1]))
        finally:
            server.send_signal(signal.SIGKILL)


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def many(preview: Preview, requests: list[bytes]) -> list[bytes]:
    """The answers to ``requests``, several at a time."""
    answers: list[bytes] = [b""] * len(requests)

    def ask(first: int) -> None:
        for number in range(first, len(requests), ASKERS):
            answers[number] = preview.answer(requests[number])

    askers = [threading.Thread(target=ask, args=(first,)) for first in range(ASKERS)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    return answers


def is_bounded(preview: Preview) -> bool:
    return preview.threads() <= MOST + SPARE + OWN and preview.files() <= MOST + SPARE + 2 * OWN


@pytest.mark.long
def test_a_crowd_is_bounded_and_leaves_nothing_behind(preview: Preview) -> None:
    home = preview.asked("/")
    page = preview.answer(home)
    assert page.startswith(b"HTTP/1.0 200")
    many(preview, [home] * 50)
    until(lambda: preview.threads() <= OWN, "the first guests do not go")
    memory, threads, files = preview.kilobytes(), preview.threads(), preview.files()

    with ExitStack() as crowd:
        for _ in range(IDLE):
            crowd.enter_context(preview.opened())
        for _ in range(STREAMS):
            stream = crowd.enter_context(preview.opened())
            with suppress(ConnectionError):
                stream.sendall(preview.asked("/.preview/events"))
        assert preview.answer(home) == page
        assert is_bounded(preview)

        answers = many(preview, [home] * REQUESTS)
        assert set(answers) <= {page, b""}
        assert answers.count(page) > REQUESTS * 0.99
        assert is_bounded(preview)

        chance = random.Random(0)  # noqa: S311 – the same garbage every time
        garbage = [chance.randbytes(chance.randrange(1, 2000)) for _ in range(GARBAGE)]
        assert not [said for said in many(preview, garbage) if said.startswith(b"HTTP/1.0 200")]
        huge = many(preview, [home[:-2] + b"X: " + b"x" * (4 * MOST_HEAD) + b"\r\n\r\n"] * 50)
        assert {said[:12] for said in huge} <= {b"HTTP/1.0 431", b""}
        in_a_row = many(preview, [home * 100] * 50)
        assert max(said.count(b"HTTP/1.0 ") for said in in_a_row) == 1
        assert is_bounded(preview)
        assert preview.answer(home) == page

    until(lambda: preview.threads() <= threads and preview.files() <= files, "the crowd does not go")
    assert preview.answer(home) == page
    assert preview.kilobytes() - memory < GROWTH

    before = preview.seconds()
    time.sleep(WATCHED)
    assert preview.seconds() - before <= IDLE_SHARE * WATCHED
