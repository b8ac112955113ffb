from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_builder.output.imported import Imported
from site_builder.output.render import Theme
from site_builder.page import Page
from tests.output.test_render import FRAME
from tests.projects import ROOT

COUNTER = "{% set ns = namespace(n=0) %}{% macro next() %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}"
LETTERS = "{% set it = ['a', 'b']|map('upper') %}{% macro next() %}{{ it|list|join }}{% endmacro %}"
INSIDE = (
    "{% set all = [namespace(n=0)] %}"
    "{% macro next() %}{% set ns = all[0] %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}"
)
BY_ANOTHER = "{% from 'part.html' import next as other %}{% macro next() %}{{ other() }}{% endmacro %}"
STATES = (COUNTER, LETTERS, INSIDE)


def pages(count: int, templates: dict[str, str]) -> Sequence[object]:
    theme = Theme({name: text.encode() for name, text in templates.items()})
    return [theme.render(Page(f"{n}/", "page.html", "T", "D", n), FRAME) for n in range(count)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "way", ["{% import 'NAME' as m %}", "{% from 'NAME' import next %}{% set m = {'next': next} %}"]
)
@pytest.mark.parametrize("use", ["{{ m.next() }}{{ m.next() }}", "{{ remember(m.next) }}", "{{ m['next']() }}"])
@pytest.mark.parametrize("between", [False, True])
def test_no_page_changes_what_another_shows(state: str, way: str, use: str, between: bool) -> None:
    state = state.replace("next()", "next(x=0)")
    name = "between.html" if between else "part.html"
    page = way.replace("NAME", name) + use.replace("remember(m.next)", "remember(m.next, view)")
    templates = {"page.html": page, "part.html": state, "between.html": BY_ANOTHER.replace("next()", "next(x=0)")}
    first, *others = pages(3, templates)
    assert isinstance(first, bytes)
    assert others == [first, first]


def test_parts_that_import_each_other_end() -> None:
    templates = {
        "page.html": "{% import 'a.html' as a %}{{ a.m() }}",
        "a.html": "{% macro m() %}a{% endmacro %}{% macro n() %}{% import 'b.html' as b %}{{ b.m() }}{% endmacro %}",
        "b.html": "{% import 'a.html' as a %}{% macro m() %}{{ a.m() }}{% endmacro %}",
    }
    assert pages(2, templates) == [b"a", b"a"]


def test_a_part_that_is_not_there_is_told_to_whoever_imports_it() -> None:
    templates = {"page.html": "{% import 'a.html' as a %}", "a.html": "{% import 'gone.html' as b %}"}
    (found,) = pages(1, templates)
    assert "gone.html" in str(found)


def test_no_part_of_the_built_in_theme_is_made_for_each_page() -> None:
    """That would cost more than all macros of a page."""
    names = sorted(
        path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates/parts").glob("*.html")
    )
    theme = Theme(
        {
            path.relative_to(ROOT / "templates").as_posix(): path.read_bytes()
            for path in (ROOT / "templates").rglob("*.html")
        }
    )
    assert len(names) > 10
    for name in names:
        template = theme._environment.get_template(name)
        assert isinstance(template, Imported)
        assert template.is_stateless, name
