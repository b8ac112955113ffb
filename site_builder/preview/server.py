"""A preview server over a site in memory, which tells browsers what has changed.

Requests are looked up among the files that were built and never turned into a path of this machine. The ``Host``
header (and ``Origin``, where there is one) must name this machine or one that the caller allows, so that no page
elsewhere can read the preview through a name of its own (DNS rebinding). News travels as server-sent events (WHATWG
HTML, section 9.2).
"""

from __future__ import annotations

import errno
import json
import mimetypes
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from urllib.parse import quote, unquote, urlsplit

from site_builder import policy, urls
from site_builder.errors import EnvironmentProblem

OWN = ".preview/"
"""Where the preview's own script, style and news are; no site has such a path."""
HEARTBEAT = 10.0
"""Seconds after which a silent stream says that it is alive."""

_TYPES = {".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body><h1>No site yet</h1></body></html>
"""


@dataclass(frozen=True, slots=True)
class News:
    """What browsers are told."""

    changed: frozenset[str] = frozenset()
    """Files that are not what they were, by path from the site's root."""
    problems: str = ""
    """Why the last change could not be built, as text; empty when it could."""


class PreviewServer(ThreadingHTTPServer):
    """Serves ``files`` (contents by path from the site's root) at ``http://host:port/``."""

    daemon_threads = True

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
        super().__init__((host, port), _Handler)
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

    def news_since(self, version: int, seconds: float) -> tuple[int, News] | None:
        """Wait up to ``seconds`` for news later than ``version``; None when there is none."""
        with self._told:
            self._told.wait_for(lambda: self.version > version or self._closing, seconds)
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

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the answer is no fault; anything else is one of ours, with its traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{self._name}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "site-builder"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        origin = self.headers.get("Origin", "").lower()
        if self.headers.get("Host", "").lower() not in self.server.hosts or (
            origin and origin.partition("://")[2] not in self.server.hosts
        ):
            self.send_error(421, "This preview answers only to this machine's own names")
            return
        try:
            asked = urlsplit(self.path)
        except ValueError:
            self.send_error(400)
            return
        path = unquote(asked.path).lstrip("/")
        if path == f"{OWN}events" and self.server.live:
            self._stream(with_body)
            return
        file = urls.file(path)
        status, data = 200, self.server.files.get(file)
        if data is None and path.startswith(OWN):
            data = _own_file(path.removeprefix(OWN))
        if data is None and f"{path}/{urls.INDEX}" in self.server.files:
            self._redirect(path, asked.query)
            return
        if data is None:
            status, file = 404, urls.NOT_FOUND
            data = self.server.files.get(file, _NOTHING_YET)
        if self.server.live and file.endswith(".html"):
            data = self._with_client(file, data)
        self._send(status, _content_type(file), data, with_body)

    def _send(self, status: int, kind: str, data: bytes, with_body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self._common_headers()
        if with_body:
            self.wfile.write(data)

    def _common_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", policy.PAGE)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def _redirect(self, path: str, query: str) -> None:
        self.send_response(308)
        self.send_header("Location", quote(f"/{path}/") + (f"?{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self._common_headers()

    def _with_client(self, file: str, data: bytes) -> bytes:
        state = f'data-file="{escape(file)}" data-version="{self.server.version}"'
        style = f'<link rel="stylesheet" href="/{OWN}client.css">'
        client = f'{style}<script src="/{OWN}client.js" {state} defer></script></head>'
        return data.replace(b"</head>", client.encode(), 1)

    def _stream(self, with_body: bool) -> None:
        """Send the state of things, and then everything that is told, until one side has gone."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self._common_headers()
        if not with_body:
            return
        known = -1
        while not self.server.closing:
            found = self.server.news_since(known, HEARTBEAT)
            if found is None:
                self.wfile.write(b": still here\n\n")
            else:
                # Who has just come is told the state; what changed matters only to those who saw it before.
                changed = sorted(found[1].changed) if known == found[0] - 1 else None
                known = found[0]
                said = {"version": known, "changed": changed, "problems": found[1].problems}
                self.wfile.write(b"event: news\ndata: " + json.dumps(said).encode() + b"\n\n")
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a preview's requests interest nobody."""


@lru_cache(maxsize=4)
def _own_file(name: str) -> bytes | None:
    """The preview's own script or style."""
    if name not in ("client.js", "client.css"):
        return None
    return (resources.files("site_builder.preview") / name).read_bytes()


def _content_type(file: str) -> str:
    suffix = file[file.rfind(".") :] if "." in file else ""
    if suffix == ".html":
        return "text/html; charset=utf-8"
    return _TYPES.get(suffix) or mimetypes.guess_type(file)[0] or "application/octet-stream"


def listen(host: str, port: int, allowed: Iterable[str] = ()) -> PreviewServer:
    """A server without files that listens at the address; port 0 takes any free one.

    ``allowed`` has further host names to answer to, such as a tunnel's, in lower case.

    Raises :class:`EnvironmentProblem` when the address cannot be listened on.
    """
    if host in ("", "0.0.0.0", "::"):  # noqa: S104 – refused
        raise EnvironmentProblem(
            "a preview does not listen on every address of this machine",
            "give the one by which the browser reaches it, or leave out --host",
        )
    try:
        return PreviewServer({}, host, port, live=True, allowed=allowed)
    except OSError as problem:
        taken = problem.errno == errno.EADDRINUSE
        raise EnvironmentProblem(
            f"port {port} is taken" if taken else f"cannot listen on {host}:{port}: {problem.strerror}",
            "choose another with --port, or any free one with --port 0"
            if taken
            else "give an address of this machine, or none",
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
