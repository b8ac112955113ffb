from __future__ import annotations

import threading
from pathlib import Path

import pytest

from site_builder.errors import EnvironmentProblem
from site_builder.output.lock import locked


def test_whoever_comes_second_waits(tmp_path: Path) -> None:
    done: list[str] = []
    began = threading.Event()

    def second() -> None:
        began.set()
        with locked(tmp_path):
            done.append("second")

    other = threading.Thread(target=second)
    with locked(tmp_path):
        other.start()
        began.wait()
        done.append("first")
    other.join()
    assert done == ["first", "second"]


def test_a_lock_that_is_never_released_is_told(tmp_path: Path) -> None:
    def wait() -> None:
        with locked(tmp_path, patience=0.01):
            raise AssertionError

    with locked(tmp_path):
        with pytest.raises(EnvironmentProblem, match=f"has locked {tmp_path} for 0.01 seconds") as caught:
            wait()
        assert "wait for the other build" in caught.value.remedy


def test_a_failure_releases_it(tmp_path: Path) -> None:
    def fail() -> None:
        with locked(tmp_path):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with locked(tmp_path, patience=0):
        pass
