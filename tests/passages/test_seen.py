from __future__ import annotations

import pytest

from site_builder.passages.seen import first, is_surely_edge, may_be_edge, seen


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("The\u00a0 ROADS\n\nare", "the roads are"),
        ("Café cafe\u0301 Ärger", "cafe cafe arger"),
        ("so\u00adcalled\u200b", "socalled"),
        ("İstanbul Straße ﬁn", "istanbul strasse fin"),
        ("道路", "道路"),
        ("", ""),
    ],
)
def test_what_a_browser_compares(text: str, compared: str) -> None:
    assert seen(text).text == compared


def test_the_way_back_has_the_marks_of_the_last_letter() -> None:
    made = seen("a cafe\u0301!")
    assert made.original(2, 6) == (2, 7)


@pytest.mark.parametrize(
    ("text", "at", "may_be", "is_sure"),
    [
        ("a b", 1, True, True),
        ("ab", 1, False, False),
        ("don't", 3, True, False),
        ("don't", 4, True, False),
        ("well-known", 4, True, True),
        ("(ab", 1, True, True),
        ("ab.", 2, True, True),
        ("道路", 1, True, False),
        ("道a", 1, True, False),
        ("道。", 1, True, True),
        ("ab", 0, True, True),
        ("ab", 2, True, True),
    ],
)
def test_edges_that_some_and_that_all_browsers_see(text: str, at: int, may_be: bool, is_sure: bool) -> None:
    assert may_be_edge(text, at) is may_be
    assert is_surely_edge(text, at) is is_sure


def test_parts_stand_behind_each_other_with_a_space_or_without() -> None:
    assert first(("foo", "bar"), "x foo baz foobar foo bar") == (10, 16)
    assert first(("foo", "bar"), "xfoo bar, foo bar") == (10, 17)
    assert first(("foo", "bar"), "foo bars") is None
    assert first(("bar",), "bar bar", 1) == (4, 7)
