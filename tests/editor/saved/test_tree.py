from __future__ import annotations

import pytest

from site_builder.editor.saved.tree import Element, Run, parse
from tests.growth import grows_linearly


def shown(element: Element) -> str:
    """``element``'s children, written short."""
    parts = []
    for child in element.children:
        if isinstance(child, Run):
            around = "".join(f"{one.tag}:" for one in child.formatting)
            parts.append(around + child.text)
        else:
            parts.append(f"{child.tag}({shown(child)})" if child.children else child.tag)
    return " ".join(parts)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a<p>b", "p(a) p(b)"),
        ("<p>a<div>b</div>c", "p(a) div(b) c"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li(a) li(b ul(li(c))) li(d))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"),
        ("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a) td(b)) tr(th(c))) d"),
        ("<table><tbody><tr><td><p>a</table>b", "table(tbody(tr(td(p(a))))) b"),
        ("<p>a</div>b</p>c", "p(a b) c"),
        ("<span><div>a</span>b</div>c", "span(div(a b) c)"),
        ("<h2>a</h3>b", "h2(a) b"),
        ("<h2>a<h3>b", "h2(a) h3(b)"),
        ("<p><b>a<p>b</b>c", "p(b:a) p(b:b c)"),
        ("<s><p>a</s>b</p>c", "p(s:a b) c"),
        ("<i>a<table><td>b</i>c</td></table>d", "i:a table(td(b c)) i:d"),
        ("<a href=x>a<a href=y>b</a>c", "a:a a:b c"),
        ("<ruby>a<rp>(<rt>b<rp>)</ruby>c", "ruby(a rp(() rt(b) rp())) c"),
        ("<button>a<button>b", "button(a) button(b)"),
        ("<head><title>t</title><p>a", "head(title(t)) p(a)"),
        ("<head><meta>words", "head(meta) words"),
        ("<select><option>a<option>b</select>c", "select(option(a) option(b)) c"),
        ("a</br>b<br>c", "a br b br c"),
        ("<body>a</body>b</html>c", "body(a b c)"),
    ],
)
def test_elements_nest_as_in_browsers(page: str, expected: str) -> None:
    assert shown(parse(page)) == expected


def test_attributes_of_a_second_body_are_added() -> None:
    root = parse("<html lang=be><body class=a><p><html lang=ru dir=ltr><body id=b class=c>")
    body = root.children[0]
    assert isinstance(body, Element)
    assert (root.attrs, body.attrs) == ({"lang": "be", "dir": "ltr"}, {"class": "a", "id": "b"})


@pytest.mark.parametrize(
    "torn",
    ["<p>x", "<div>x", "<b><i>", "</b>", "<li>x", "<table><td>", "<td>x", "<ruby><rt>", "<s><p>", "<x-y>", "</div>", "<p></div>",
     "<b>x</i>", "<select><option>", "<h2>x", "<dl><dd>"],
)  # fmt: skip
def test_unclosed_elements_take_time_in_step_with_their_number(torn: str) -> None:
    assert grows_linearly(lambda size: parse(torn * size), 80)


def test_formatting_that_is_never_closed_is_bounded() -> None:
    for page, most in (("<b>" * 1000 + "x", 3), ("".join(f"<font size={n}>" for n in range(1000)) + "x", 64)):
        last = parse(page).children[-1]
        assert isinstance(last, Run)
        assert len(last.formatting) == most
