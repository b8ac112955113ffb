from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import thread_time

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.output import bounds, overtime
from site_builder.output.render import Theme
from site_builder.page import Page
from tests.fuzzing import nasty
from tests.output.test_render import FRAME
from tests.tries import part


class Over(Exception):
    """The time is over."""


def busy() -> None:
    """Work for ever, in steps of Python's that nothing counts."""
    overtime.begin(thread_time() + 0.1, Over)
    for _ in iter(int, 1):
        pass


def swallowed() -> None:
    """Work for ever; the first error is ignored."""
    overtime.begin(thread_time() + 0.1, Over)
    try:
        for _ in iter(int, 1):
            pass
    except Over:
        for _ in iter(int, 1):
            pass


def elsewhere(work: Callable[[], object]) -> None:
    """Call ``work`` in another thread."""
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(work)
        while not done.done():
            time.sleep(0.05)  # as the preview's main thread, which looks up twice a second
        done.result()


@pytest.mark.parametrize("work", [busy, swallowed])
@pytest.mark.parametrize("where", ["main thread", "another"])
def test_a_step_that_nobody_counts_ends(work: Callable[[], object], where: str) -> None:
    overtime.prepare()
    since = thread_time()
    try:
        with pytest.raises(Over):
            elsewhere(work) if where == "another" else work()
    finally:
        overtime.end()
    assert thread_time() - since < 30


def test_what_is_done_in_time_is_left_alone() -> None:
    overtime.begin(thread_time() + 0.05, Over)
    overtime.end()
    until = thread_time() + 0.2
    while thread_time() < until:
        pass


def test_the_time_of_other_threads_does_not_count() -> None:
    overtime.prepare()

    def other() -> None:
        until = thread_time() + 0.5
        while thread_time() < until:
            pass

    with ThreadPoolExecutor(1) as pool:
        overtime.begin(thread_time() + 0.2, Over)
        try:
            pool.submit(other).result()
        finally:
            overtime.end()


def test_one_step_of_python_s_that_does_not_end_ends_the_process() -> None:
    program = textwrap.dedent(
        """
        from time import thread_time
        from site_builder.output import overtime
        overtime.MOST_SECONDS = 0.2
        one, other = (1,), (1,)
        for _ in range(60):
            one, other = (one, one), (other, other)
        overtime.begin(thread_time() + 0.1, ValueError)
        one == other
        """
    )
    ended = subprocess.run([sys.executable, "-c", program], env={**os.environ}, capture_output=True, timeout=300)
    assert ended.returncode == -signal.SIGVTALRM


@pytest.mark.long
@pytest.mark.parametrize("call", part(nasty.CALLS, 4))
def test_a_call_with_deep_and_long_arguments_ends(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_SECONDS", 0.5)
    since = thread_time()
    template = f"{nasty.DEEP}{{{{ {call} }}}}"
    made = Theme({"page.html": template.encode()}).render(Page("x/", "page.html", "T", "D", None), FRAME)
    assert thread_time() - since < 10  # a busy machine copies slowly
    assert isinstance(made, Diagnostic) or len(made) <= 5 * bounds.MOST_TEXT
    assert not isinstance(made, Diagnostic) or made.code == "template-error", made
