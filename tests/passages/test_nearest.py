from __future__ import annotations

import re

import pytest

from site_builder.passages.nearest import nearest
from tests.passages.documents import document
from tests.passages.test_property import DOCUMENTS

ARTICLE = document(
    "It rained. The president said: “we will never bow to pressure from abroad”, and left.\n\nİstanbul was calm.\n"
)


@pytest.mark.parametrize(
    ("quote", "passage", "differing"),
    [
        ("we will not bow to pressure from abroad", "we will never bow to pressure from abroad", ["never"]),
        ("we shall never bow to the pressure", "we will never bow to pressure", ["will"]),
        ("WE WILL NEVER BOW", "we will never bow", ["we", "will", "never", "bow"]),
    ],
)
def test_the_nearest_passage_in_whole_words(quote: str, passage: str, differing: list[str]) -> None:
    near = nearest(ARTICLE, quote)
    assert near is not None
    assert ARTICLE.text[slice(*near.place)] == passage
    assert [ARTICLE.text[slice(*place)] for place in near.differing] == differing


def test_words_that_the_passage_lacks() -> None:
    near = nearest(ARTICLE, "never ever bow to pressure")
    assert near is not None
    assert near.missing == ("ever",)


@pytest.mark.parametrize("quote", ["", "zebras xylophone quickly jumping", "…"])
def test_nothing_similar(quote: str) -> None:
    assert nearest(ARTICLE, quote) is None


def words(text: str, quote: str) -> str:
    near = nearest(document(text + "\n"), quote)
    assert near is not None
    return document(text + "\n").text[slice(*near.place)]


@pytest.mark.parametrize(
    ("text", "quote", "passage"),
    [
        (
            "He said it's not ours, the information is coming from Russia, again.",
            "it's not ours, information is coming from Russia",
            "it's not ours, the information is coming from Russia",
        ),
        (
            "Peskov: Russia isn't meddling, and it isn't going to meddle in this.",
            "isn't meddling, and isn't going to meddle",
            "isn't meddling, and it isn't going to meddle",
        ),
        (
            "Russia has interfered in Belarus elections in the past, said he.",
            "interfered in Belarus elections in past",
            "interfered in Belarus elections in the past",
        ),
        ("Today he says that he is fine and well.", "he says he is fine", "he says that he is fine"),
        (
            "We never said that they would attack us first of all.",
            "We said that they would attack us first",
            "We never said that they would attack us first",
        ),
        ("In May he won the most votes in the city.", "won most votes in the city", "won the most votes in the city"),
        (
            "On it: “The Kremlin flatly denied it to allies.” So it is.",
            "Kremlin flatly denied it to the allies.",
            "Kremlin flatly denied it to allies.",
        ),
    ],
)
def test_a_word_that_was_left_out_pushes_none_out(text: str, quote: str, passage: str) -> None:
    assert words(text, quote) == passage


def test_one_word_less_in_the_shipped_articles_is_found_whole() -> None:
    tried = right = 0
    for made in DOCUMENTS[:-1]:
        for sentence in re.findall(r"[A-Z][^.“”\n]{60,160}(?=\.)", made.text):
            for match in re.finditer(r" (?:a|an|the)(?= )", sentence):
                near = nearest(made, sentence[: match.start()] + sentence[match.end() :])
                tried += 1
                right += near is not None and made.text[slice(*near.place)] == sentence
    assert tried > 50
    assert right == tried


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("“bridges are old”", "bridges are old"),
        ("'Bridges are old'", "bridges are old"),
        ("… bridges are old …", "bridges are old"),
        ("– bridges are old!", "bridges are old"),
        ("bridgesare old and narrow", "bridges are old and narrow"),
        ("old and narrow there indeed", "old and narrow there"),
        ("Yes bridges are old and narrow", "bridges are old and narrow"),
        ("bxidges are old and narrow", "bridges are old and narrow"),
        ("old and narrow thxre", "old and narrow there"),
    ],
)
def test_a_slip_at_an_edge_takes_no_word_and_adds_none(quote: str, passage: str) -> None:
    assert words("He said that bridges are old and narrow there, and went.", quote) == passage
