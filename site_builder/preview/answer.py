"""Answers one request of the preview: the check of who asks, the answer, and the stream of events.

Requests are looked up among the files that were built and never turned into a path of this machine. Requests from pages
of other sites are refused; their ``Host``, ``Origin`` or ``Sec-Fetch-Site`` (W3C Fetch Metadata) identifies them. News
travels as server-sent events (WHATWG HTML, section 9.2).
"""

from __future__ import annotations

import json
import mimetypes
from functools import lru_cache
from html import escape
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler
from importlib import resources
from io import BufferedIOBase
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from site_builder import policy, urls
from site_builder.preview.guests import let_finish

if TYPE_CHECKING:
    from site_builder.preview.server import PreviewServer

OWN = ".preview/"
"""The folder of the preview's own script, style and news; no site has such a path."""
HEARTBEAT = 10.0
"""Seconds after which a silent stream says that it is alive."""

MOST_HEAD = 32_768
"""Bytes of a request's first line and headers."""
_ONCE = ("Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest")
"""Headers that say who asks."""
MOST_SECONDS = 60.0
"""Seconds for which one answer, or one message of a stream, may wait for a browser that does not read it."""

_TYPES = {".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body><h1>No site yet</h1></body></html>
"""


_FROM_ELSEWHERE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body>
<p>Another site leads here. <a href="{address}">Open the preview</a></p></body></html>
"""


class _Head:
    """The bytes of a request, with a limit to those that are read as its head."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._left = MOST_HEAD

    def readline(self, _most: int = -1) -> bytes:
        """The next line; raises ``HTTPException`` where the head is too long."""
        line = self._stream.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise HTTPException("the request's header is too long")
        return line

    def close(self) -> None:
        """Let go of the stream."""
        self._stream.close()


class Handler(BaseHTTPRequestHandler):
    """Answers the one request of a connection."""

    server: PreviewServer
    server_version = "site-builder"
    timeout = MOST_SECONDS

    def setup(self) -> None:
        """Read no more than a head."""
        super().setup()
        self.rfile = _Head(self.rfile)  # type: ignore[assignment]  # all that the parser asks of it

    def finish(self) -> None:
        """Like the class above, and the answer arrives even if the request was not read to its end."""
        super().finish()
        let_finish(self.connection)

    def handle_one_request(self) -> None:
        """Like the class above; a first line that is too long has an answer, too."""
        try:
            super().handle_one_request()
        except HTTPException:
            self.requestline = self.command = ""
            self.request_version = self.protocol_version
            self.close_connection = True
            self.send_error(414)

    def parse_request(self) -> bool:
        """Like the class above; after it nothing more is waited for."""
        understood = super().parse_request()
        self.server.guests.heard(self.connection)
        return understood

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without one."""
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        if any(len(self.headers.get_all(name, ())) > 1 for name in _ONCE):
            self.send_error(400, "A header that may occur once occurs twice")  # RFC 9112, 3.2
            return
        origin = self.headers.get("Origin", "").lower()
        if self.headers.get("Host", "").lower() not in self.server.hosts or (
            origin and origin.partition("://")[2] not in self.server.hosts
        ):
            self.send_error(421, "This preview answers only to this machine's own names")
            return
        if self.headers.get("Sec-Fetch-Site", "").strip().lower() == "cross-site":
            self._refuse(with_body)
            return
        try:
            asked = urlsplit(self.path)
        except ValueError:
            self.send_error(400)
            return
        if asked.scheme and asked.netloc.lower() not in self.server.hosts:
            self.send_error(421, "This preview answers only to this machine's own names")
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

    def _refuse(self, with_body: bool) -> None:
        """Answer a page of another site with nothing of this one; who follows a link from there can continue."""
        if self.headers.get("Sec-Fetch-Mode") != "navigate" or self.headers.get("Sec-Fetch-Dest") != "document":
            self.send_error(403, "This preview does not answer other sites")
            return
        address = quote(self.path, safe="/?=&%") if self.path.startswith("/") else "/"
        page = _FROM_ELSEWHERE.format(address=escape(f"/{address.lstrip('/')}"))
        self._send(403, "text/html; charset=utf-8", page.encode(), with_body)

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
        """Send the state of things, and then all news, until one side has gone."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self._common_headers()
        if not with_body:
            return
        known = -1
        while not self.server.closing and self.server.guests.is_here(self.connection):
            found = self.server.news_since(known, HEARTBEAT, self.connection)
            if found is None:
                self.wfile.write(b": still here\n\n")
            else:
                # Newcomers get the state; changes matter only to those who saw what was there before.
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
