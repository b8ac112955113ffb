from __future__ import annotations

import pytest

from site_builder.load.markers import merge_conflict
from site_builder.source import Source

DIFF3 = "a\n<<<<<<< ours\nb\n||||||| 5d1c0de\nc\n=======\nd\n>>>>>>> theirs\n"
NESTED = "<<<<<<< ours\na\n||||||| base\n<<<<<<<<< one\nb\n=========\nc\n>>>>>>>>> two\n=======\nd\n>>>>>>> theirs\n"


def place(text: str, strict: int = 0) -> tuple[int, int] | None:
    found = merge_conflict(Source("a.md", text), strict)
    return found.position if found else None


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_conflict_is_found_at_its_first_marker(line_end: str) -> None:
    found = merge_conflict(Source("a.md", DIFF3.replace("\n", line_end)), 0)
    assert found is not None
    assert found.position == (2, 1)
    assert "lines 2, 4, 6, 8" in (found.help or "")


def test_a_conflict_inside_a_conflict_is_one_fault() -> None:
    found = merge_conflict(Source("a.md", NESTED), 0)
    assert found is not None
    assert "lines 1, 3, 4, 6, 8, 9, 11" in (found.help or "")


def test_many_conflicts_are_one_fault() -> None:
    found = merge_conflict(Source("a.md", DIFF3 * 10), 0)
    assert found is not None
    assert "and 31 more" in (found.help or "")


@pytest.mark.parametrize(
    "marker", ["<<<<<<< HEAD", "<<<<<<<", "<<<<<<<<<<< HEAD", ">>>>>>> a b c", ">>>>>>>", "||||||| x"]
)
def test_markers_that_say_so_by_themselves(marker: str) -> None:
    assert place(f"Text.\n\n{marker}\nText.\n") == (3, 1)
    assert place(f"Text.\n{marker}") == (2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n=======\n",
        "A heading\n==========\n",
        ">>>>>> six\n>>>>>>> seven, as in an old letter\n",
        ">>>>>>> seven\n> > > > > > six\n",
        ">>>>>>>> eight\n",
        "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|||||||\n",
        "|||||||\n",
        "||||||| a | b |\n",
        " <<<<<<< indented\n",
        "<<<<<<<no space\n",
        "<<<<<< six\n",
        "a <<<<<<< b\n",
    ],
)
def test_what_markdown_means_otherwise_is_no_marker(text: str) -> None:
    assert place(text) is None


@pytest.mark.parametrize("marker", ["=======", "|||||||", ">>>>>>> x"])
def test_in_yaml_each_marker_counts(marker: str) -> None:
    text = f"title: x\n{marker}\nnote: y\n---\nA\n=======\n"
    assert place(text, strict=text.index("---")) == (2, 1)
    assert place(text.replace(marker, "note: |\n    " + marker), strict=text.index("---")) is None


def test_the_search_grows_with_the_text() -> None:
    # Lines that almost are markers, as many as a large file has: the expression must not come back to them.
    text = "<<<<<<<x\n" * 100_000 + "<" * 100_000
    assert place(text) == (100_001, 1)
