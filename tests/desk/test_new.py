from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.desk.new import Value, record, with_actor, with_claim
from site_builder.desk.saved import escape, read_saved
from site_builder.errors import EnvironmentProblem
from site_builder.passages.normal import normalise_quote
from tests.passages.documents import document
from tests.projects import changed, checked, codes, minimal

CLAIM: dict[str, Value] = {
    "id": "new-one",
    "actor": "bob",
    "statement": "Roads: #1 'and' \"two\"",
    "date": "2020-05-03~",
    "about": ["ann"],
    "topics": [],
    "verdict": "disputed",
    "summary": "no",
    "passages": [{"article": "daily-2020-05-03", "quote": "The roads, he added, are icy"}],
    "published": "2020-06-01",
}


def test_a_claim_comes_last_and_everything_else_stays() -> None:
    text = minimal().content["claims.yaml"].decode()
    made = with_claim(text, CLAIM)
    assert made.startswith(text)
    project = changed(minimal(), {"claims.yaml": made.encode()})
    assert codes(checked(project)) == []


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n",
        "claims:\n# none yet\n",
        "actors: {}\nclaims:\n  - id: a # first\n    note: |\n      block\n\n# the end\n",
        "claims:\n- id: a\n  b: c\n\nactors:\n  x:\n    name: X\n",
        "claims:\n    - id: a\n      passages:\n        - quote: >-\n            folded\n            text\n",
        "actors:\n  x:\n    name: X",
        "",
        "claims:\r\n  - id: a\r\n",
    ],
)
def test_comments_and_order_stay_whatever_the_layout(text: str) -> None:
    made = with_claim(text, {"id": "b", "statement": "S"})
    before, after = yaml.safe_load(text) or {}, yaml.safe_load(made)
    assert after["claims"] == [*(before.get("claims") or []), {"id": "b", "statement": "S"}]
    assert {k: v for k, v in after.items() if k != "claims"} == {k: v for k, v in before.items() if k != "claims"}
    kept = [line for line in text.splitlines() if line.strip()]
    assert [line for line in made.splitlines() if line in kept] == kept
    assert ("\r\n" in text) == ("\r\n" in made)


@pytest.mark.parametrize("text", ["claims: []\n", "claims: [{id: a}]\n", "claims: [\n", "actors: [\n"])
def test_what_cannot_be_added_to_is_said(text: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        with_claim(text, CLAIM)
    assert caught.value.remedy


def test_an_actor_comes_behind_the_actors() -> None:
    text = "actors:\n  ann:\n    name: Ann\nclaims:\n  - id: a\n"
    assert with_actor(text, "bob", {"name": "Bob", "role": ""}) == (
        "actors:\n  ann:\n    name: Ann\n  bob:\n    name: Bob\nclaims:\n  - id: a\n"
    )


@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c"]), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
    )
)
def test_a_record_reads_back(fields: dict[str, str]) -> None:
    read = yaml.load("\n".join(record(fields)), yaml.BaseLoader) or {}
    assert read == fields


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"]), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
def test_escaped_words_read_as_they_are(words: str) -> None:
    assert document(escape(words) + "\n").text == words


PAGE = """<!doctype html><html lang="be"><head><title>Site – Head</title>
<meta property="og:title" content="Head * line"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2020-05-05T10:00:00Z">
<link rel="canonical" href="https://example.org/a"><style>p { color: red }</style></head>
<body><nav><p>Menu</p></nav><article><h1>Head * line</h1><p>One &amp; <b>*two*</b> [x].<br>Next</p>
<figure><p>Caption</p></figure><h2>Sub</h2><ul><li>1. Three</li></ul><script>alert(1)</script></article>
<footer><p>Foot</p></footer></body></html>"""


def test_a_saved_page_gives_its_words_and_what_it_says_of_itself() -> None:
    saved = read_saved(PAGE)
    assert (saved.title, saved.publisher, saved.published) == ("Head * line", "The Paper", "2020-05-05")
    assert (saved.url, saved.language) == ("https://example.org/a", "be")
    assert saved.paragraphs == (("p", "One & *two* [x]."), ("p", "Next"), ("h", "Sub"), ("p", "1. Three"))
    assert normalise_quote(document(saved.markdown).text) == "One & *two* [x]. Next Sub 1. Three"


def test_signs_above_and_below_the_line_of_a_saved_page_stay_apart() -> None:
    page = "<html><p>10<sup>-6</sup> m<sup>2</sup> of H<sub>2</sub>O, x<sup>n</sup>, the 1<sup>st</sup><sup>[2]</sup>"
    assert read_saved(page).paragraphs == (("p", "10⁻⁶ m² of H₂O, xⁿ, the 1st[2]"),)


def test_no_word_of_a_saved_page_is_lost() -> None:
    page = """<html><header><p>Site</p></header><form><article><header><h1>Head</h1><p>By line.</p></header><p>One.</p>
    <h1>Another head</h1><p>Two.</p><h2>Section #</h2></article></form>"""
    saved = read_saved(page)
    assert saved.title == "Head"
    assert [words for _, words in saved.paragraphs] == ["By line.", "One.", "Another head", "Two.", "Section #"]
    assert document(saved.markdown).text.split("\n\n") == ["By line.", "One.", "Another head", "Two.", "Section #"]


def test_a_saved_text_is_its_paragraphs() -> None:
    saved = read_saved("One\nline.\n\n\n  Two # lines.\n")
    assert saved.paragraphs == (("p", "One line."), ("p", "Two # lines."))
    assert document(saved.markdown).text == "One line.\n\nTwo # lines."


@pytest.mark.parametrize(
    "page", ["<p>", "<!doctype html>", "<html><p>a</div></p>", "<p>a<article>b", "<article><p>x</article></article>"]
)
def test_a_broken_page_is_read_as_far_as_it_goes(page: str) -> None:
    read_saved(page)


def test_comments_that_close_a_record_stay_with_it() -> None:
    text = "actors:\n  ann:\n    name: Ann\n    # c1\n\n    # c2\n  # of the next\n# end\nclaims:\n"
    added = with_actor(text, "bob", {"name": "Bob"})
    assert added == text.replace("    # c2\n", "    # c2\n  bob:\n    name: Bob\n")


def test_an_address_without_a_host_is_none() -> None:
    page = "<html><link rel=canonical href=/a/b><meta property=og:url content=https://example.org/a/b><p>Words"
    assert read_saved(page).url == "https://example.org/a/b"
    assert read_saved("<html><link rel=canonical href=/a/b><p>Words").url == ""
