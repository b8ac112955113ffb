from __future__ import annotations

import pytest

from site_builder.editor.saved.blocks import read_blocks
from site_builder.editor.saved.styles import sheet
from site_builder.editor.saved.tree import parse
from tests.growth import grows_linearly


def words(page: str, style: str = "") -> list[str]:
    return [block.words for block in read_blocks(parse(page), sheet([style])).blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div>a<hr>b<center>c</center>d</div>", ["a", "b", "c", "d"]),
        ("<table><caption>c</caption><tr><td>a<td>b</table>", ["c", "a", "b"]),
        ("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", ["a", "b", "c", "d"]),
        ("<details><summary>a</summary>b</details><fieldset><legend>c</legend>d</fieldset>", ["a", "b", "c", "d"]),
        ("<address>a</address>b<unknown>c</unknown>d", ["a", "b", "c", "d"]),
        ("<my-part>One.</my-part><my-part>Two.</my-part>", ["One.", "Two."]),
        (
            "<p>of <my-word>NATO</my-word>, (<my-word>EU</my-word>) and<my-word>UN</my-word>too",
            ["of NATO, (EU) and UN too"],
        ),
        ("<p>a<br>b<br><br>c<br/>&nbsp;<br>d", ["a\nb", "c", "d"]),
        ("<p>a<wbr>b&shy;c <img alt=no> d", ["abc d"]),
        ("<p>so <img class=emoji alt='🙂'>", ["so 🙂"]),
        ("<pre>a  b\n c\n\nd</pre>", ["a b\nc", "d"]),
        (
            "<p>10<sup>-6</sup> m<sup>2</sup>, H<sub>2</sub>O, x<sup>n</sup>, 1<sup>st</sup><sup>[2]</sup>",
            ["10⁻⁶ m², H₂O, xⁿ, 1st[2]"],
        ),
        (
            "<ruby>道路<rp>(</rp><rt>どうろ</rt><rp>)</rp></ruby>は<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>",
            ["道路は東京"],
        ),
        ("<p>a<b>b</b><i>c</i><font>d</font><span>e</span><abbr>f</abbr>", ["abcdef"]),
        ("<p>one<select><option>x</select> <button>y</button><textarea>z</textarea>two", ["one two"]),
        ("<svg><title>x</title><text>y</text></svg><iframe>z</iframe><object>w</object>a", ["a"]),
        ("<blockquote>a<p>b<footer>c</footer></blockquote>", ["a", "b", "c"]),
    ],
)
def test_blocks_never_glue_and_lines_never_break(page: str, expected: list[str]) -> None:
    assert words(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>He said <q>so <q>it</q> is</q>.", ["He said “so ‘it’ is”."]),
        ("<p lang=de>Er sagte <q>so <q>da</q></q>", ["Er sagte „so ‚da‘“"]),
        ("<p lang=fr-CH><q>oui</q>", ["«oui»"]),
        ("<html lang=ja><p><q>道路<q>は</q></q>", ["「道路『は』」"]),
        ("<p lang=sv><q>ja</q> <span lang=ru><q>да</q></span>", ["”ja” «да»"]),
        ("<p><q>“own”</q> and <q>‘other’</q>", ["“own” and ‘other’"]),
        ("<q><p>a</p><p>b</p></q>", ["“a", "b”"]),
        ("<p><q hidden>x</q>a", ["a"]),
    ],
)
def test_quotations_have_the_marks_of_their_language(page: str, expected: list[str]) -> None:
    assert words(page) == expected


@pytest.mark.parametrize(
    ("page", "style", "expected", "reason"),
    [
        ("<p>a <s>b</s> c", "", ["a c"], "struck out"),
        ("<p>a <strike>b</strike> <del>c</del>d", "", ["a d"], "struck out"),
        ("<p>a <span style='color:red; text-decoration: underline line-through'>b</span>", "", ["a"], "struck out"),
        ("<p>a <span class='x y'>b</span>", ".y{text-decoration:line-through}", ["a"], "struck out"),
        ("<del><p>b</p></del><p>a", "", ["a"], "struck out"),
        ("<s><p>b</s> a</p>", "", ["a"], "struck out"),
        ("<p>old<s> words here </s>new", "", ["old new"], "struck out"),
        ("<p>a<p hidden>b", "", ["a"], "hidden"),
        ("<p>a<p style='DISPLAY : None !important'>b", "", ["a"], "hidden"),
        ("<p>a<b style='visibility:hidden'>b</b>", "", ["a"], "hidden"),
        ("<p>a<div style='visibility:hidden'>b<i style='visibility:visible'>c</i></div>", "", ["a", "c"], "hidden"),
        ("<p>a<span class=sr-only>b</span><i hidden>c</i>", "", ["a"], "hidden"),
        ("<p>a<p class=x>b", "/* .a{} */ p.x, #z { display: none }", ["a"], "hidden"),
        ("<p>a<template><p>b</template><noscript><p>c</p></noscript><dialog>d</dialog>", "", ["a"], "hidden"),
        ("<p aria-hidden=true>a<dialog open>b</dialog>", "", ["a", "b"], ""),
        ("<div>a<template shadowrootmode=open><p>b</template></div>", "", ["a", "b"], ""),
        ("<p class=x>a", "@media print { .x { display: none } }", ["a"], ""),
        ("<p class=x>a", ".js .x { display: none } .x{display:none} .x { display: block }", ["a"], ""),
        ("<p class=x style='display:block'>a", ".x { display: none }", ["a"], ""),
        ("<script>b</script><style>c</style><p>a", "", ["a"], ""),
    ],
)
def test_what_readers_do_not_see_or_see_struck_out_is_set_apart(
    page: str, style: str, expected: list[str], reason: str
) -> None:
    found = read_blocks(parse(page), sheet([style]))
    assert [block.words for block in found.blocks] == expected
    assert {why for why, _ in found.unseen} == ({reason} if reason else set())


def test_blocks_know_their_kind_their_links_and_their_elements() -> None:
    page = "<div><h2>Head</h2><figure><figcaption>Cap</figcaption><p>In</p></figure><p>a <a href=x>bc</a></p></div>"
    root = parse(page)
    found = read_blocks(root, {})
    assert [(block.kind, block.words, block.linked, block.framed) for block in found.blocks] == [
        ("h2", "Head", 0, False), ("caption", "Cap", 0, True), ("p", "In", 0, True), ("p", "a bc", 2, False),
    ]  # fmt: skip
    spans = {element.tag: span for element, span in found.spans.items()}
    assert spans["figure"] == (1, 3)
    assert spans["div"] == spans["html"] == (0, 4)


@pytest.mark.parametrize(
    "torn",
    [
        "<p>x",
        "<div>x",
        "<q>x",
        "<b><i>x",
        "a<x-y>",
        "<br>",
        "<s>x<p>",
        "<pre>x\n",
        "<td>x",
        "<q><p>x",
        "<p hidden>x",
        "<q><p>",
        "<x-y>x</x-y>",
    ],
)
def test_torn_pages_take_time_in_step_with_their_length(torn: str) -> None:
    assert grows_linearly(lambda size: read_blocks(parse(torn * size), {}), 160)
