from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator

import pytest

from site_builder import policy
from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.preview.server import News, PreviewServer, listen

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
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
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
    assert response.getheader("Content-Security-Policy") == policy.PAGE


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


def test_names_that_are_allowed_are_answered_and_no_others() -> None:
    name = "fuzzy-8000.app.example"
    server = listen("127.0.0.1", 0, (name, "tunnel.example:8443"))
    server.files = FILES
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        for host in (name, name.upper(), "tunnel.example:8443", f"127.0.0.1:{server.server_port}"):
            assert ask(server, "/", host).status == 200
        for host in ("tunnel.example", f"{name}.evil.example", f"{name}:8000", "app.example", "evil.example"):
            assert ask(server, "/", host).status == 421
        for origin, status in (
            (f"https://{name}", 200),
            ("https://evil.example", 421),
            ("https://tunnel.example", 421),
        ):
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
            connection.request("GET", "/", headers={"Host": name, "Origin": origin})
            assert connection.getresponse().status == status
            connection.close()
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("name", ["https://x.example", "x.example/", "*", "", "x example", "*.example", ".example"])
def test_what_is_no_name_cannot_be_allowed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--allow-host", name])
    assert "write it as the address bar shows it" in capsys.readouterr().err


def test_a_taken_port_says_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentProblem, match=f"port {port} is taken") as caught:
            listen("127.0.0.1", port)
    assert f"such as {port + 1}, or any free one with --port 0" in caught.value.remedy


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


@pytest.fixture
def live() -> Iterator[PreviewServer]:
    server = listen("127.0.0.1", 0)
    server.files = {**FILES, "index.html": b"<head></head><h1>home</h1>"}
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def news(server: PreviewServer) -> Iterator[dict[str, object]]:
    """What a browser is told."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request("GET", "/.preview/events")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream"
    try:
        while line := response.readline():
            if line.startswith(b"data: "):
                yield json.loads(line[6:])
    finally:
        connection.close()


def test_a_browser_is_told_the_state_and_then_what_changes(live: PreviewServer) -> None:
    live.tell(News(problems="x"))
    stream = news(live)
    assert next(stream) == {"version": 1, "changed": None, "problems": "x"}
    live.tell(News(frozenset({"b", "a"})))
    assert next(stream) == {"version": 2, "changed": ["a", "b"], "problems": ""}
    stream.close()  # type: ignore[attr-defined]


def test_only_a_live_preview_has_the_script(server: PreviewServer, live: PreviewServer) -> None:
    page = ask(live, "/").body  # type: ignore[attr-defined]
    assert b'<script src="/.preview/client.js" data-file="index.html" data-version="0" defer></script></head>' in page
    assert b"EventSource" in ask(live, "/.preview/client.js").body  # type: ignore[attr-defined]
    assert b"preview" not in ask(server, "/").body  # type: ignore[attr-defined]
    assert ask(server, "/.preview/events").status == 404
    assert ask(live, "/.preview/server.py").status == 404


def test_before_the_first_site_there_is_a_page_that_listens(live: PreviewServer) -> None:
    live.files = {}
    answer = ask(live, "/claims/")
    assert answer.status == 404
    assert b"No site yet" in answer.body  # type: ignore[attr-defined]
    assert b"client.js" in answer.body  # type: ignore[attr-defined]


def test_a_foreign_origin_is_told_nothing(live: PreviewServer) -> None:
    for origin, status in (("https://evil.example", 421), (f"http://localhost:{live.server_port}", 200), ("null", 421)):
        connection = http.client.HTTPConnection("127.0.0.1", live.server_port, timeout=60)
        connection.request("GET", "/", headers={"Origin": origin})
        assert connection.getresponse().status == status
        connection.close()


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::"])
def test_it_does_not_listen_to_the_whole_world(host: str) -> None:
    with pytest.raises(EnvironmentProblem):
        listen(host, 0)


def test_an_interrupt_ends_it_also_while_somebody_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the worst moment: the connection's thread has begun, and has ended."""
    server = PreviewServer({"index.html": b"x"}, "127.0.0.1", 0)
    start = threading.Thread.start

    def interrupted(self: threading.Thread) -> None:
        start(self)
        if "process_request_thread" in self.name:
            self.join(60)
            raise KeyboardInterrupt

    with socket.create_connection(("127.0.0.1", server.server_port)) as guest:
        guest.sendall(b"GET / HTTP/1.0\r\n\r\n")
        monkeypatch.setattr(threading.Thread, "start", interrupted)
        late = threading.Timer(120, server.shutdown)
        late.start()
        with pytest.raises(KeyboardInterrupt):
            server.serve_forever(0.01)
        late.cancel()
    server.server_close()
    assert server._places._value == server._places._initial_value  # type: ignore[attr-defined]
