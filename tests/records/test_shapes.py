from __future__ import annotations

from site_builder.records import shapes
from site_builder.records.lines import numbered
from site_builder.source import Source


def test_of_two_keys_the_one_that_stands_alone_is_wrong() -> None:
    deep = Source("x", "a: 1\nb: 2\n  verdict: 3\nd: 4\n")
    found = shapes.misplaced_key(deep, numbered(deep, 3), 0)
    assert found is not None
    assert deep.position(found.start) == (3, 3)
    shallow = Source("x", "  a: 1\n  b: 2\nc: 3\n  verdict: 4\n")
    found = shapes.misplaced_key(shallow, numbered(shallow, 4), 0)
    assert found is not None
    assert shallow.position(found.start) == (3, 1)


def test_an_id_with_a_text_and_keys_below_it_is_told_of_the_text() -> None:
    source = Source("x", "actors:\n  bob:\n    role: Driver\n  ann: Ann Able\n    role: Minister\n")
    found = shapes.misplaced_key(source, numbered(source, 5), 0)
    assert found is not None
    assert source.text[found.start : found.end] == "Ann Able"
    assert "on a line beside `role:`" in found.help


def test_a_line_that_fits_is_left_alone() -> None:
    source = Source("x", "a: 1\nb: 2\n")
    assert shapes.misplaced_key(source, numbered(source, 2), 0) is None
    assert shapes.misplaced_line(source, numbered(source, 2), 0, 0, item=False) is None
    assert shapes.cut_text(source, numbered(source, 2), 0) is None


def test_a_bracket_is_looked_for_above_where_the_file_ends() -> None:
    source = Source("x", "a: [b\n")
    found = shapes.open_bracket(source, numbered(source, 2), 0, 6, 6)
    assert found is not None
    assert source.position(found.start) == (1, 4)
    nothing = Source("x", "a: b\n")
    assert shapes.open_bracket(nothing, numbered(nothing, 2), 0, 5, 5) is None


def test_a_line_without_anything_above_it_is_told_what_it_should_be() -> None:
    source = Source("x", "Just words.\n")
    assert "key: value" in shapes.lost_line(source, numbered(source, 1), 0).help
