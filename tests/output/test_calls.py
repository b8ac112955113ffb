"""Calls in templates are as Jinja makes them."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, pass_context, pass_environment, pass_eval_context, runtime

from site_builder.output.calls import Context
from tests.output.test_render import fault, render

MACROS = """
{%- macro none() %}<{{ varargs is defined }}>{% endmacro %}
{%- macro two(a, b=3) %}<{{ a }} {{ b }}>{% endmacro %}
{%- macro more(a) %}<{{ a }} {{ varargs|length }} {{ kwargs|length }}>{% endmacro %}
{%- macro around(a) %}<{{ a }} {{ caller(a) }}>{% endmacro %}
{%- macro perhaps(caller=none) %}<{{ caller is none }}>{% endmacro %}
"""
CALLS = [
    "{{ two('&') }}",
    "{{ two('&', 2) }}",
    "{{ two(1, b=2) }}",
    "{{ two(b=1) }}",
    "{{ two() }}",
    "{{ two(1, 2, 3) }}",
    "{{ two(1, c=3) }}",
    "{{ none() }}",
    "{{ none(1) }}",
    "{{ more(1, 2, x=3) }}",
    "{{ more() }}",
    "{% call(x) around(1) %}{{ x }}&{% endcall %}",
    "{{ around(1) }}",
    "{{ perhaps() }}",
    "{% for x in [1, 2] %}{% set y = x %}{{ two(x, y) }}{{ seen(3) }}{% endfor %}",
    "{% block b %}{% set z = 1 %}{{ two(z) }}{{ seen(3) }}{% endblock %}",
    "{{ two('&')|upper }}{{ '&' ~ two('&') }}",
    "{% autoescape false %}{{ two('&') ~ '&' }}{% endautoescape %}",
    "{{ seen(1) }}{{ evaluated(1) }}{{ ours(1) }}{{ plain(1, b=2) }}{{ method(1) }}",
    "{{ ended() is defined }}{{ instance(1) }}{{ 'ab'.startswith('a') }}{{ range(2)|list|length }}",
    "{% macro ends() %}{{ next() }}{% endmacro %}{{ ends() is defined }}",
    "{% for row in [[1, [2]], [3, []]] recursive %}{{ row }}{{ loop(row[1]) if row is iterable }}{% endfor %}",
]


@pass_context
def _seen(context: runtime.Context, value: object) -> str:
    return f"{sorted(set(context.get_all()) & set('xyz'))} {value}"


@pass_eval_context
def _evaluated(context: Any, value: object) -> str:
    return f"{context.autoescape} {value}"


@pass_environment
def _ours(environment: Any, value: object) -> str:
    return f"{environment.autoescape} {value}"


def _ended() -> None:
    raise StopIteration


class _Instance:
    @pass_eval_context
    def __call__(self, context: Any, value: object) -> str:
        return f"{context.autoescape} {value}"

    def method(self, value: object) -> str:
        return f"of {value}"


def _said(template: str, kind: type[runtime.Context]) -> str:
    environment = Environment(autoescape=True)
    environment.context_class = kind
    environment.globals |= {
        "seen": _seen,
        "evaluated": _evaluated,
        "ours": _ours,
        "plain": lambda a, b: f"{a} {b}",
        "ended": _ended,
        "next": iter("").__next__,
        "instance": _Instance(),
        "method": _Instance().method,
    }
    try:
        return environment.from_string(MACROS + template).render()
    except Exception as problem:  # noqa: BLE001 – errors are compared as well
        return f"{type(problem).__name__}: {problem}"


@pytest.mark.parametrize("template", CALLS)
def test_a_call_gives_what_jinja_gives(template: str) -> None:
    assert _said(template, Context) == _said(template, runtime.Context)


def test_only_macros_are_remembered() -> None:
    assert "calls a macro, and not a int" in fault("{{ remember(1, 2) }}").message


def test_a_macro_that_knows_its_page_is_not_remembered() -> None:
    calls = "{% macro m(a) %}{{ a }}{{ view }}{% endmacro %}{{ remember(m, 'x') }}"
    assert render(calls, "y") == "xy"
