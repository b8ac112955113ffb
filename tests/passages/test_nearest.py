from __future__ import annotations

import pytest

from site_builder.passages.nearest import nearest
from tests.passages.documents import document

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
