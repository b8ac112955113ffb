from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from site_builder import threads
from site_builder.threads import started


def test_work_is_done_in_another_thread() -> None:
    done: list[int] = []
    thread = started(lambda: done.append(threading.get_ident()))
    thread.join(10)
    assert not thread.is_alive()
    assert thread.daemon
    assert done != [threading.get_ident()]
    assert len(done) == 1


def test_a_thread_that_does_not_begin_is_not_waited_for_and_does_nothing_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when memory runs out in its first step."""
    late: list[Callable[[], object]] = []

    def start(bootstrap: Callable[[], object], *_: object, **__: object) -> int:
        late.append(bootstrap)
        return 1

    for name in ("_start_new_thread", "_start_joinable_thread"):  # the second since Python 3.13
        monkeypatch.setattr(threading, name, start, raising=False)
    monkeypatch.setattr(threads, "SECONDS", 0.05)
    done: list[int] = []
    with pytest.raises(MemoryError):
        started(lambda: done.append(1))
    assert len(late) == 1
    late[0]()
    assert done == []


def test_a_system_without_threads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*_: object, **__: object) -> int:
        raise RuntimeError("can't start new thread")

    for name in ("_start_new_thread", "_start_joinable_thread"):
        monkeypatch.setattr(threading, name, start, raising=False)
    with pytest.raises(BlockingIOError):
        started(lambda: None)
