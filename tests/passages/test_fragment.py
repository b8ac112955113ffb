"""Text fragments, followed by an implementation of the standard's matching of its own."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.passages.document import Document
from site_builder.passages.fragment import text_directive
from tests.passages.documents import document
from tests.passages.test_property import DOCUMENTS


def followed(text: str, directive: str) -> tuple[int, int] | None:
    """Where ``directive`` leads in ``text``: the first start, and the first end behind it; whole words, any case."""
    parts = [unquote(part) for part in directive.split(",")]
    assert all("-" not in part and "&" not in part for part in directive.split(","))
    folded = text.lower()
    assert len(folded) == len(text)

    def find(term: str, since: int) -> tuple[int, int] | None:
        wanted = re.sub(r"\s+", " ", term.lower())
        flat = re.sub(r"\s", " ", folded)
        at = flat.find(wanted, since)
        while at >= 0:
            before, after = flat[at - 1 : at], flat[at + len(wanted) : at + len(wanted) + 1]
            if not (re.match(r"\w", before) or re.match(r"\w", after)):
                return at, at + len(wanted)
            at = flat.find(wanted, at + 1)
        return None

    first = find(parts[0], 0)
    if first is None or len(parts) == 1:
        return first
    last = find(parts[1], first[1])
    return (first[0], last[1]) if last else None


@pytest.mark.parametrize(
    ("text", "passage", "directive"),
    [
        ("He said “the roads are safe” again.", "“the roads are safe”", "the%20roads%20are%20safe"),
        ("A well-known, & true thing.", "well-known, & true", "well%2Dknown%2C%20%26%20true"),
        ("One two three. One two three four.", "One two three", "One%20two%20three"),
        ("no no", "no", "no"),
    ],
)
def test_short_passages_are_named_whole(text: str, passage: str, directive: str) -> None:
    made = document(text + "\n")
    start = made.text.index(passage)
    assert text_directive(made, (start, start + len(passage))) == directive


def test_what_stands_there_twice_is_not_named_by_the_second() -> None:
    made = document("One two three. One two three.\n")
    second = made.text.rindex("One")
    assert text_directive(made, (second, second + 13)) is None


def test_a_passage_over_paragraphs_has_a_start_and_an_end() -> None:
    made = document("Alpha beta gamma delta epsilon zeta.\n\nEta theta iota kappa lambda mu nu xi omikron.\n")
    directive = text_directive(made, (0, len(made.text)))
    assert directive == "Alpha%20beta%20gamma,nu%20xi%20omikron"


@st.composite
def passages(draw: st.DrawFn) -> tuple[Document, int, int]:
    made = draw(st.sampled_from(DOCUMENTS))
    start = draw(st.integers(0, len(made.text) - 1))
    return made, start, draw(st.integers(start + 1, min(start + 400, len(made.text))))


@settings(max_examples=500, deadline=None)
@given(passages())
def test_where_there_is_a_directive_it_leads_to_the_passage(case: tuple[Document, int, int]) -> None:
    made, start, end = case
    # Passages are whole words: what the record format asks of quotations.
    while start > 0 and made.text[start - 1].isalnum():
        start -= 1
    while end < len(made.text) and made.text[end].isalnum():
        end += 1
    directive = text_directive(made, (start, end))
    if directive is None:
        return
    found = followed(made.text, directive)
    assert found is not None
    assert start <= found[0] < found[1] <= end
    assert not re.search(r"\w", made.text[start : found[0]] + made.text[found[1] : end])


def test_nearly_every_passage_of_the_shipped_site_has_one() -> None:
    from site_builder.link.site import link
    from site_builder.load.files import read_project
    from site_builder.load.records import load
    from tests.projects import ROOT

    site, _ = link(load(read_project(ROOT))[0])
    assert site is not None
    made = [
        text_directive(site.articles[passage.article].document, (passage.parts[0][0], passage.parts[-1][1]))
        for claim in site.claims.values()
        for passage in claim.passages
    ]
    assert sum(directive is not None for directive in made) >= 0.9 * len(made)
