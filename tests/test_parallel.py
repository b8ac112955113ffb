from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.output import render
from site_builder.output.render import Theme
from site_builder.page import Page
from site_builder.parallel import Beside, spread
from site_builder.trace import Asker
from tests.output.test_render import FRAME

PAGES = [Page(f"x{number}/", "page.html", "T", "D", number) for number in range(37)]


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2, 5, 100])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert spread(doubled, range(37), jobs, worth_it=2) == [2 * number for number in range(37)]


def test_nothing_to_do_needs_no_process() -> None:
    assert spread(doubled, [], 4, worth_it=0) == []


@pytest.mark.parametrize("jobs", [1, 2, 5, 100])
def test_any_number_of_processes_gives_the_same_pages(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "WORTH_A_PROCESS", 2)
    theme = Theme({"page.html": b"{{ 10 // (view - 20) }}"})
    results = list(theme.render_all(PAGES, FRAME, Asker(), jobs).values())
    assert [result for result in results if isinstance(result, bytes)] == [
        str(10 // (number - 20)).encode() for number in range(37) if number != 20
    ]
    fault = results[20]
    assert isinstance(fault, Diagnostic)
    assert "x20/index.html" in fault.message


def test_no_pages_are_no_results() -> None:
    assert Theme({}).render_all([], FRAME, Asker(), 4) == {}


@pytest.mark.parametrize("forked", [True, False])
def test_work_beside_gives_what_it_gives_here(forked: bool) -> None:
    assert Beside(lambda: {"a": b"1"}, forked=forked).result() == {"a": b"1"}


def test_work_beside_is_done_by_another_process() -> None:
    assert Beside(os.getpid, forked=True).result() != os.getpid()
    assert Beside(os.getpid, forked=False).result() == os.getpid()


def test_work_that_fails_beside_fails_here() -> None:
    work = Beside(lambda: 1 // 0, forked=True)
    with pytest.raises(ZeroDivisionError):
        work.result()


def test_work_whose_process_dies_is_done_here() -> None:
    here = os.getpid()
    work = Beside(lambda: "done" if os.getpid() == here else os._exit(9), forked=True)
    assert work.result() == "done"
