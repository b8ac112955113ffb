from __future__ import annotations

import pytest

from site_builder.load.theme import theme_faults
from site_builder.records import bounds
from tests.projects import minimal


def test_the_built_in_theme_is_sound() -> None:
    assert list(theme_faults(minimal().theme)) == []


def test_one_fault_a_file_and_none_for_what_is_no_text() -> None:
    conflict = b"a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\n"
    theme = {
        "base.html": conflict,
        "bad.html": b"\xff" + conflict,
        "empty.html": b"",
        "assets/a.css": b"/*\n=======\n*/\n",
        "assets/b.css": conflict,
        "assets/c.woff2": conflict,
    }
    found = [(fault.file, fault.code, fault.position) for fault in theme_faults(theme)]
    assert found == [
        ("templates/base.html", "merge-conflict", (2, 1)),
        ("templates/bad.html", "file-encoding", (1, 1)),
        ("templates/assets/b.css", "merge-conflict", (2, 1)),
    ]


def test_a_file_that_is_too_large_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "FILE", 10)
    (fault,) = theme_faults({"assets/long.bin": b"x" * 11, "assets/short.bin": b"x" * 10})
    assert (fault.file, fault.code) == ("templates/assets/long.bin", "too-large")


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        ("<p>a</p>\n<p>\u2028b</p>", "U+2028", (2, 4)),
        ("{% block x %}\u2029{% endblock %}\x07", "U+2029", (1, 14)),
        ("<p>a\x00\u2028", "U+0000", (1, 5)),
        ("a\x85", "U+0085", (1, 2)),
        ("a\x1b[31m", "U+001B", (1, 2)),
        ("a\ufffe", "U+FFFE", (1, 2)),
    ],
)
def test_a_character_that_no_page_may_have_is_told(text: str, name: str, position: tuple[int, int]) -> None:
    (fault,) = theme_faults({"page.html": text.encode(), "assets/a.js": text.replace("\x00", "").encode()})
    assert (fault.file, fault.code, fault.position) == ("templates/page.html", "file-encoding", position)
    assert f"the character {name}" in fault.message


def test_usual_white_space_is_text() -> None:
    assert list(theme_faults({"page.html": "a\r\n\tb\u00a0c\u00ad\u200bd é 漢".encode()})) == []
