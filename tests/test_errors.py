"""Every refusal of the system becomes a sentence and an advice."""

from __future__ import annotations

import errno
import os

import pytest

from site_builder.errors import in_words


@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_a_refusal_names_the_file_and_what_to_do(code: int) -> None:
    told = in_words(OSError(code, os.strerror(code), "a/b"))
    assert told.message == f"a/b: {os.strerror(code)}"
    assert len(told.remedy) > 10


def test_two_names_are_told() -> None:
    assert in_words(OSError(errno.EXDEV, "Cross", "a", None, b"b")).message == "a and b: Cross"


def test_what_has_no_name_is_told() -> None:
    assert in_words(OSError(errno.ENOENT, "No such file")).message == "the current folder no longer exists"
    assert in_words(OSError()).message == "OSError"
    assert in_words(MemoryError()).message == "memory ran out"
    assert in_words(ImportError("x.so: failed to map segment", name="nh3")).message.startswith("cannot load nh3: x.so")
