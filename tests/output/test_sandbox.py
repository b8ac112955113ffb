"""A theme is a stranger's program: what it cannot reach, and how it ends."""

from __future__ import annotations

from time import thread_time
from types import SimpleNamespace

import pytest

from site_builder.output import bounds
from tests.output.test_render import fault, render

VIEW = SimpleNamespace(names=["a", "b"], words={"update": "u", "title": "t"}, text="word", empty="")


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view['__class__'] }}",
        "{{ view|attr('__class__') }}",
        "{{ ['x']|map(attribute='__class__')|list }}",
        "{{ [view]|groupby('__class__') }}",
        "{{ [view]|selectattr('__class__')|list|length }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ range.__self__ }}",
        "{{ plurals.__func__.__globals__ }}",
        "{{ remember._results }}",
        "{{ self._TemplateReference__context }}",
        "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ '{0.__class__}'|e|attr('format')(view) }}",
        "{{ '{x.__class__}'.format_map({'x': view}) }}",
        "{{ dict.mro() }}",
        "{{ cycler }}",
        "{{ lipsum() }}",
        "{{ [1, 2]|random }}",
        "{{ view.names.append('c') }}",
        "{{ view.words.clear() }}",
        "{% do view.names.pop() %}",
        "{{ view['names']['append']('c') }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% include '../page.html' %}",
    ],
)
def test_a_template_reaches_its_page_and_nothing_else(template: str) -> None:
    assert fault(template, VIEW).code == "template-error"
    assert VIEW.names == ["a", "b"]
    assert len(VIEW.words) == 2


def test_what_is_refused_is_said_with_what_there_is_instead() -> None:
    assert "names with _ in front" in fault("one\n{{ view.__class__ }}", VIEW).message
    assert fault("one\n{{ view.__class__ }}", VIEW).position[0] == 2
    assert "use the filter join" in fault("{{ ', '.join(view.names) }}", VIEW).message
    assert "print its parts" in fault("{{ view.names }}", VIEW).message


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x'|map }}",
        "{{ view.words.items }}",
        "{{ view.text.upper }}",
        "{{ plurals }}",
        "{{ view }}",
        "{{ namespace() }}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        "{{ view.names|map('upper') ~ 'x' }}",
        "{{ view.names|map('upper')|string }}",
        "{{ view.text.upper|upper }}",
        "{{ view.text.upper|safe }}",
        "{{ view.text.upper|e }}",
        "{{ [view.text.upper]|join }}",
        "{{ ([view.text]|map(attribute='upper'))|join(', ') }}",
        "{{ '%s'|format(view.text.upper) }}",
        "{{ '%s' % view.text.upper }}",
        "{{ '{}'.format(view.text.upper) }}",
        "{{ 'a'.upper }}",
    ],
)
def test_what_python_prints_with_its_place_in_memory_is_not_printed(template: str) -> None:
    """It would be another page in every run."""
    assert "it has no text" in fault(template, VIEW).message


def test_what_is_printed_is_the_same_in_every_run() -> None:
    template = "{{ view.names|map('upper')|join('-') }} {{ [view]|join('', attribute='text') }} {{ 1.5 }} {{ none }}"
    assert render(template + " {{ true|string }}", VIEW) == "A-B word 1.5 None True"


def test_a_key_may_have_the_name_of_a_method() -> None:
    """What is refused is changing, not the word."""
    assert render("{{ view.title }}{{ view.get('update') }}", VIEW.words) == "tu"
    assert render("{{ view.update }}", SimpleNamespace(update="today")) == "today"


