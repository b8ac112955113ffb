"""What a template makes, and what it looks for, stays within a page's bounds in a single step of Python, too."""

from __future__ import annotations

import datetime as dates
from time import thread_time

import pytest

from site_builder.output.bounds import MOST_WRAPPED, Meter, TooLong, TooMuch
from site_builder.output.sandbox import Sandbox
from tests.output.test_render import fault, render

DEEPER = (
    "(ns.x, ns.x)",
    "[ns.x, 1, ns.x]",
    "[ns.x] * 2",
    "[ns.x] + [ns.x]",
    "{1: ns.x, 2: ns.x}",
    "dict(a=ns.x, b=ns.x)",
    "([1]|batch(3, ns.x)|list)",
    "[ns.x]|map('list')|list + [ns.x]|list",
)
"""Values that are twice as large as the one before."""
USES = ("[ns.x].count(ns.y)", "[ns.x].index(ns.y)", "ns.x == ns.y", "(ns.x,).count(ns.y)", "ns.x|safe", "ns.x|string")
SEARCHES = (
    "t.rfind(u)",
    "t.rindex(u)",
    "t.rsplit(u)",
    "t.rpartition(u)",
    "t.strip(u)",
    "t.lstrip(u)",
    "t.rstrip(u)",
    "t['rfind'](u)",
    "(t|attr('rfind'))(u)",
    "t|trim(u)",
)


@pytest.mark.parametrize("larger", DEEPER)
def test_a_value_that_holds_another_twice_ends_where_it_is_made(larger: str) -> None:
    start = "{% set ns = namespace(x=[1], y=[1]) %}"
    loop = f"{{% for i in range(80) %}}{{% set ns.x = {larger} %}}{{% set ns.y = {larger.replace('ns.x', 'ns.y')} %}}"
    assert "larger than 16 MB" in fault(f"{start}{loop}{{% endfor %}}").message


@pytest.mark.parametrize("use", USES)
def test_what_is_used_is_never_deeper(use: str) -> None:
    start = "{% set ns = namespace(x=(1,), y=(1,)) %}"
    loop = "{% for i in range(60) %}{% set ns.x = (ns.x, ns.x) %}{% set ns.y = (ns.y, ns.y) %}{% endfor %}"
    assert "larger than 16 MB" in fault(f"{start}{loop}{{{{ {use} }}}}").message


def test_a_batch_that_a_loop_hands_on_is_looked_at_too() -> None:
    loop = "{% for i in range(60) %}{% for b in [1]|batch(3, ns.x) %}{% set ns.x = b %}{% endfor %}{% endfor %}"
    assert "larger than 16 MB" in fault(f"{{% set ns = namespace(x=[1]) %}}{loop}").message


def test_a_macro_and_a_loop_that_call_themselves_with_more_end() -> None:
    assert "larger than 16 MB" in fault("{% macro m(x) %}{{ m((x, x)) }}{% endmacro %}{{ m(1) }}").message
    assert "larger than 16 MB" in fault("{% for i in [(1, 2)] recursive %}{{ loop([(i, i)]) }}{% endfor %}").message


@pytest.mark.parametrize("make", ["{}.fromkeys('ab', 1)", "dict.fromkeys('ab', 1)", "{}['fromkeys']('ab', 1)"])
def test_no_method_repeats_a_value(make: str) -> None:
    assert "fromkeys" in fault(f"{{{{ {make} }}}}").message


@pytest.mark.parametrize("search", SEARCHES)
def test_a_search_that_compares_all_with_all_is_refused(search: str) -> None:
    texts = "{% set t = 'a' * 2000000 %}{% set u = 'ab' ~ 'a' * 1000000 %}"
    assert "too long for this search" in fault(f"{texts}{{{{ {search} }}}}").message


def test_what_themes_do_with_lists_and_texts_is_as_it_was() -> None:
    assert render("{{ 'a/b/c'.rsplit('/', 1)|last }}{{ ' x '.strip() }}{{ 'xyx'.strip('x') }}") == "cxy"
    assert render("{% for a, b in [(1, 2), (3, 4)] %}{{ a }}{{ b }}{% endfor %}{{ {'k': [1]}.k|first }}") == "12341"
    assert render("{{ dict(a=1).a }}{{ dict([('b', 2)]).b }}{{ [3, 1]|map('string')|join('-') }}") == "123-1"


@pytest.mark.parametrize("name", ["pprint", "striptags", "urlize", "wordwrap"])
def test_slow_filters_get_short_texts(name: str) -> None:
    assert "larger than 16 MB" in fault(f"{{{{ ('a ' * {MOST_WRAPPED})|{name} }}}}").message


def test_each_value_of_a_lazy_filter_is_a_step() -> None:
    meter = Meter()
    meter._until = 0
    with pytest.raises(TooLong):
        list(meter.counted(iter(range(200))))


def test_the_clock_is_looked_at_behind_the_last_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.output.bounds.MOST_SECONDS", -1.0)
    assert "more than -1 seconds" in fault("one line").message


