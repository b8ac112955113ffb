"""The theme has no rule for what no page has, no name that nobody reads, and no colour that nobody mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from site_builder.build import Options, build
from site_builder.load.files import Project, read_project
from tests import theme
from tests.law.ground import ground
from tests.projects import ROOT, changed, edited, minimal

TEMPLATES = ROOT / "templates"
ASSETS = TEMPLATES / "assets"
SHEETS = {path.name: theme.sheet(path.read_text()) for path in sorted(ASSETS.glob("*.css"))}
SCRIPTS = [theme.script(path.read_text()) for path in sorted(ASSETS.glob("*.js"))]
TEMPLATE = [theme.template(path.read_text()) for path in sorted(TEMPLATES.rglob("*.html"))]
PUBLISHED = {"style.css": sorted(SHEETS.keys() - {"card.css"}), "card.css": ["card.css", "shared.css"]}
"""Which files each published style sheet is put together of."""
MARKDOWN = {"align-left", "footnote-item", "footnote-backref", "footnotes-sep", "image"}
"""What the program's own HTML has beside what the theme gives a look."""
ROBUST_LINKS = {"data-originalurl", "data-versionurl", "data-versiondate"}
"""For programs that follow a link to its archived copy (robustlinks.mementoweb.org)."""
CITED = ("paragraph-",)
"""Beginnings of ids by which readers cite a place; no page of the site does."""
WITH_TABLES = b"""\
---
title: Tables
---
| left | middle | right |
|:-----|:------:|------:|
| a    | b      | c     |

A note.[^1]

[^1]: Here.
"""


def with_everything() -> Project:
    """The site that every edit of the law starts from, with what editors can write in Markdown."""
    return changed(ground().project, {"content/pages/tables.md": WITH_TABLES})


@cache
def texts() -> dict[str, str]:
    """Pages of three sites that between them have everything; one is from right to left, with English words."""
    found: dict[str, str] = {}
    arabic = edited(minimal(), "content/site.yaml", "title: Minimal", "title: Minimal\nlanguage: ar")
    for project in (with_everything(), read_project(ROOT / "tests" / "sites" / "odd"), arabic):
        result = build(project, options=Options(exports=True, index=False))
        assert result.files is not None, result.report
        found |= {
            f"{len(found)} {name}": data.decode() for name, data in result.files.items() if name.endswith(".html")
        }
    return found


@cache
def pages() -> theme.Names:
    return theme.pages(texts().values())


def every(names: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*names)


GIVEN = every(script.gives for script in SCRIPTS)
SELECTED = every(sheet.classes for sheet in SHEETS.values())
WHOLE = every(template.classes for template in TEMPLATE)
FAMILIES = tuple(every(template.families for template in TEMPLATE))
READ = every(script.reads for script in SCRIPTS) | every(sheet.attributes for sheet in SHEETS.values())


def test_each_sheet_declares_the_properties_that_it_uses() -> None:
    for name, parts in PUBLISHED.items():
        used = every(SHEETS[part].used for part in parts)
        assert used - every(SHEETS[part].declared for part in parts) == set(), name


def test_each_property_is_used() -> None:
    sheets = SHEETS.values()
    assert every(sheet.declared for sheet in sheets) - every(sheet.used for sheet in sheets) == set()


def test_each_class_with_a_look_is_one_that_something_has() -> None:
    known = pages().classes | WHOLE | GIVEN
    assert {name for name in SELECTED - known if not name.startswith(FAMILIES)} == set()


def test_what_cannot_be_selected_cannot_be_in_safari_either() -> None:
    for path in ASSETS.glob("*.css"):
        text = path.read_text()
        unprefixed = re.findall(r"(?<!-)user-select: *(\w+)", text)
        assert re.findall(r"-webkit-user-select: *(\w+); user-select: *\w+", text) == unprefixed, path.name


def test_each_element_with_a_look_is_on_a_page() -> None:
    made = every(script.makes for script in SCRIPTS)
    assert every(sheet.elements for sheet in SHEETS.values()) - pages().elements - made == set()


def test_each_attribute_that_a_rule_asks_for_is_on_a_page() -> None:
    assert every(sheet.attributes for sheet in SHEETS.values()) - pages().attributes == set()


def test_each_class_has_a_look_or_a_script_that_asks_for_it() -> None:
    asked = SELECTED | GIVEN | every(script.asks for script in SCRIPTS) | MARKDOWN
    found = pages().classes | WHOLE
    # One of several that end in a value may look as they look without it.
    families = tuple(family for family in FAMILIES if any(name.startswith(family) for name in SELECTED))
    assert {name for name in found - asked if not name.startswith(families)} == set()


def test_each_family_of_classes_has_a_member_with_a_look() -> None:
    assert [family for family in FAMILIES if not any(name.startswith(family) for name in SELECTED)] == []


def test_each_data_attribute_is_read() -> None:
    data = {name for name in pages().attributes if name.startswith("data-")}
    data |= every(template.data for template in TEMPLATE) | every(script.sets for script in SCRIPTS)
    assert data - READ - ROBUST_LINKS == set()


def test_each_data_attribute_that_is_read_is_set() -> None:
    known = pages().attributes | every(template.data for template in TEMPLATE)
    known |= every(script.sets for script in SCRIPTS)
    assert {name for name in READ if name.startswith("data-")} - known == set()


