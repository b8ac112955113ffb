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
NESTED = (
    "{% macro next(x) %}{% set ns = namespace(n=0) %}{% macro m(y) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}"
    "{{ remember(m, 'x') }}{{ remember(m, 'x') }}{% endmacro %}"
)
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


@pytest.mark.parametrize(
    "part",
    [
        "{% macro next(x) %}{% import 'state.html' as s %}{{ s.next(0) }}{% endmacro %}",
        "{% macro next(x) %}{% from 'state.html' import next as n %}{{ n(0) }}{{ n(0) }}{% endmacro %}",
        NESTED,
    ],
)
def test_what_a_macro_makes_inside_is_not_kept_either(part: str) -> None:
    state = COUNTER.replace("next()", "next(x)")
    page = "{% from 'part.html' import next %}{{ remember(next, 'a') }}{{ remember(next, 'a') }}{{ next('a') }}"
    first, *others = pages(3, {"page.html": page, "part.html": part, "state.html": state})
    assert isinstance(first, bytes)
    assert others == [first, first]


@pytest.mark.parametrize("value", ["loop", "ns", "it", "[ns]", "{'a': ns}"])
def test_what_can_change_until_the_next_call_is_not_remembered(value: str) -> None:
    page = (
        "{% from 'part.html' import m %}{% set ns = namespace(n=0) %}{% set it = range(3)|map('string') %}"
        "{% for a in 'abc' %}{% set ns.n = ns.n + 1 %}" + f"{{{{ remember(m, {value}) }}}};" + "{% endfor %}"
    )
    shown = {"loop": "v.index", "ns": "v.n", "it": "v|first", "[ns]": "v[0].n", "{'a': ns}": "v.a.n"}[value]
    part = "{% macro m(v) %}{{ " + shown + " }}{% endmacro %}"
    first, *others = pages(3, {"page.html": page, "part.html": part})
    assert first == (b"0;1;2;" if value == "it" else b"1;2;3;")
    assert others == [first, first]
