"""Any words of an article, however they are typed again, lead back to exactly themselves."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.passages.anchor import Ambiguous, Found, anchor
from site_builder.passages.context import Around
from site_builder.passages.document import Document, read_document
from tests.passages.documents import document
from tests.tries import examples

AWKWARD = document(
    "Żółć “naïve” — „Цитата“ п’ять e\u0301te\u0301… *em*phasis "
    "over\u00ad\u200bflow [link text](https://example.org/),\n"
    "soft line; עברית ‹x› 한국어 \u1112\u1161\u11ab 東京都 カタカナ ﬁ 😀 a-b–c.\n\n"
    "> “Quoted,” he said, ‘yes’.\n\n- one\n- two\u00a0three\n"
)


def corpus() -> list[Document]:
    records, _ = load(read_project(Path(__file__).resolve().parents[2]))
    return [read_document(text.body)[0] for _, text in records.articles]


DOCUMENTS = [*corpus(), AWKWARD]
RETYPED = {
    '"': ["“", "”", "„", "«", "»", '"'],
    "'": ["‘", "’", "ʼ", "'"],
    "-": ["–", "—", "‑", "−", "-"],
    " ": ["  ", "\u00a0", "\n", " \t ", "\u202f"],
}


@st.composite
def retyped_spans(draw: st.DrawFn) -> tuple[Document, int, int, str]:
    """A span of an article that is whole words, and the same words in another typography."""
    made = draw(st.sampled_from(DOCUMENTS))
    normal = made.normal
    start = draw(st.integers(0, len(normal.text) - 1))
    end = draw(st.integers(start + 1, min(start + 300, len(normal.text))))
    while start < end and (normal.text[start] == " " or not normal.is_whole(start, start)):
        start += 1
    while end > start and (normal.text[end - 1] == " " or not normal.is_whole(end, end)):
        end -= 1
    if start == end:
        return made, 0, 0, ""
    text = normal.text[start:end].replace("...", draw(st.sampled_from(["...", "…"])))
    letters = [draw(st.sampled_from(RETYPED[letter])) if letter in RETYPED else letter for letter in text]
    if draw(st.booleans()):
        letters = [unicodedata.normalize("NFD", letter) for letter in letters]
    if draw(st.booleans()):
        letters = [letter + draw(st.sampled_from(["", "\u00ad", "\u200b", "\ufeff"])) for letter in letters]
    return made, *normal.original(start, end), "".join(letters)


@examples(600)
@given(retyped_spans())
def test_retyped_words_anchor_to_themselves(case: tuple[Document, int, int, str]) -> None:
    made, start, end, quote = case
    if not quote:
        return
    result = anchor(made, quote)
    if isinstance(result, Ambiguous):
        assert (start, end) in result.places
        around = Around(made, result.places)
        before, after = around.prefix((start, end)), around.suffix((start, end))
        if before is None and after is None:
            return  # the same dozen words stand around each of them
        result = anchor(made, quote, before, None if before else after)
    assert isinstance(result, Found), result
    assert result.parts == ((start, end),)
    assert result.context_agrees


@examples(300)
@given(retyped_spans(), st.data())
def test_one_changed_letter_is_never_found_at_that_place(
    case: tuple[Document, int, int, str], data: st.DataObject
) -> None:
    made, start, end, quote = case
    letters = [index for index, letter in enumerate(quote) if letter.isascii() and letter.isalpha()]
    if not letters:
        return
    at = data.draw(st.sampled_from(letters))
    other = data.draw(st.sampled_from("abcxyzABCXYZ").filter(lambda letter: letter != quote[at]))
    result = anchor(made, quote[:at] + other + quote[at + 1 :])
    if isinstance(result, Found):
        assert result.parts != ((start, end),)


@pytest.mark.parametrize("made", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_every_paragraph_anchors_whole(made: Document) -> None:
    for block in made.blocks:
        words = made.text[block.start : block.end]
        if made.text.count(words) == 1 and words.strip():
            result = anchor(made, words)
            assert isinstance(result, Found)
            assert result.parts == ((block.start, block.end),)
