from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from site_builder.errors import EnvironmentProblem
from site_builder.serve.server import PreviewServer, serve

FILES = {
    "index.html": b"<h1>home</h1>",
    "claims/x/index.html": b"x",
    "a.css": b"c",
    "404.html": b"lost",
    "m.wasm": b"w",
}


@pytest.fixture
def server() -> Iterator[PreviewServer]:
    server = PreviewServer(FILES, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server: PreviewServer, path: str, host: str | None = None, method: str = "GET") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


@pytest.mark.parametrize(
    ("path", "status", "body", "kind"),
    [
        ("/", 200, b"<h1>home</h1>", "text/html; charset=utf-8"),
        ("/claims/x/", 200, b"x", "text/html; charset=utf-8"),
        ("/claims/x/index.html?q=1", 200, b"x", "text/html; charset=utf-8"),
        ("/a.css", 200, b"c", "text/css; charset=utf-8"),
        ("/m.wasm", 200, b"w", "application/wasm"),
        ("/gone/", 404, b"lost", "text/html; charset=utf-8"),
        ("/../../etc/passwd", 404, b"lost", "text/html; charset=utf-8"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, b"lost", "text/html; charset=utf-8"),
    ],
)
def test_files_are_looked_up(server: PreviewServer, path: str, status: int, body: bytes, kind: str) -> None:
    response = ask(server, path)
    assert (response.status, response.body, response.getheader("Content-Type")) == (status, body, kind)  # type: ignore[attr-defined]
    assert response.getheader("Content-Security-Policy") == "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"


def test_a_folder_without_its_slash_is_redirected(server: PreviewServer) -> None:
    response = ask(server, "/claims/x")
    assert (response.status, response.getheader("Location")) == (308, "/claims/x/")


def test_head_has_no_body(server: PreviewServer) -> None:
    response = ask(server, "/", method="HEAD")
    assert (response.status, response.getheader("Content-Length"), response.body) == (200, "13", b"")  # type: ignore[attr-defined]


@pytest.mark.parametrize("host", ["attacker.example", "127.0.0.1.attacker.example", "localhost:1"])
def test_foreign_hosts_are_refused(server: PreviewServer, host: str) -> None:
    assert ask(server, "/", host).status == 421
    assert ask(server, "/", f"localhost:{server.server_port}").status == 200


def test_a_taken_port_says_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentProblem, match=f"port {port} is taken") as caught:
            serve(FILES, "127.0.0.1", port, open_browser=False, say=print)
    assert "--port 0" in caught.value.remedy


def test_names_are_compared_without_their_case_and_nothing_else_is_a_name(server: PreviewServer) -> None:
    port = server.server_port
    assert ask(server, "/", f"LOCALHOST:{port}").status == 200
    for host in ("0.0.0.0", f"0.0.0.0:{port}", f":{port}", "localhost", "evil.example"):
        assert ask(server, "/", host).status == 421


def test_an_address_that_is_none_is_a_wrong_request(server: PreviewServer) -> None:
    assert ask(server, "http://[").status == 400


def test_a_folder_without_its_slash_keeps_the_question(server: PreviewServer) -> None:
    answer = ask(server, "/claims/x?q=1")
    assert (answer.status, answer.headers["Location"]) == (308, "/claims/x/?q=1")
    assert answer.headers["Cache-Control"] == "no-store"
