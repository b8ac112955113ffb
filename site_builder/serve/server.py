"""A preview server over a site in memory.

Requests are looked up among the files that were built and never turned into a path of this machine. The ``Host`` header
must name this machine, so that no page elsewhere can read the preview through a name of its own (DNS rebinding).
"""

from __future__ import annotations

import errno
import mimetypes
import sys
import webbrowser
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote, urlsplit

from site_builder import urls
from site_builder.errors import EnvironmentProblem

CONTENT_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
"""What the published site needs, and so what its preview allows."""

_TYPES = {".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class PreviewServer(ThreadingHTTPServer):
    """Serves ``files`` (contents by path from the site's root) at ``http://host:port/``."""

    daemon_threads = True

    def __init__(self, files: Mapping[str, bytes], host: str, port: int) -> None:
        self.files = files
        super().__init__((host, port), _Handler)
        names = {host.lower(), "localhost", "127.0.0.1", "[::1]"} - {"", "0.0.0.0", "::"}  # noqa: S104 – not bound
        self.hosts = {f"{name}:{self.server_port}" for name in names} | (names if self.server_port == 80 else set())

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before the answer is no fault; anything else is one of ours, with its traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address of the home page."""
        host = "127.0.0.1" if self.server_address[0] in ("0.0.0.0", "::") else self.server_address[0]  # noqa: S104 – compared, not bound
        return f"http://{host!s}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "site-builder"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self.send_error(421, "This preview answers only to this machine's own names")
            return
        try:
            asked = urlsplit(self.path)
        except ValueError:
            self.send_error(400)
            return
        path = unquote(asked.path).lstrip("/")
        file = urls.file(path)
        status, data = 200, self.server.files.get(file)
        if data is None and f"{path}/{urls.INDEX}" in self.server.files:
            self.send_response(308)
            query = f"?{asked.query}" if asked.query else ""
            self.send_header("Location", f"{quote(f'/{path}/')}{query}")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if data is None:
            status, file = 404, urls.NOT_FOUND
            data = self.server.files.get(file, b"")
        self.send_response(status)
        self.send_header("Content-Type", _content_type(file))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", CONTENT_POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a preview's requests interest nobody."""


def _content_type(file: str) -> str:
    suffix = file[file.rfind(".") :] if "." in file else ""
    if suffix == ".html":
        return "text/html; charset=utf-8"
    return _TYPES.get(suffix) or mimetypes.guess_type(file)[0] or "application/octet-stream"


def serve(
    files: Mapping[str, bytes], host: str, port: int, *, open_browser: bool, say: Callable[[str], object]
) -> None:
    """Serve ``files`` until interrupted.

    Raises :class:`EnvironmentProblem` when the address cannot be listened on.
    """
    try:
        server = PreviewServer(files, host, port)
    except OSError as problem:
        taken = problem.errno == errno.EADDRINUSE
        raise EnvironmentProblem(
            f"port {port} is taken" if taken else f"cannot listen on {host}:{port}: {problem.strerror}",
            "choose another with --port, or any free one with --port 0"
            if taken
            else "give an address of this machine, or none",
        ) from problem
    say(f"{server.url}  (stop with Ctrl-C)")
    if open_browser:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("")
    finally:
        server.server_close()
