from __future__ import annotations

import pytest

from site_builder.output.generator import DOUBTFUL
from site_builder.output.sandbox import Sandbox


def code(template: str) -> str:
    return str(Sandbox().compile(template, raw=True))


def test_only_doubtful_names_are_checked_while_a_page_is_rendered() -> None:
    made = code("{{ view.title }}{{ view.items }}{{ view.format }}")
    assert made.count("environment.known(") == 2
    assert made.count("environment.getattr(") == 1
    assert {"format", "sort", "to_bytes", "from_bytes", "mro"} <= DOUBTFUL


def test_names_with_an_underscore_in_front_are_refused_at_once() -> None:
    with pytest.raises(Exception, match="cannot read __class__"):
        code("{{ view.__class__ }}")


def test_loops_macros_and_blocks_are_counted() -> None:
    assert (
        code("{% for n in view %}{% endfor %}{% macro a() %}{% endmacro %}{% block b %}{% endblock %}").count("step()")
        > 2
    )


@pytest.mark.parametrize(
    ("template", "checks"),
    [
        ("{{ a == b }}", 2),
        ("{{ a < b < c }}", 3),
        ("{{ a == 'x' }}", 0),
        ("{{ 'x' in a }}", 0),
        ("{{ {a: 1, 'b': c} }}", 1),
    ],
)
def test_what_can_be_deep_on_both_sides_is_weighed(template: str, checks: int) -> None:
    assert code(template).count("environment.weighed(") == checks
