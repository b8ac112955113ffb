from __future__ import annotations

import pytest

from site_builder.editor.saved.phrases import is_correction, is_furniture


@pytest.mark.parametrize(
    "words",
    ["Advertisement", "ADVERTISEMENT:", "Share this article on Facebook", "Read more: the roads of the north", "12 comments",
     "Sign up for our newsletter", "© 2020 The Daily", "Читайте также: дороги", "Реклама", "Werbung", "Lire aussi : les routes",
     "Related stories", "Tags: roads, ice"],
)  # fmt: skip
def test_a_standing_phrase_is_furniture(words: str) -> None:
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    ["Advertisements said nothing of it.", "He likes to read more than others do.", "Share prices fell.", "Home is far away",
     "The roads are safer than ever.", "Top ministers resigned", "Read more: " + "x" * 240],
)  # fmt: skip
def test_a_sentence_is_not(words: str) -> None:
    assert not is_furniture(words)


@pytest.mark.parametrize(
    "words",
    ["Correction: an earlier version named another road.", "CORRECTIONS, 3 May: the road is the M3.",
     "This article was amended on 3 May 2020.", "A previous version of this story said otherwise.",
     "Editor’s note: the name was changed on request.", "Исправление: дорога другая, чем писали.", "[Berichtigung: Es war die M3.]"],
)  # fmt: skip
def test_a_publisher_s_correction_is_known(words: str) -> None:
    assert is_correction(words)
    assert not is_furniture(words)


@pytest.mark.parametrize(
    "words", ["Correction", "Corrections officers went on strike on Monday.", "The road was corrected."]
)
def test_other_words_are_none(words: str) -> None:
    assert not is_correction(words)
