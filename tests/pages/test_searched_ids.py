from __future__ import annotations

from site_builder.pages.plan import searched
from site_builder.pages.searched_ids import NONE, telling, usual_words
from tests.pages.test_lookup import lookup
from tests.pages.test_searched import fields


def test_a_word_that_many_ids_have_is_a_usual_one() -> None:
    words = ["roads", "roads", *"abcdefghijkl"]
    assert usual_words([f"fc-2026-{number}-{word}" for number, word in enumerate(words)]) == {"fc": True, "roads": True}
    assert usual_words(["fc-roads-1"]) == {}
    assert usual_words(["roads-and-roads", "bridges"]) == {}


def test_usual_words_and_figures_tell_nothing() -> None:
    assert telling("fc-2026-017-old-bridges", {"fc": True}) == "old bridges"
    assert telling("2026-17", NONE) == ""


def test_claims_are_found_without_the_usual_words_of_all_ids() -> None:
    found = {entry.url: fields(entry) for entry in searched(lookup())}
    assert [found[f"claims/roads-are-{word}/"].get("address") for word in ("safe", "old")] == ["safe", "old"]
