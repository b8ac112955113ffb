from __future__ import annotations

import errno
import os
from collections.abc import Sequence

import pytest

from site_builder.parallel import MOST_STEPS, Beside, spread


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2, 5, 100])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert spread(doubled, range(37), jobs, worth_it=2) == [2 * number for number in range(37)]


def test_nothing_to_do_needs_no_process() -> None:
    assert spread(doubled, [], 4, worth_it=0) == []


@pytest.mark.parametrize("forked", [True, False])
def test_work_beside_gives_what_it_gives_here(forked: bool) -> None:
    assert Beside(lambda: {"a": b"1"}, forked=forked).result() == {"a": b"1"}


def test_work_beside_is_done_by_another_process() -> None:
    assert Beside(os.getpid, forked=True).result() != os.getpid()
    assert Beside(os.getpid, forked=False).result() == os.getpid()


@pytest.mark.parametrize("forked", [True, False])
def test_a_result_can_be_asked_for_again(forked: bool) -> None:
    work = Beside(object if not forked else os.getpid, forked=forked)
    assert work.result() is work.result()


def test_a_process_ends_although_nobody_takes_its_result() -> None:
    work = Beside(lambda: bytes(1_000_000), forked=True)
    work._process.join(60)
    assert work._process.exitcode == 0
    assert len(work.result()) == 1_000_000


def test_without_files_in_memory_the_result_comes_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    assert Beside(lambda: bytes(1_000_000), forked=True).result() == bytes(1_000_000)


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EPERM, errno.ENOMEM])
def test_where_files_in_memory_are_refused_the_result_comes_through_a_pipe(
    monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(name: str) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "memfd_create", refuse, raising=False)
    assert Beside(os.getpid, forked=True).result() != os.getpid()


def test_a_pipe_takes_the_numbers_of_all_parts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many processes are asked for: nobody reads it yet."""
    make = os.pipe

    def pipe() -> tuple[int, int]:
        read, write = make()
        os.set_blocking(write, False)  # where a write would wait, it is cut short
        return read, write

    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "pipe", pipe)
    monkeypatch.setattr(os, "fork", refuse)
    assert sum(spread(doubled, range(20_000), 5_000, worth_it=2)) == sum(range(0, 40_000, 2))


def test_work_that_fails_beside_fails_here() -> None:
    work = Beside(lambda: 1 // 0, forked=True)
    with pytest.raises(ZeroDivisionError):
        work.result()


def test_work_whose_process_dies_is_done_here() -> None:
    here = os.getpid()
    work = Beside(lambda: "done" if os.getpid() == here else os._exit(9), forked=True)
    assert work.result() == "done"


@pytest.mark.parametrize("number", [1_000, 20_000])
def test_many_items_come_in_few_parts(number: int) -> None:
    told: list[int] = []
    spread(doubled, range(number), 2, worth_it=2, tell=lambda done, _: told.append(done))
    assert told[-1] == number
    assert len(told) <= 2 * MOST_STEPS
