"""A template's blocks that its parent does not have."""

from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError

from site_builder.output.blocks import refuse_unseen
from tests.output.test_render import fault

BASE = "{% block header %}{% block title %}{% endblock %}{% endblock %}{% block footer %}{% endblock %}"
KNOWN = {
    "base.html": BASE,
    "list.html": '{% extends "base.html" %}{% block header %}{% block items %}{% endblock %}{% endblock %}',
    "round.html": '{% extends "round.html" %}',
}


def refused(text: str) -> str:
    environment = Environment(autoescape=True)

    def read(name: str) -> object:
        return environment.parse(KNOWN[name]) if name in KNOWN else None

    try:
        refuse_unseen(environment.parse(text), "mine.html", read)  # type: ignore[arg-type]
    except TemplateSyntaxError as problem:
        assert problem.name == "mine.html"
        return f"{problem.lineno}: {problem.message}"
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "{% block anything %}{% endblock %}",
        '{% extends "base.html" %}{% block footer %}{% endblock %}',
        '{% extends "base.html" %}{% block title %}{% endblock %}',
        '{% extends "list.html" %}{% block items %}{% endblock %}{% block footer %}{% endblock %}',
        '{% extends "base.html" %}{% block footer %}{% block own %}{% endblock %}{% endblock %}',
        '{% extends "base.html" %}{% block own %}{% endblock %}{% block footer %}{{ self.own() }}{% endblock %}',
        "{% extends which %}{% block anything %}{% endblock %}",
        '{% if a %}{% extends "base.html" %}{% else %}{% extends "list.html" %}{% endif %}{% block x %}{% endblock %}',
        '{% extends "gone.html" %}{% block anything %}{% endblock %}',
        '{% extends "round.html" %}{% block anything %}{% endblock %}',
    ],
)
def test_a_block_that_somebody_shows_is_one(text: str) -> None:
    assert refused(text) == ""


@pytest.mark.parametrize("parent", ["base.html", "list.html"])
def test_a_misspelt_block_is_told_with_its_line_and_the_nearest_name(parent: str) -> None:
    told = refused(f'{{% extends "{parent}" %}}\n{{% block fotter %}}{{% endblock %}}')
    assert told.startswith('2: no parent of this template has a block "fotter"')
    assert told.endswith('did you mean "footer"?')


def test_a_block_with_a_name_of_its_own_is_told_all_that_there_are() -> None:
    told = refused('{% extends "base.html" %}{% if a %}{% block sidebar %}{% endblock %}{% endif %}')
    assert told.endswith("its blocks are footer, header, title")


def test_a_theme_that_misspells_a_block_is_told_so_with_file_and_line() -> None:
    found = fault(
        '{% extends "part.html" %}\n{% block fotter %}{% endblock %}', part="{% block footer %}{% endblock %}"
    )
    assert (found.code, found.file, found.position[0]) == ("template-error", "templates/page.html", 2)
    assert 'did you mean "footer"?' in found.message
