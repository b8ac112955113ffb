"""What hosts make of ``_headers``: Cloudflare adds up all rules that hold for a path, Netlify lets the last one win.

Cloudflare Pages joins the values of a header that several rules set, and drops what earlier rules set at ``! Name``;
Netlify's parser passes over a line without a colon. In a rule ``:name`` is one part of a path, and ``*`` is any rest.
"""

from __future__ import annotations

import mimetypes
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

from site_builder import urls

Host = Literal["cloudflare", "netlify"]
HOSTS: tuple[Host, ...] = ("cloudflare", "netlify")


def rules(text: str) -> Iterator[tuple[str, list[str]]]:
    """The rules of a ``_headers`` file: path and lines."""
    for block in re.split(r"^(?=/)", text, flags=re.MULTILINE):
        path, *lines = block.splitlines() or [""]
        if path:
            yield path, [line.strip() for line in lines if line.strip()]


def holds(rule: str, path: str) -> bool:
    """Whether the rule for ``rule`` is one for ``path``."""
    parts = re.split(r"(:\w+|\*)", rule)
    pattern = "".join("[^/]+" if part[:1] == ":" else ".*" if part == "*" else re.escape(part) for part in parts)
    return re.fullmatch(pattern, path) is not None


def sent(text: str, path: str, host: Host) -> dict[str, list[str]]:
    """The headers that ``host`` sends for ``path``: by name, each value."""
    headers: dict[str, list[str]] = {}
    for rule, lines in rules(text):
        if not holds(rule, path):
            continue
        if host == "cloudflare":
            for line in lines:
                if line.startswith("!"):
                    headers.pop(line[1:].strip().lower(), None)
        for line in lines:
            name, colon, value = line.partition(":")
            if colon:
                values = headers.setdefault(name.lower(), [])
                headers[name.lower()] = [*(values if host == "cloudflare" else ()), value.strip()]
    return headers


def framable(text: str, path: str, host: Host) -> bool:
    """Whether another site may show ``path`` in a frame: no policy that is sent forbids it (CSP 3)."""
    policies = sent(text, path, host).get("content-security-policy", [])
    assert policies, f"no policy for {path}"
    said = [found.group(1) for policy in policies if (found := re.search(r"frame-ancestors ([^;]*)", policy))]
    return all(value.strip() == "*" for value in said)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = urls.file(path.lstrip("/"))
        data = self.server.files.get(file)
        self.send_response(200 if data is not None else 404)
        self.send_header("Content-Type", mimetypes.guess_type(file)[0] or "application/octet-stream")
        text = self.server.files.get("_headers", b"").decode()
        for name, values in sent(text, path, self.server.host).items():
            self.send_header(name, ", ".join(values))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: Host) -> None:
        self.host = host
        self.files: dict[str, bytes] = {}
        super().__init__(("127.0.0.1", 0), _Handler)


@contextmanager
def hosted(make: Callable[[str], dict[str, bytes]], host: Host = "cloudflare") -> Iterator[str]:
    """Serve what ``make`` makes of the address, with the headers that ``host`` sends; gives the address."""
    server = _Server(host)
    url = f"http://127.0.0.1:{server.server_port}/"
    server.files = make(url)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield url
    finally:
        server.shutdown()
        server.server_close()
