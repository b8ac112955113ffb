"""Control characters, separators that nobody sees and halves of characters reach no file of a site, however written."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.load.files import Project
from tests.projects import ARTICLE, MINIMAL, checked, edited, minimal
from tests.tries import examples

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
SIGNS = ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\u2028", "\u2029", "\ud800", "\uffff"]
WAYS: dict[str, Callable[[str], str]] = {
    "itself": lambda sign: sign,
    "a code of YAML's": lambda sign: f"\\u{ord(sign):04x}",
    "a reference": lambda sign: f"&#x{ord(sign):x};",
    "a decimal reference": lambda sign: f"&#{ord(sign)};",
    "percent-encoded": lambda sign: "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass")),
}
CLAIMS, SITE, PAGE = "claims.yaml", "content/site.yaml", "content/pages/method.md"
PLACES = {
    "an actor's name": (CLAIMS, "name: Ann Able", 'name: "Ann{}Able"'),
    "an actor's role": (CLAIMS, "role: Minister", 'role: "Minister {} of roads"'),
    "a summary of an actor": (CLAIMS, "role: Minister", 'summary: "Minister {} of roads"'),
    "a statement": (CLAIMS, "statement: The roads are safe.", 'statement: "The roads {} are safe."'),
    "a summary": (
        CLAIMS,
        "summary: Baker denies it, and",
        'summary: "Baker {} denies."\n    assessment: "a{}b"\n    x: ',
    ),
    "a quotation": (CLAIMS, "quote: the roads are safer", 'quote: "the roads {} are safer than ever"\n        note: '),
    "an address": (CLAIMS, "role: Minister", 'same_as: ["https://example.org/a{}b"]'),
    "the site's title": (SITE, "title: Minimal", 'title: "Mini{}mal"'),
    "a topic": (SITE, "{label: Roads}", '{{label: "Roa{}ds"}}'),
    "an article": (ARTICLE, "Carolinus, a driver", "Carolinus{}, a driver"),
    "a quoted sentence": (ARTICLE, "the roads are safer", "the{} roads are safer"),
    "an article's headline": (ARTICLE, "title: Minister on roads", 'title: "Minister on{}roads"'),
    "an article's publisher": (ARTICLE, "publisher: The Daily", 'publisher: "The{}Daily"'),
    "a page": (PAGE, "\n---\n", "\n---\nWords [and{}](https://example.org/{}), `code{}`.\n\n    more{}\n\n"),
    "a page's title": (PAGE, "title: ", 'title: "a{}b" # '),
}


def with_sign(place: str, written: str) -> Project:
    name, old, new = PLACES[place]
    whole = minimal().content[name].decode()
    if place in ("a summary", "a quotation"):  # the rest of the line goes, too
        old = next(line.strip() for line in whole.splitlines() if old in line)
        new = new.rpartition("\n")[0]
    text = new.replace("{{", "{").replace("}}", "}").replace("{}", written)
    project = edited(minimal(), name, old, "@@@@")
    data = project.content[name].decode().replace("@@@@", text, 1).encode("utf-8", "surrogatepass")
    return Project({**project.content, name: data}, project.theme, project.static)


@examples(80)
@given(st.sampled_from(sorted(PLACES)), st.sampled_from(sorted(WAYS)), st.sampled_from(SIGNS))
def test_no_output_has_what_nobody_sees(place: str, way: str, sign: str) -> None:
    result = checked(with_sign(place, WAYS[way](sign)))
    assert (result.files is None) == (result.report.errors > 0)
    for name, data in (result.files or {}).items():
        if name.endswith((".png", ".zip", ".wasm", ".ico")):
            continue
        found = FORBIDDEN.search(data.decode())
        assert found is None, f"{name}: U+{ord(found[0]):04X}"


@pytest.mark.parametrize("place", PLACES)
def test_the_places_are_places(place: str) -> None:
    """With an ordinary sign in it, each project is one whose words are published."""
    result = checked(with_sign(place, "~"))
    codes = {diagnostic.code for diagnostic in result.report.diagnostics if diagnostic.severity == "error"}
    assert codes <= {"quote-not-found"}
    assert MINIMAL.is_dir()
