from __future__ import annotations

import re
from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any

import pytest

from site_builder.passages import likely
from site_builder.passages import nearest as module
from site_builder.passages.alike import FEW, SPARE, TIMES
from site_builder.passages.likely import MOST_STRETCHES, SHORT, STEP, Index
from site_builder.passages.nearest import MOST, beginning, limits, nearest
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


@pytest.mark.parametrize(
    ("quote", "cut"),
    [
        ("word " * 1000, "word " * 200),
        ("a" * 5000, "a" * 1000),
        ("somewhat " * 300, "somewhat " * 111),
        (", " * 900, ", " * 200),
        ("word " * 200, ""),
        ("a" * 1000, ""),
    ],
)
def test_of_a_long_quotation_the_beginning_is_compared(quote: str, cut: str) -> None:
    assert beginning(quote) == cut.strip()


def test_what_was_not_looked_at_is_told() -> None:
    short, long = document("The roads are safe.\n"), document("The roads are safe.\n" * 10_000)
    assert limits(short, "roads") == ""
    assert limits(short, "road " * 1000) == "only the first 999 characters of the quotation were compared"
    assert limits(long, "roads") == "in such a long article only the parts that share words with it were compared"


def test_in_a_long_text_the_passage_is_found_too() -> None:
    text = "He said this and that of the weather. " * 5000
    made = document(f"{text}Zebras quietly crossed the frozen estuary. {text}\n")
    assert len(made.normal.text) > SHORT
    near = nearest(made, "zebras quietly crossed a frozen estuary")
    assert near is not None
    assert made.text[slice(*near.place)] == "Zebras quietly crossed the frozen estuary"
    assert nearest(made, "zebras quietly crossed a frozen estuary", without=near.place) is None


HARD: dict[str, Callable[[int], tuple[str, str]]] = {
    "repeated": lambda n: ("word " * n + "x", "word " * 2 * n),
    "one word": lambda n: ("a" * n + "x", "a" * 2 * n),
    "hyphens": lambda n: ("a-" * n + "b", "a-" * 2 * n),
    "two words": lambda n: ("a b " * n, "a " * 4 * n),
    "each another": lambda n: (" ".join(f"v{i}" for i in range(n)), " ".join(f"w{i}" for i in range(2 * n))),
    "every seventh": lambda n: (
        " ".join(f"w{i}" if i % 7 else "zz" for i in range(n)),
        " ".join(f"w{i}" for i in range(2 * n)),
    ),
    "other edges": lambda n: ("othr " * n + "same " * n + "othr " * n, ("same " * 9 + "q ") * n),
}


@pytest.mark.parametrize("pattern", HARD)
def test_what_is_compared_does_not_grow_with_quotation_or_article(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[int, int]] = []

    def counted(work: Callable[..., object]) -> Callable[..., object]:
        def call(*given: Any, **more: Any) -> object:
            one, other = given[-2:]
            compared.append((len(one), len(other)))
            return work(*given, **more)

        return call

    for name in ("alike.fuzz.partial_ratio_alignment", "alike.LCSseq.similarity", "nearest.SequenceMatcher"):
        whole = f"site_builder.passages.{name}"
        work: Callable[..., object] = resolve_name(whole)
        monkeypatch.setattr(whole, counted(work))
    for n in (10_000, 40_000):
        compared.clear()
        quote, text = HARD[pattern](n)
        nearest(document(text + "\n"), quote)
        assert all(one <= MOST for one, _ in compared)
        looked = MOST_STRETCHES * 2 * STEP + SHORT
        assert sum(other for _, other in compared) <= TIMES * looked + (2 * SPARE + 100) * (MOST + 400)
        assert len(compared) <= TIMES * looked // FEW + 2 * SPARE + 3 * MOST_STRETCHES + 4 * module.MOST_RUNS


def test_the_rest_of_a_text_of_some_length_is_compared_where_its_likely_parts_have_nothing() -> None:
    """Not one word of the quotation is right, so none leads to the passage."""
    sentence = "Ministers promised yesterday evening never again to close that narrow bridge before winter ends. " * 3
    filling = "He said this and that of the weather, of the roads, and of much else besides. " * 400
    made = document(f"{filling}{sentence}{filling}\n")
    assert module.MEDIUM < len(made.normal.text) < SHORT
    near = nearest(made, re.sub(r"\b(\w+)\b", r"\1q", sentence.strip()))
    assert near is not None
    assert made.text[slice(*near.place)].startswith("Ministers promised")


def test_a_long_text_is_indexed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of rows of a table may misquote many long articles in turn, and each near miss is looked for twice."""
    indexed: list[int] = []

    def counted(text: str) -> Index:
        indexed.append(len(text))
        return likely.indexed(text)

    monkeypatch.setattr("site_builder.passages.document.indexed", counted)
    texts = [document(f"Zebras crossed river {number}. " + "It was calm and cold. " * 5_000) for number in range(6)]
    for _ in range(3):
        for number, made in enumerate(texts):
            near = nearest(made, f"zebras crossed river {number}")
            assert near is not None
            assert near.place == (0, len("Zebras crossed river 1"))
            assert nearest(made, "zebras crossed river", without=near.place) is None
    assert len(indexed) == len(texts)
