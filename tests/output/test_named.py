"""A template that is named by something else than a text is told so, with file and line."""

from __future__ import annotations

import re

import pytest

from site_builder.output.named import endless
from tests.output.test_render import fault, render

NO_NAMES = ("none", "0", "1.5", "true", "self", "{}", "{'a': 1}", "m", "view.thing", "dict", "range(2)")
NO_LISTS = ("[]", "()", "[none]", "[0, 'part.html']", "[[]]", "[['part.html']]")
CONSTRUCTS = ("include X", "include X ignore missing", "extends X", "import X as x", "from X import x")
BEFORE = "one\n{% macro m() %}{% endmacro %}\n"
VIEW = {"thing": object()}


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize("name", [*NO_NAMES, *NO_LISTS])
def test_a_name_that_is_no_text_is_told(construct: str, name: str) -> None:
    found = fault(f"{BEFORE}{{% {construct.replace('X', name)} %}}", VIEW, part="")
    assert found.file == "templates/page.html"
    assert found.position[0] == 3
    assert re.match(
        r"a template has a name, which is a text, and not a \w+: write |a list of templates is empty", found.message
    )


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize("name", ["gone", "[gone]", "['no.html', gone]", "view.gone"])
def test_a_name_that_is_missing_is_told(construct: str, name: str) -> None:
    found = fault(f"{BEFORE}{{% {construct.replace('X', name)} %}}", VIEW, part="")
    assert found.position[0] == 3
    assert "gone" in found.message or "a list" in found.message


def test_every_name_in_vain_is_told() -> None:
    assert 'there is no template "a.html" or "b.html"' in fault("{% include ['a.html', 'b.html'] %}").message
    assert 'there is no template "a.html" (' in fault("{% extends 'a.html' %}").message


@pytest.mark.parametrize(
    "template",
    [
        "{% include 'part.html' %}",
        "{% include view.name %}",
        "{% include ['no.html', 'part.html'] %}",
        "{% include ('no.html', view.name) %}",
        "{% include [view.name]|map('lower') %}",
        "{% extends view.name %}",
        "{% include 'no.html' ignore missing %}part",
        "{% include ['no.html'] ignore missing %}part",
    ],
)
def test_a_text_is_a_name(template: str) -> None:
    assert render(template, {"name": "part.html"}, part="part") == "part"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ self.gone() }}", "gone"),
        ("{{ self[0] }}", "has no element 0"),
        ("{% block x %}{{ super() }}{% endblock %}", "no parent block called 'x'"),
        ("{{ super() }}", "'super' is undefined"),
        ("{{ caller() }}", "'caller' is undefined"),
        ("{% call none() %}{% endcall %}", "'NoneType' object is not callable"),
        ("{{ view|map(none)|list|length }}", "No filter named None"),
        ("{{ view|select(0)|list|length }}", "No test named 0"),
        ("{{ view|gone }}", "No filter named 'gone'"),
        ("{% if view is gone %}{% endif %}", "No test named 'gone'"),
        ("{% filter gone %}{% endfilter %}", "No filter named 'gone'"),
        ("{{ remember(none, 1) }}", "remember calls a macro, and not a NoneType"),
        ("{{ remember(1, 1) }}", "remember calls a macro, and not a int"),
        ("{{ '%(n)s' % {} }}", "there is no 'n'"),
        ("{{ '{n}'.format() }}", "there is no 'n'"),
        ("{{ _('%(n)s', m=1) }}", "there is no 'n'"),
    ],
)
def test_no_message_is_a_bare_value(template: str, message: str) -> None:
    found = fault(f"one\n{template}", {"a": 1})
    assert message in found.message
    assert found.position[0] == 2


def test_a_template_that_uses_itself_is_told_what_to_write() -> None:
    for construct, verb in (("extends X", "extends"), ("include X", "includes"), ("import X as x", "imports")):
        found = fault(f"one\n{{% {construct.replace('X', repr('page.html'))} %}}")
        assert f"this template {verb} itself" in found.message
        assert found.position[0] == 2
        assert found.help == "name another template"
    data = b'{% extends "home.html" %}'
    advice = 'to use the built-in one, write {% extends "theme/home.html" %}'
    assert endless("home.html", data, {"home.html", "theme/home.html"}) == ("this template extends itself", 1, advice)
    assert endless("home.html", b'{% extends "theme/home.html" %}', ()) is None