def test_what_themes_need_is_there() -> None:
    template = (
        "{{ '%05.1f'|format(2.5) }} {{ 'a b'|replace(' ', '-') }} {{ view.names|join(', ') }} {{ 2*3 + 4 }} {{ 2**3 }}"
    )
    assert render(template, VIEW) == "002.5 a-b a, b 10 8"
    assert (
        render("{{ view.text ~ 1 ~ '<' }}{{ 'ab'|center(6) }}{{ [1] + [2] == [1, 2] }}", VIEW) == "word1&lt;  ab  True"
    )
    assert render("{{ ('{a} < {b}'|e).format(a=view.text, b='<') }}", VIEW) == "word &lt; &lt;"
    assert render("{% autoescape false %}{{ '<' ~ view.text }}{% endautoescape %}", VIEW) == "<word"


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{{ m(n - 1) }}{{ m(n - 1) }}{% endmacro %}{{ m(99) if view else m(40) }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(90000) recursive %}{% if loop.depth < 60 %}{{ loop(range(2)) }}{% endif %}{% endfor %}",
        "{% if view.names %}{% include 'page.html' %}{% include 'page.html' %}{% endif %}",
        "{% for a in range(90000) %}{{ range(90000)|list|length }}{% endfor %}",
        "{% block x %}{% for a in range(90000) %}{{ range(90000)|sum }}{% endfor %}{% endblock %}",
        "{% set b = range(20000)|list %}{% for x in range(90000) if x in b %}{% endfor %}",
        "{% set b = range(20000)|list %}{{ range(90000)|select('in', b)|list|length }}",
        "{% set b = range(20000)|list %}{{ range(90000)|map('string')|reject('in', b)|list|length }}",
        "{% set b = [(1,)] * 2000 %}{{ (b * 2000)|unique|list|length + (b * 2000)|unique|list|length }}",
    ],
)
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # a callback of Hypothesis's may ignore it
def test_a_page_ends(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_SECONDS", 0.2)
    since = thread_time()
    message = fault(template, VIEW).message
    assert thread_time() - since < 10
    assert "takes more than 0.2 seconds" in message or "without end" in message or "includes itself" in message


NESTED = "{% set a = (1,) %}{% set b = (1,) %}" + "{% set a = (a, a) %}{% set b = (b, b) %}" * 40
"""Two values whose parts are the same many times over, so that comparing them takes a time that doubles each time."""


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'x' * 10**10 }}",
        "{{ [0] * 10**10 }}",
        "{{ 9**(9**9) }}",
        "{{ 'x'|center(10**10) }}",
        "{{ 'x'|center(10000000000) }}",
        "{{ '%9999999999d'|format(1) }}",
        "{{ '%*d'|format(999999999, 1) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:9999999999}'.format(1) }}",
        "{{ '{:{}}'.format(1, 9999999999) }}",
        "{{ ('{0}' * 9999).format('x' * 99999) }}",
        "{{ [1]|batch(10**9, 0)|list|length }}",
        "{% set x = 'x' * 9999999 %}{{ x ~ x ~ x ~ x }}",
        "{% set x = 'x' * 9999999 %}{{ x + x + x + x }}",
        "{% set x = 'x' * 99999 %}{{ x|replace('x', x) }}",
        "{% set x = ['x' * 99999] * 999 %}{{ x|join }}",
        "{% set x = 'x' * 9999999 %}{% set y %}{{ x }}{{ x }}{{ x }}{{ x }}{% endset %}",
        "{% set x = 'x' * 9999999 %}{% for n in range(90000) %}{{ x }}{% endfor %}",
        "{% set x = '<' * 9999999 %}{{ x }}",
        "{{ ('x' * 9).ljust(9999999999) }}",
        "{{ (5).to_bytes(9999999999, 'big') }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}",
        "{% for n in range(10**7) %}{% endfor %}",
        "{{ 1|round(10**9, 'ceil') }}",
        "{{ 5|round(precision=0 - 10**9) }}",
        "{% set x = 7**3000 %}" + "{% set x = x * x %}" * 20 + "{{ x % 7 }}",
        "{{ ('f' * 4000000)|int(base=16) % 7 }}",
        "{{ (1).from_bytes('x' * 99) }}",
        f"{{{{ 0x{'f' * 400000} // 0x{'f' * 200000} }}}}",
        "{{ ('a' * 8000000)|wordwrap(1)|length }}",
        "{{ ([[1] * 9999] * 999)|sum(start=[])|length }}",
        NESTED + "{{ a == b }}",
        NESTED + "{{ a != b }}",
        NESTED + "{{ a < b }}",
        NESTED + "{{ a in b }}",
        NESTED + "{{ a is eq b }}",
        NESTED + "{{ a is in [b] }}",
        NESTED + "{{ {a: 1}|length }}",
        NESTED + "{{ {'x': 1}[a] }}",
    ],
)
def test_a_page_has_a_size(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_SECONDS", 0.5)
    since = thread_time()
    assert fault(template, VIEW).code == "template-error"
    assert thread_time() - since < 10  # a busy machine copies slowly


@pytest.mark.parametrize(
    "template",
    [
        "{{ '\\ud800' }}",
        "{{ '%c'|format(55296) }}",
        "{{ '\\x00' }}",
        "{{ '{:c}'.format(0) }}",
        "{{ '%c'|format(8232) }}",
        "{{ '\\u2029' }}",
        "{{ '\\x85' }}",
        "{{ '\\x1b[2J' }}",
    ],
)
def test_what_is_no_text_reaches_no_page(template: str) -> None:
    assert "is not text" in fault(f"one\n{template}", VIEW).message


@pytest.mark.parametrize("kind", [SystemExit, RecursionError, MemoryError, ValueError])
def test_whatever_a_value_raises_is_a_fault_of_the_page(kind: type[BaseException]) -> None:
    def end() -> None:
        raise kind

    assert fault("one\n{{ view.end() }}", SimpleNamespace(end=end)).position[0] == 2


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ '%d'|format(20200625) }}", "20200625"),
        ("{{ '%s views'|format(1234567) }}", "1234567 views"),
        ("{{ 0.5 + 20200625 }}", "20200625.5"),
        ("{{ [1, 2, 3]|sum(start=9000000) }}", "9000006"),
        ("{{ range(20000)|list|batch(1000, 'x')|list|length }}", "20"),
        ("{{ ('<p>' * 9000)|replace('<p>', '<p class=passage>')|length }}", "153000"),
        ("{{ 'Год 2020: {n} из 10000'.format(n=3) }}", "Год 2020: 3 из 10000"),
        ("{{ '{{a: {x}}}'.format(x=1) }}", "{a: 1}"),
        ("{{ '%(всего2020)s' % {'всего2020': 5} }}", "5"),
        ("{{ '50 %% 2020, %(n)s' % {'n': 1} }}", "50 % 2020, 1"),
        ("{{ 2.345|round(2) }} {{ 7 // 2 }} {{ 2**64 * 2**64 }}", "2.35 3 340282366920938463463374607431768211456"),
        (
            "{% set a = [1, [2]] %}{{ a == [1, [2]] }} {{ 1 in a }} {{ {a[0]: 'x'}[1] }} {{ 3 < a|length < 5 }}",
            "True True x False",
        ),
        ("é\t{{ 'ж' }}\xa0\u202f", "é\tж\xa0\u202f"),
    ],
)
def test_what_is_small_is_not_refused(template: str, expected: str) -> None:
    assert render(template, VIEW) == expected


DOUBLED = "{% set ns = namespace(x=['ha']) %}{% for _ in range(40) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}"


@pytest.mark.parametrize(
    "use",
    [
        "ns.x|string",
        "ns.x|pprint",
        "ns.x|tojson",
        "ns.x|join(',')",
        "'%s'|format(ns.x)",
        "'%s' % ns.x",
        "'{}'.format(ns.x)",
        "ns.x|upper",
    ],
)
def test_a_list_of_lists_of_lists_is_not_written_out(use: str) -> None:
    assert "MB" in fault(f"{DOUBLED}{{{{ {use} }}}}", VIEW).message
