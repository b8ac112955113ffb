"""A preview server over a site in memory, which notifies browsers of changes.

The ``Host`` header (and ``Origin``, where there is one) must name this machine or one that the caller allows, so that
no page elsewhere can read the preview through a name of its own (DNS rebinding). Threads, connections and what one of
them may send are bounded.
"""

from __future__ import annotations

import errno
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from typing import Any

from site_builder.errors import EnvironmentProblem
from site_builder.preview.answer import Handler
from site_builder.preview.guests import MOST, Guests

SPARE = 16
"""Threads that may still be ending while others begin."""


@dataclass(frozen=True, slots=True)
class News:
    """The news for browsers."""

    changed: frozenset[str] = frozenset()
    """Files that have changed, by path from the site's root."""
    problems: str = ""
    """The reason why the last change could not be built, as text; empty when it could."""


class PreviewServer(ThreadingHTTPServer):
    """Serves ``files`` (contents by path from the site's root) at ``http://host:port/``."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, files: Mapping[str, bytes], host: str, port: int, *, live: bool = False, allowed: Iterable[str] = ()
    ) -> None:
        self.files = files
        self.live = live
        """Whether pages carry the script that listens for news."""
        self.version = 0
        """Counts the news."""
        self._news = News()
        self._told = threading.Condition()
        self._closing = False
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.guests = Guests()
        """The open connections."""
        self._places = threading.BoundedSemaphore(MOST + SPARE)
        self._placed: set[object] = set()
        super().__init__((host, port), Handler)
        self._name = f"[{host}]" if ":" in host else host
        names = {self._name.lower(), "localhost", "127.0.0.1", "[::1]"}
        self.hosts = {f"{name}:{self.server_port}" for name in names} | (names if self.server_port == 80 else set())
        self.hosts |= {*allowed}

    def tell(self, news: News) -> None:
        """Let every open page know."""
        with self._told:
            self.version += 1
            self._news = news
            self._told.notify_all()

    def news_since(self, version: int, seconds: float, guest: socket.socket | None = None) -> tuple[int, News] | None:
        """Wait up to ``seconds``, while ``guest`` is here, for news later than ``version``; None when there is none."""
        with self._told:
            self._told.wait_for(
                lambda: (
                    self.version > version or self._closing or (guest is not None and not self.guests.is_here(guest))
                ),
                seconds,
            )
            return (self.version, self._news) if self.version > version else None

    @property
    def closing(self) -> bool:
        """True when open streams should end."""
        return self._closing

    def server_close(self) -> None:
        """Let go of the address, and of the streams."""
        with self._told:
            self._closing = True
            self._told.notify_all()
        super().server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread; where all are busy, who came first has to go, and where none ends, the newcomer."""
        self.guests.welcome(request)
        with self._told:
            self._told.notify_all()
        if not self._places.acquire(timeout=1):
            self.shutdown_request(request)
            return
        self._placed.add(request)
        try:
            super().process_request(request, client_address)
        except BaseException:  # an interrupt may come when the thread has begun, or has ended
            self._give_back(request)
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer a request in its thread, and then give back the thread's place."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._give_back(request)

    def _give_back(self, request: Any) -> None:
        """Let another have the place of ``request``, once."""
        with suppress(KeyError):
            self._placed.remove(request)
            self._places.release()

    def shutdown_request(self, request: Any) -> None:
        """End the connection."""
        self.guests.leave(request)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Called twice a second."""
        self.guests.hurry()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the answer is no fault; anything else is one of ours, with its traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{self._name}:{self.server_port}/"


def listen(host: str, port: int, allowed: Iterable[str] = ()) -> PreviewServer:
    """A server without files that listens at the address; port 0 takes any free one.

    ``allowed`` has further host names to answer to, such as a tunnel's, in lower case.

    Raises :class:`EnvironmentProblem` when the address cannot be listened on.
    """
    if host in ("", "0.0.0.0", "::"):  # noqa: S104 – refused
        raise EnvironmentProblem(
            "the preview does not listen on every address of this machine",
            "give the address that the browser uses, or leave out --host",
        )
    try:
        return PreviewServer({}, host, port, live=True, allowed=allowed)
    except OSError as problem:
        taken = problem.errno == errno.EADDRINUSE
        remedy = "give an address of this machine, or none"
        if taken or problem.errno == errno.EACCES:  # a low port belongs to the system's own services
            other = port + 1 if 1024 <= port < 65535 else 8000
            remedy = f"choose another with --port, such as {other}, or any free one with --port 0"
        elif "/" in host:
            remedy = "write it without https:// and without /"
        raise EnvironmentProblem(
            f"port {port} is taken" if taken else f"cannot listen on {host}:{port}: {problem.strerror}", remedy
        ) from problem


def serve(server: PreviewServer, *, open_browser: bool, say: Callable[[str], object]) -> None:
    """Serve until interrupted."""
    say(f"{server.url}  (stop with Ctrl-C)")
    if open_browser:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("")
    finally:
        server.server_close()
