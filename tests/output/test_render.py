from __future__ import annotations

from types import SimpleNamespace

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.output import bounds
from site_builder.output.render import Theme
from site_builder.page import Frame, Page

FRAME = Frame("Site", None, "", "en", "ltr", "https://example.org/", "P", None, None, None, (), (), (), None, None, "")


def render(template: str, view: object = None, **others: str) -> str:
    sources = {"page.html": template.encode(), **{f"{name}.html": text.encode() for name, text in others.items()}}
    made = Theme(sources).render(Page("x/", "page.html", "T", "D", view), FRAME)
    assert isinstance(made, bytes), made
    return made.decode()


def fault(template: str, view: object = None, **others: str) -> Diagnostic:
    sources = {"page.html": template.encode(), **{f"{name}.html": text.encode() for name, text in others.items()}}
    made = Theme(sources).render(Page("x/", "page.html", "T", "D", view), FRAME)
    assert isinstance(made, Diagnostic)
    return made


def test_everything_is_escaped_unless_a_template_says_otherwise() -> None:
    assert render("{{ view }}|{{ view|safe }}", "<b>") == "&lt;b&gt;|<b>"


def test_fixed_words_are_folded_in_and_escaped() -> None:
    assert render('{{ _("a < b") }}') == "a &lt; b"
    assert render("{% trans n=2 %}{{ n }} thing{% pluralize %}{{ n }} things{% endtrans %}") == "2 things"


def test_a_text_against_the_site_s_direction_is_marked_and_escaped() -> None:
    assert render("{{ view|directed }}", "a < b.") == "a &lt; b."
    assert render("{{ view|directed }}", "الطرق آمنة < 3.") == '<bdi dir="rtl">الطرق آمنة &lt; 3.</bdi>'


def test_a_macro_is_called_once_for_a_value() -> None:
    calls = "{{ remember(m, view, 1) }}{{ remember(m, view, 1) }}{{ remember(m, view, 2) }}{{ remember(m, view, 1) }}"
    counting = iter("abc")
    view = SimpleNamespace(count=lambda: next(counting))
    macro = "{% macro m(v, x) %}{{ v.count() }}{{ x }};{% endmacro %}"
    assert render("{% from 'part.html' import m %}" + calls, view, part=macro) == "a1;a1;b2;a1;"


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("one\n{{ view.gone }}", 2, "gone"),
        ("one\n\n{% if %}", 3, "Expected an expression"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("one\n{{ 1 / 0 }}", 2, "division by zero"),
        ('{% include "prat.html" %}', 1, "prat.html"),
    ],
)
def test_a_fault_names_the_template_and_the_line(template: str, line: int, words: str) -> None:
    diagnostic = fault(template, view="x", part="")
    assert diagnostic.file == "templates/page.html"
    assert diagnostic.position[0] == line
    assert words in diagnostic.message
    assert "x/index.html" in diagnostic.message


def test_a_fault_in_an_included_part_is_found_there() -> None:
    found = fault('one\n{% include "part.html" %}', part="a\nb\n{{ gone }}")
    assert found.file == "templates/part.html"
    assert found.position[0] == 3


def test_fixed_words_with_values_are_not_folded_in() -> None:
    assert render("{{ _('%(n)s of 5', n=1) }}") == "1 of 5"
    assert render("{{ _('%(n)s of 5', **{'n': 1}) }}") == "1 of 5"


def test_macros_of_one_name_in_two_templates_are_two() -> None:
    sources = {
        "a.html": b"{% macro card(v) %}A:{{ v }}{% endmacro %}",
        "b.html": b"{% macro card(v) %}B:{{ v }}{% endmacro %}",
        "p.html": b"{% from 'a.html' import card %}{{ remember(card, view) }}",
        "q.html": b"{% from 'b.html' import card %}{{ remember(card, view) }}",
    }
    theme, view = Theme(sources), "x"
    made = [theme.render(Page(f"{name}/", f"{name}.html", "T", "D", view), FRAME) for name in "pqp"]
    assert made == [b"A:x", b"B:x", b"A:x"]


def test_a_macro_of_a_page_s_own_template_knows_that_page() -> None:
    theme, view = Theme({"page.html": b"{% macro m(v) %}{{ root }}{{ v }}{% endmacro %}{{ remember(m, view) }}"}), "x"
    made = [theme.render(Page(link, "page.html", "T", "D", view), FRAME) for link in ("a/", "a/b/", "a/")]
    assert made == [b"../x", b"../../x", b"../x"]


def test_when_one_page_takes_too_long_no_other_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"
    theme = Theme({"page.html": endless.encode(), "other.html": b"fine"})
    other = Page("y/", "other.html", "T", "D", None)
    assert theme.render(other, FRAME) == b"fine"
    monkeypatch.setattr(bounds, "MOST_SECONDS", 0.05)
    fault = theme.render(Page("x/", "page.html", "T", "D", None), FRAME)
    assert isinstance(fault, Diagnostic)
    assert "takes more than" in fault.message
    assert theme.render(other, FRAME) is fault
    assert Theme(theme.sources).after(theme).render(other, FRAME) == b"fine"
