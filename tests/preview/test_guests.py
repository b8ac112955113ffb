from __future__ import annotations

import socket

import pytest

from site_builder.preview import guests as rules
from site_builder.preview.guests import Guests, let_finish


@pytest.fixture
def pairs():  # type: ignore[no-untyped-def]
    made = [socket.socketpair() for _ in range(5)]
    yield made
    for pair in made:
        for end in pair:
            end.close()


def is_open(end: socket.socket) -> bool:
    """Whether the other side has not hung up."""
    end.settimeout(0)
    try:
        return end.recv(1) != b""
    except BlockingIOError:
        return True


def test_who_came_first_goes_where_no_place_is_left(pairs: list[tuple[socket.socket, socket.socket]]) -> None:
    guests = Guests(most=3)
    for ours, _ in pairs:
        guests.welcome(ours)
    assert len(guests) == 3
    assert [guests.is_here(ours) for ours, _ in pairs] == [False, False, True, True, True]
    assert [is_open(theirs) for _, theirs in pairs] == [False, False, True, True, True]


def test_who_leaves_makes_place(pairs: list[tuple[socket.socket, socket.socket]]) -> None:
    guests = Guests(most=3)
    for ours, _ in pairs[:3]:
        guests.welcome(ours)
    guests.leave(pairs[1][0])
    guests.welcome(pairs[3][0])
    assert [guests.is_here(ours) for ours, _ in pairs] == [True, False, True, True, False]


def test_a_request_that_never_ends_is_ended_and_a_stream_is_not(
    pairs: list[tuple[socket.socket, socket.socket]],
) -> None:
    clock = [0.0]
    guests = Guests(most=3, patience=10, now=lambda: clock[0])
    for ours, _ in pairs[:2]:
        guests.welcome(ours)
    guests.heard(pairs[0][0])
    clock[0] = 9.0
    guests.hurry()
    assert len(guests) == 2
    clock[0] = 11.0
    guests.hurry()
    assert [guests.is_here(ours) for ours, _ in pairs[:2]] == [True, False]
    assert [is_open(theirs) for _, theirs in pairs[:2]] == [True, False]


def test_a_connection_that_is_closed_already_is_no_fault(pairs: list[tuple[socket.socket, socket.socket]]) -> None:
    guests = Guests(most=1)
    guests.welcome(pairs[0][0])
    pairs[0][0].close()
    guests.welcome(pairs[1][0])
    assert len(guests) == 1


def test_what_was_not_read_is_read_at_the_end(pairs: list[tuple[socket.socket, socket.socket]]) -> None:
    ours, theirs = pairs[0]
    theirs.sendall(b"x" * 5000)
    theirs.shutdown(socket.SHUT_WR)
    let_finish(ours)
    assert theirs.recv(1) == b""
    assert ours.recv(1) == b""


def test_a_farewell_has_a_size_and_a_time(
    pairs: list[tuple[socket.socket, socket.socket]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pairs[0]
    monkeypatch.setattr(rules, "MOST_UNREAD", 1000)
    theirs.sendall(b"x" * 5000)
    let_finish(ours)
    assert len(ours.recv(65_536)) == 4000
    monkeypatch.setattr(rules, "FAREWELL", 0.01)
    let_finish(ours)  # nothing comes, and the other side stays
