from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import mounts
from tests.compiled import compile_once
from tests.tries import of_a_busy_machine

compile_once()
of_a_busy_machine()


def pytest_report_header() -> str:
    return mounts.head()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if mounts.way() is None:
        terminalreporter.write_line(f"NOT TRIED as it would be: {mounts.head()}", red=True, bold=True)


@pytest.fixture(autouse=True, scope="session")
def _no_caches_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What commands remember in tests stays out of the user's own caches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield
