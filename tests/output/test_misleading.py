"""A template makes no character that turns words around or hides them; what articles and records have stays."""

from __future__ import annotations

import dataclasses

import pytest

from site_builder.output.misleading import refuse_made
from tests.output.test_render import fault, render
from tests.projects import checked
from tests.world.test_unseen import PLACES, WAYS, with_sign


@dataclasses.dataclass(frozen=True, slots=True)
class View:
    words: object
    made: str = ""


MADE = (
    '{{ "\\u202e" }}',
    '{{ "\\u2066" }}',
    '{{ "\\U000e0041" }}',
    '{{ "\\ufff9" }}',
    "\u202e",
    "{# a #}\u2069",
    "&#x202e;",
    "&#X00202E;",
    "&#8238;",
    "&#0008238",
    '{{ "%c" % 8238 }}',
    '{{ "{:c}".format(8238) }}',
    '{{ ("&#" ~ 8238 ~ ";")|safe }}',
    '{{ ("&#" ~ 8238 ~ ";")|striptags }}',
    '{% set x = "\\u202e" %}{{ x|upper|e|safe }}',
    "{% macro m() %}\u202d{% endmacro %}{{ m() }}",
    '<a title="{{ "\\u202e" }}">',
)


@pytest.mark.parametrize("template", MADE, ids=ascii)
def test_what_a_template_makes_is_refused(template: str) -> None:
    found = fault(template, View("words"))
    assert found.code == "template-error"
    assert "makes a text read otherwise than it is written" in found.message
    assert "U+" in found.message


@pytest.mark.parametrize(
    "words",
    ["a\u202eb", ("a", ["b\u202e"]), {"a": "\u202e"}, {"\u202e": 1}, View(View("x\u202ey")), frozenset(["\u202e"])],
    ids=ascii,
)
def test_what_the_page_shows_may_have_it(words: object) -> None:
    assert render("{{ view.made }}", View(words, "\u202e")) == "\u202e"
    assert "U+202D" in fault("{{ view.made }}\u202d", View(words, "\u202e")).message


@pytest.mark.parametrize(
    "template",
    [
        "&lrm;&rlm;",
        "a&shy;b",
        "\u200e\u200f",
        "\u200b",
        "\u200d\u200c",
        "&#8203;",
        "&#x200f;",
        "&#34;",
        "\u2060",
        "&#99999999999;",
    ],
    ids=ascii,
)
def test_what_themes_need_is_theirs(template: str) -> None:
    assert render(template, View("words")) == template


@pytest.mark.parametrize("beside", ["a", "é", "\u2014", "\ufff8", "\U000e1000"])
def test_it_is_found_beside_whatever_else_the_page_has(beside: str) -> None:
    found = []
    for code in (*range(0x80, 0x2100), *range(0xFFE0, 0xFFFF), *range(0xDFF00, 0xE1100)):
        try:
            refuse_made(f"<p>{beside}{chr(code)}{beside}</p>".encode(), ())
        except ValueError:
            found.append(code)
    assert found == [*range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000)]


def test_values_that_hold_themselves_are_looked_at_once() -> None:
    ring: list[object] = ["a"]
    ring.append(ring)
    with pytest.raises(ValueError, match=r"U\+202E"):
        refuse_made("\u202e".encode(), [ring])


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\U000e0041"], ids=ascii)
@pytest.mark.parametrize("way", ["itself", "a reference", "a code of YAML's"])
@pytest.mark.parametrize("place", PLACES)
def test_articles_and_records_may_have_them(place: str, way: str, sign: str) -> None:
    written = f"\\U{ord(sign):08x}" if way == "a code of YAML's" else WAYS[way](sign)
    codes = {found.code for found in checked(with_sign(place, written)).report.diagnostics}
    assert "template-error" not in codes
