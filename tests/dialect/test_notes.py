from __future__ import annotations

from tests.dialect.articles import markup, words


def test_a_sign_leads_to_its_note_and_back() -> None:
    html = markup("One[^a] two[^b] three[^a].\n\n[^b]: B *x*\n  more\n[^a]: A\n")
    assert '<a href="#fn1" id="fnref1">[1]</a>' in html
    assert '<a href="#fn1" id="fnref1:1">[1:1]</a>' in html
    assert html.index('<li id="fn1"') < html.index('<li id="fn2"')
    assert html.count("footnote-backref") == 3
    assert words("One[^a] two[^b].\n\n[^b]: B *x*\n  more\n[^a]: A\n") == ["One two.", "AB x\nmore"]


def test_a_sign_without_a_note_and_a_note_without_a_sign_are_text() -> None:
    assert words("One[^1].\n\n[^2]: Two.\n") == ["One[^1].", "[^2]: Two."]
    assert words("One\\[^1].\n\n[^1]: Two.\n") == ["One[^1].", "[^1]: Two."]


def test_a_second_note_of_one_label_is_text() -> None:
    assert words("x[^1]\n\n[^1]: a\n\n[^1]: b\n") == ["x", "[^1]: b", "a"]


def test_notes_may_lead_to_notes() -> None:
    html = markup("x[^1]\n\n[^1]: a[^2]\n[^2]: b[^1]\n")
    assert html.count("footnote-item") == 2


def test_a_note_whose_sign_is_code_is_shown() -> None:
    assert words("`[^1]` x\n\n[^1]: a\n") == ["[^1] x", "a"]
