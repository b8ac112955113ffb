from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.output import parallel
from site_builder.output.parallel import render_all
from site_builder.output.render import Theme
from site_builder.page import Page
from tests.output.test_render import FRAME

PAGES = [Page(f"x{number}/", "page.html", "T", "D", number) for number in range(37)]


@pytest.mark.parametrize("jobs", [1, 2, 5, 100])
def test_any_number_of_processes_gives_the_same_pages(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "WORTH_IT", 2)
    theme = Theme({"page.html": b"{{ 10 // (view - 20) }}"})
    results = render_all(theme, FRAME, PAGES, jobs)
    assert [result for result in results if isinstance(result, bytes)] == [
        str(10 // (number - 20)).encode() for number in range(37) if number != 20
    ]
    fault = results[20]
    assert isinstance(fault, Diagnostic)
    assert "x20/index.html" in fault.message


def test_no_pages_need_no_process() -> None:
    assert render_all(Theme({}), FRAME, [], 4) == []