def test_each_id_that_a_script_or_a_rule_looks_for_is_on_a_page() -> None:
    looked_for = every(script.ids for script in SCRIPTS) | every(sheet.ids for sheet in SHEETS.values())
    known = pages().ids
    assert {name for name in looked_for if not any(id_.startswith(name) for id_ in known)} == set()


def test_each_id_on_a_page_is_used_by_something() -> None:
    found = pages()
    looked_for = every(script.ids for script in SCRIPTS) | every(sheet.ids for sheet in SHEETS.values())
    families = tuple(name for name in looked_for if name.endswith("-"))
    idle = found.ids - found.references - found.targets - looked_for
    assert {name for name in idle if not name.startswith((*families, *CITED))} == set()


def test_each_font_and_each_movement_is_used() -> None:
    assert every(sheet.idle for sheet in SHEETS.values()) == set()


def test_each_id_that_an_attribute_names_is_on_the_same_page() -> None:
    missing = {}
    for name, text in texts().items():
        found = theme.pages([text])
        missing[name] = found.references - found.ids
    assert {name: ids for name, ids in missing.items() if ids} == {}
    assert len(pages().references) > 100


def test_each_part_of_a_result_is_filled_and_each_that_is_filled_is_there() -> None:
    assert every(script.parts for script in SCRIPTS) == pages().parts


def test_templates_import_set_and_define_nothing_idle() -> None:
    assert every(template.idle for template in TEMPLATE) == set()
    assert every(template.macros for template in TEMPLATE) - every(template.imports for template in TEMPLATE) == set()


def test_each_asset_is_part_of_a_site() -> None:
    mentioned = " ".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    parts = {part for some in PUBLISHED.values() for part in some}
    assert {path.name for path in ASSETS.iterdir() if path.name not in mentioned} - parts == set()


def test_the_readers_of_names_see_what_stands_there() -> None:
    sheet = theme.sheet("""
        /* .gone { color: var(--gone) } */
        :root { --ink: #000; }
        @media (min-width: 1rem) {
          #top a.one > [data-x="y.z"]:not(.two, b)::after { color: var( --ink ); content: attr(title) }
        }
        .three:hover{margin:0 .5em}
    """)
    assert sheet.classes == {"one", "two", "three"}
    assert sheet.elements == {"a", "b"}
    assert sheet.attributes == {"data-x", "title"}
    assert sheet.ids == {"top"}
    assert sheet.declared == sheet.used == {"--ink"}
    script = theme.script("""
        // [data-gone]
        const all = list.dataset; one(all.longName); item.dataset.set = 1; if (item.dataset.read === 2) {}
        document.querySelector("[data-found].is-here"); document.querySelector("p #low");
        document.getElementById("high"); part("b").append(item.querySelector("[data-part=c]"));
    """)
    assert script.ids == {"low", "high"}
    assert script.parts == {"b", "c"}
    assert script.reads == {"data-long-name", "data-read", "data-found", "data-part"}
    assert script.sets == {"data-set"}
    assert script.asks == {"is-here"}
    script = theme.script("""
        item.classList.toggle("is-on", kind === "not-one"); item.className = `two three-${four} ${five}`;
        item.innerHTML = "<i class='six seven'>"; const newest = "newest"; document.createElement("bdi");
        item.closest(".eight"); form.elements.q; item.setAttribute("href", `#sign-${nine}`);
    """)
    assert script.gives == {"is-on", "two", "six", "seven"}
    assert script.asks == {"eight"}
    assert script.makes == {"bdi"}
    assert script.ids == {"q", "sign-"}
    assert theme.sheet("""
        @font-face { font-family: "Used One"; src: url(a) } @font-face { src: url(b); font-family: Idle }
        @keyframes turn { to { opacity: 0 } } @keyframes rest { to { opacity: 0 } }
        a { font: 1rem "Used One"; animation: turn 1s; color: Idle-not }
    """).idle == {"Idle", "rest"}
    made = theme.template('<p class="a {% if x %}b{% endif %} c-{{ d }} {{ e }}" data-f="{{ g }}">{# class="h" #}')
    assert made.classes == {"a", "b"}
    assert made.families == {"c-"}
    assert made.data == {"data-f"}
    made = theme.template(
        '{% from "x.html" import a, b %}{% set c = b() %}{% macro d() %}{% endmacro %}{% macro e() %}{{ d() }}'
    )
    assert made.idle == {"a", "c"}
    assert made.macros == {"d", "e"}
    assert made.imports == {"a", "b", "d"}
    names = theme.pages(['<a href="../x.html#far">', '<a href="#near">', '<a href="#">'])
    assert (names.targets, names.references) == ({"far", "near"}, {"near"})
    names = theme.pages(
        ['<p class="a b" id=c><br>', "<i title=d>", '<a href="#%C3%A9" aria-labelledby="x y" data-part=z>']
    )
    assert (names.ids, names.references, names.parts) == ({"c"}, {"é", "x", "y"}, {"z"})
    assert (names.classes, names.elements) == ({"a", "b"}, {"p", "br", "i", "a"})
    assert names.attributes == {"class", "id", "title", "href", "aria-labelledby", "data-part"}
