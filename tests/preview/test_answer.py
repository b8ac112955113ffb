"""Whom the preview answers, and what it makes of requests that are none."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.preview.answer import MOST_HEAD
from site_builder.preview.guests import MOST
from site_builder.preview.server import SPARE, News, PreviewServer, listen
from tests.tries import examples

HOME = b"<!doctype html><head></head><h1>home</h1>"
NAVIGATES = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture(scope="module")
def server() -> Iterator[PreviewServer]:
    server = listen("127.0.0.1", 0)
    server.files = {"index.html": HOME, "a/index.html": HOME, "a.css": b"c", "big.bin": b"x" * 300_000}
    thread = threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def answer(server: PreviewServer, path: str = "/", **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body


def said(server: PreviewServer, data: bytes, *, end: bool = True) -> bytes:
    """What comes back for ``data``, up to the end of the connection."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as client:
        heard = b""
        with suppress(ConnectionError):
            client.sendall(data)
            if end:
                client.shutdown(socket.SHUT_WR)
            while part := client.recv(65536):
                heard += part
        return heard


@pytest.mark.parametrize("path", ["/", "/a/", "/a", "/a.css", "/gone", "/.preview/events", "/.preview/client.js"])
@pytest.mark.parametrize("mode", ["no-cors", "cors", "navigate"])
def test_a_page_of_another_site_gets_nothing(server: PreviewServer, path: str, mode: str) -> None:
    status, body = answer(server, path, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode=mode, Sec_Fetch_Dest="iframe")
    assert status == 403
    assert b"home" not in body


@pytest.mark.parametrize("site", ["none", "same-origin", "same-site", ""])
def test_the_preview_and_whoever_types_its_address_get_everything(server: PreviewServer, site: str) -> None:
    assert answer(server, "/a.css", Sec_Fetch_Site=site) == (200, b"c")


@pytest.mark.parametrize("path", ["/", "/a/?q=1&r=2", '/"><script>alert(1)</script>', "//evil.example/"])
def test_who_follows_a_link_from_another_site_can_go_on(server: PreviewServer, path: str) -> None:
    status, body = answer(server, path.replace(" ", "%20"), Sec_Fetch_Site="cross-site", **NAVIGATES)
    assert status == 403
    assert b'<a href="/' in body
    assert b'<a href="//' not in body
    assert b"<script" not in body
    assert b"home" not in body


def test_a_head_has_a_size(server: PreviewServer) -> None:
    host = f"Host: localhost:{server.server_port}\r\n".encode()
    fits = b"GET / HTTP/1.1\r\n" + host + b"X: " + b"x" * (MOST_HEAD // 2) + b"\r\n\r\n"
    assert said(server, fits).startswith(b"HTTP/1.0 200")
    assert said(server, b"GET /" + b"a" * MOST_HEAD + b" HTTP/1.1\r\n").startswith(b"HTTP/1.0 414")
    for many in (b"X: " + b"x" * MOST_HEAD + b"\r\n", b"X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 2000):
        assert said(server, b"GET / HTTP/1.1\r\n" + host + many).startswith(b"HTTP/1.0 431")
    assert answer(server)[0] == 200


def test_who_sends_more_than_is_read_still_gets_the_answer(server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as client:
        client.sendall(b"GET /" + b"a" * MOST_HEAD + b" HTTP/1.1\r\n")
        assert client.recv(12, socket.MSG_PEEK) == b"HTTP/1.0 414"
        for _ in range(50):
            client.sendall(b"X: y\r\n" * 100)  # a connection that was reset refuses the second
        client.shutdown(socket.SHUT_WR)
        assert client.recv(12) == b"HTTP/1.0 414"


def test_of_requests_in_a_row_the_first_is_answered(server: PreviewServer) -> None:
    one = f"GET /a.css HTTP/1.1\r\nHost: localhost:{server.server_port}\r\n\r\n".encode()
    assert said(server, one * 100).count(b"HTTP/1.0 ") <= 1
    assert answer(server)[0] == 200


@examples(60)
@given(
    st.one_of(st.binary(max_size=300), st.binary(max_size=60).map(lambda data: b"GET " + data + b" HTTP/1.1\r\n\r\n"))
)
def test_whatever_is_sent_is_answered_or_ended(server: PreviewServer, data: bytes) -> None:
    assert not said(server, data).startswith(b"HTTP/1.0 200")
    end = time.monotonic() + 60
    while len(server.guests) > 2:  # who has been answered is seen off in a thread of its own
        assert time.monotonic() < end, "they do not go"
        time.sleep(0.01)


def test_idle_connections_and_streams_take_no_more_than_their_places(server: PreviewServer) -> None:
    """Three times as many streams as there are places, and as many connections that say nothing."""
    ask = f"GET /.preview/events HTTP/1.1\r\nHost: localhost:{server.server_port}\r\n\r\n".encode()
    before = threading.active_count()
    clients = []
    try:
        for number in range(4 * MOST):
            client = socket.create_connection(("127.0.0.1", server.server_port), timeout=60)
            clients.append(client)
            if number % 4:
                client.sendall(ask)
        assert answer(server)[0] == 200
        assert len(server.guests) <= MOST
        assert threading.active_count() - before <= MOST + SPARE
        server.tell(News(frozenset({"a"})))
        clients[-1].settimeout(60)
        heard = b""
        while b'"changed": ["a"]' not in heard:
            part = clients[-1].recv(65536)
            assert part, heard
            heard += part
    finally:
        for client in clients:
            client.close()
    assert answer(server)[0] == 200


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("Host: HOST", 200),
        ("Host: HOST\r\nHost: evil.example", 400),
        ("Host: HOST\r\nhost: HOST", 400),
        ("Host: HOST\r\nSec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site", 400),
        ("Host: HOST\r\nOrigin: http://HOST\r\nOrigin: http://evil.example", 400),
    ],
)
def test_who_asks_is_said_once(server: PreviewServer, head: str, status: int) -> None:
    host = f"127.0.0.1:{server.server_address[1]}"
    answered = said(server, f"GET / HTTP/1.1\r\n{head}\r\nConnection: close\r\n\r\n".replace("HOST", host).encode())
    assert answered.split()[1] == str(status).encode()


@pytest.mark.parametrize(("name", "status"), [("evil.example", 421), ("HOST", 200), ("", 200)])
def test_an_address_in_full_names_this_machine(server: PreviewServer, name: str, status: int) -> None:
    host = f"127.0.0.1:{server.server_address[1]}"
    target = f"http://{name.replace('HOST', host)}/" if name else "/"
    answered = said(server, f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert answered.split()[1] == str(status).encode()
