from __future__ import annotations

from site_builder.load.theme import theme_faults
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
