from __future__ import annotations

import re

import pytest

from site_builder import markdown
from site_builder.markdown import Link, Unknown


class Site:
    """A site that has one record of each kind, and one page beside the present one."""

    def __call__(self, kind: str, id_: str) -> Link | Unknown:
        link = Link(f"../{kind}s/{id_}/index.html", f"The {kind} <{id_}>")
        return link if id_ == "known" else Unknown("no", "try known")

    def kind(self, id_: str) -> str:
        return "claim" if id_ == "known" else ""

    def address(self, address: str) -> Unknown | None:
        return None if "index.html" in address or address.startswith("http") else Unknown("nowhere", None)


resolve = Site()


def render(text: str) -> str:
    return markdown.prose(text, resolve)[0]


def test_prose_is_commonmark_with_tables_and_footnotes() -> None:
    html = render("*a* **b**\n\n| x | y |\n|--:|---|\n| 1 | 2 |\n\nnote[^1]\n\n[^1]: foot\n")
    assert "<em>a</em> <strong>b</strong>" in html
    assert '<td class="align-right">1</td>' in html
    assert 'class="footnote-ref"' in html
    assert "style=" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,xx)",
        "<javascript:alert(1)>",
        "![x](https://elsewhere.example/pixel.png)",
        "[x]: vbscript:y\n\n[x]",
        "`<b>`\n\n    <i>code</i>",
    ],
)
def test_nothing_dangerous_survives(text: str) -> None:
    html = render(text).lower()
    for danger in ("<script", "<img", 'href="javascript', 'href="data', 'href="vbscript', "<b>", "<i>"):
        assert danger not in html


def test_refused_links_are_reported_with_their_place() -> None:
    _, faults = markdown.prose("one\n\ntwo [x](javascript:alert(1))\n", resolve)
    assert [(fault.code, fault.line) for fault in faults] == [("unsafe-link", 2)]


def test_record_links_are_links_outside_code() -> None:
    html, faults = markdown.prose("[[claim:known]] [[actor:known|some *words*]] `[[claim:known]]`", resolve)
    assert '<a href="../claims/known/index.html">The claim &lt;known&gt;</a>' in html
    assert ">some *words*</a>" in html
    assert "<code>[[claim:known]]</code>" in html
    assert faults == []


def test_unknown_record_links_show_their_text_and_are_reported() -> None:
    html, faults = markdown.prose("see [[claim:gone|this]]", resolve)
    assert html == "<p>see this</p>"
    assert [(fault.code, fault.message, fault.help) for fault in faults] == [("unknown-link", "no", "try known")]


def test_links_elsewhere_carry_no_opener() -> None:
    assert 'rel="noopener noreferrer"' in render("[x](https://elsewhere.example/)")
    assert "rel=" not in render("[x](../about/index.html)")


PIECES = [
    "<",
    ">",
    "&",
    "[",
    "]",
    "(",
    ")",
    ":",
    "!",
    "\\",
    "`",
    "*",
    "^",
    "\n",
    " ",
    "|",
    "-",
    "a",
    "javascript:",
    "b",
]


def test_what_is_escaped_is_meant_as_text() -> None:
    assert markdown.prose(r"a \<b\> and &lt;i&gt;", resolve)[1] == []
    assert [fault.literal for fault in markdown.prose("a <b>", resolve)[1]] == ["<b>"]


def test_headings_begin_at_the_level_that_the_page_has_left() -> None:
    text = "# A\n\n## B\n\n### C\n\n###### D\n"
    levels = [re.findall(r"<h(\d)", markdown.prose(text, resolve, top)[0]) for top in (2, 3)]
    assert levels == [["2", "2", "3", "6"], ["3", "3", "4", "6"]]


@pytest.mark.parametrize(("uses", "fits"), [(900, True), (1_100, False), (20_000, False)])
def test_a_long_address_that_is_used_often_fills_no_memory(uses: int, fits: bool) -> None:
    """A text of a million characters could have 60 billion of them when each use has its address."""
    rendered, faults = markdown.prose(f"[a]: https://b.org/{'x' * 3_986} 'y'\n\n{'[a] ' * uses}", resolve)
    assert [fault.code for fault in faults] == ([] if fits else ["too-large"])
    assert len(rendered) < markdown.MOST_REPEATED + 100 * 1_000 + 4 * uses
    if fits:
        assert rendered.count("<a href") == uses
    else:
        assert "more than 4,000,000 characters" in faults[0].message


def test_an_image_is_named_and_one_without_a_name_is_told_of() -> None:
    html, faults = markdown.prose("![A road](https://a.org/x.png)", resolve)
    assert ('<span class="image">A road</span>' in html, faults) == (True, [])
    (fault,) = markdown.prose("One.\n![](https://a.org/x.png)", resolve)[1]
    assert (fault.code, fault.literal, fault.line) == ("text-as-markup", "![", 1)
    assert fault.help == "name it, ![what it shows](address), or remove it"


@pytest.mark.parametrize("written", ["[[known]]", "[[claims:known]]", "[[known|its words]]"])
def test_a_link_to_a_record_without_its_kind_is_told_the_kind(written: str) -> None:
    html, faults = markdown.prose(f"See {written}.", resolve)
    (fault,) = faults
    assert fault.message == f"{written} does not say what it leads to"
    assert fault.help == "write [[claim:known]]"
    assert fault.literal == written
    assert f"See {written}." in html


@pytest.mark.parametrize(
    "text", ["See [[1]](https://a.org).", "[[other]]", "[[known]](https://a.org)", "[[a b]]", "`[[known]]`"]
)
def test_other_brackets_stay_what_they_are(text: str) -> None:
    assert markdown.prose(text, resolve)[1] == []
