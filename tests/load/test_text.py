from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.load.text import read_text
from site_builder.source import Source


def fault(name: str, data: bytes) -> tuple[str, tuple[int, int]]:
    read = read_text(name, data)
    assert isinstance(read, Diagnostic)
    return read.code, read.position


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    read = read_text("a.yaml", b"\xef\xbb\xbfa: b\n")
    assert isinstance(read, Source)
    assert read.text == "a: b\n"


@pytest.mark.parametrize(
    ("data", "code", "position"),
    [
        (b"", "file-empty", (1, 1)),
        (b" \r\n\t", "file-empty", (1, 1)),
        (b"\xef\xbb\xbf\n", "file-empty", (1, 1)),
        (b"a: b\nc: \x94\n", "file-encoding", (2, 4)),
        ("a: b".encode("utf-16"), "file-encoding", (1, 1)),
        ("a: b".encode("utf-16-le"), "file-encoding", (1, 2)),
        ("–\0".encode(), "file-encoding", (1, 2)),
        (b"a: b\n<<<<<<< x\n", "merge-conflict", (2, 1)),
        (b"a: b\n=======\n", "merge-conflict", (2, 1)),
    ],
)
def test_a_file_that_cannot_be_read_has_one_fault(data: bytes, code: str, position: tuple[int, int]) -> None:
    assert fault("a.yaml", data) == (code, position)


def test_front_matter_is_yaml_and_the_body_is_not() -> None:
    assert fault("a.md", b"---\n=======\n---\nText\n") == ("merge-conflict", (2, 1))
    assert isinstance(read_text("a.md", b"---\na: b\n---\nText\n=======\n"), Source)


def test_a_letter_with_more_marks_than_any_script_has_is_refused() -> None:
    data = ("ok\na" + "\u0301\u0327" * 100_000).encode()
    assert fault("a.yaml", data) == ("too-large", (2, 2))