@pytest.mark.parametrize("number", [3, -0.5, 10**3000, True, "3"])
@pytest.mark.parametrize("pattern", ["%d", "%05.1f", "%s%%", "%c", "%s %s", "%(x)s", "%", "%s" + "x" * 100])
def test_a_format_gives_the_same_the_second_time(pattern: str, number: object) -> None:
    filters = Sandbox().filters

    def made() -> str:
        try:
            return str(filters["format"](pattern, number))
        except (TypeError, ValueError, OverflowError, KeyError) as problem:
            return repr(problem)

    try:
        expected = pattern % (number,)
    except (TypeError, ValueError, OverflowError, KeyError) as problem:
        expected = repr(problem)
    assert [made(), made(), made()] == [expected] * 3


def test_a_wide_format_is_refused_each_time() -> None:
    filters = Sandbox().filters
    for _ in range(2):
        with pytest.raises(TooMuch):
            filters["format"]("%9999d", 1)


ADDRESSED = "[[remember, [1]|map('string')]]"
"""A list with what Python prints by its place in memory."""


@pytest.mark.parametrize(
    "template",
    [
        *(
            f"{{{{ {ADDRESSED}|{name} }}}}"
            for name in "string pprint escape forceescape title upper lower join urlencode trim center indent".split()
        ),
        "{{ '%s'|format([remember]) }}",
        "{{ '{}'.format([remember]) }}",
        "{{ '%s' % [[remember]] }}",
        "{{ 'a'|replace('a', [remember]) }}",
        "{{ [{'a': remember}]|join(',', 'a') }}",
        "{{ [{'a': remember}]|join(attribute='a') }}",
        "{{ {'a': remember}|xmlattr }}",
        "{{ [{'a': remember}]|groupby('a')|first|string }}",
        "{{ ([{'a': remember}]|groupby('a')|first) }}",
        "{{ _('%(x)s', x=remember) }}",
        "{{ ngettext('%(x)s', '%(x)s', 2, x=[remember]) }}",
        "{{ ngettext('%(num)s', '%(num)s', 'x'.upper) }}",
        "{{ {'a': 1}.items()|string }}",
        "{{ [{'a': 1}.keys().mapping]|string }}",
    ],
)
def test_what_has_an_address_in_memory_is_not_printed_from_within_either(template: str) -> None:
    assert "cannot be printed" in fault(template).message


@pytest.mark.parametrize(
    "minus", ["{'a': 1, 'b': 2}.keys() - {'x': 1}", "view.keys() - view.keys()", "view.items() - []"]
)
def test_what_is_left_of_a_list_has_an_order(minus: str) -> None:
    assert "has no order" in fault("{% for k in " + minus + " %}{{ k }}{% endfor %}", {"a": 1, "b": 2}).message


def test_numbers_and_days_are_subtracted() -> None:
    assert (
        render("{{ 3 - 1 }} {{ 0.5 - 1 }} {{ true - 1 }} {{ view - view }}", dates.date(2020, 1, 1))
        == "2 -0.5 0 0:00:00"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ _('%(x)400000000s', x='a') }}",
        "{{ gettext('%(x)400000000s', x='a') }}",
        "{{ ngettext('%(x)400000000s', '', 1, x='a') }}",
        "{{ pgettext('c', '%(x)400000000s', x='a') }}",
        "{{ npgettext('c', '%(x)400000000s', '', 1, x='a') }}",
        "{{ _('%(x)s' * 1000, x='a' * 1000000) }}",
        "{{ ngettext('', '%(num)s' * 100, 'y' * 9000000) }}",
        "{{ (range(100000)|list)|tojson(indent=100000) }}",
        "{{ (range(100000)|list)|tojson(100000) }}",
        "{{ ('a' * 16000000)|list|sort }}",
        "{{ ('a' * 16000000)|unique|list }}",
        "{{ ('a' * 16000000)|sort }}",
        "{{ ('www.a.de ' * 20000)|urlize(rel='r' * 100000) }}",
        "{{ (('&amp;' * 3000)|safe).unescape() }}",
        "{{ (('<!---->' * 2000)|safe).striptags() }}",
        "{% set x = {'a': 1} %}" + "{% set x = {'a': x.items(), 'b': x.items()} %}" * 60 + "{{ x == x }}",
        "{% set x = {'a': 1} %}" + "{% set x = {'a': x.keys().mapping, 'b': x.keys().mapping} %}" * 60 + "{{ x == x }}",
    ],
)
def test_one_step_stays_within_bounds(template: str) -> None:
    since = thread_time()
    assert fault(template).message
    assert thread_time() - since < 5


@pytest.mark.parametrize(
    "template",
    [
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{{ " + "-" * 5000 + "1 }}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{% if view %}" * 150 + "x" + "{% endif %}" * 150,
        "{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30,
    ],
)
def test_what_lies_too_deep_is_told_in_words(template: str) -> None:
    message = fault(template).message
    assert "inside one another" in message
    assert "recursion" not in message


def test_values_that_are_equal_and_written_differently_are_remembered_apart() -> None:
    calls = "".join(
        f"{{{{ remember(m, view, {value}) }}}} " for value in ("1", "true", "1.0", "0.0", "-0.0", "'a'", "'a'|safe")
    )
    part = "{% macro m(v, x) %}{{ x }}{% endmacro %}"
    assert render("{% from 'part.html' import m %}" + calls * 2, "x", part=part) == "1 True 1.0 0.0 -0.0 a a " * 2
