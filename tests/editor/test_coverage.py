from __future__ import annotations

import pytest

from site_builder.editor.coverage import coverage
from tests.projects import ARTICLE, edited, minimal, records
from tests.world.projects import project


@pytest.mark.parametrize(
    ("speech", "cited", "missing"),
    [
        ("", 1, ["That is not so"]),
        ("“Yes, yes,” he said. ", 1, ["That is not so"]),
        ("“We will see it,” he said. ", 1, ["We will see it", "That is not so"]),
    ],
)
def test_speech_that_no_claim_rests_on(speech: str, cited: int, missing: list[str]) -> None:
    project = edited(minimal(), ARTICLE, "“That is", f"{speech}“That is")
    (article,) = coverage(records(project))
    assert [words for _, words in article.uncited] == missing
    assert article.total - len(article.uncited) == cited


@pytest.mark.parametrize(
    ("text", "language", "speech"),
    [
        ("‘The roads are old,’ she said.", "en", ["The roads are old"]),
        (
            "“The roads are old.\n\n“The bridges are new,” she said.",
            "en",
            ["The roads are old.", "The bridges are new"],
        ),
        ("— Дороги у нас старые, — сказала она.", "ru", ["Дороги у нас старые"]),
        ("– Drogi są stare – powiedziała.", "pl", ["Drogi są stare"]),
        ("Hon sade: ”Vägarna är gamla”.", "sv", ["Vägarna är gamla"]),
        ("大臣は「道路は安全だ」と述べた。", "ja", ["道路は安全だ"]),
        ("大臣は「道路」と述べた。", "ja", []),
        ("She called it ‘a mess’.", "en", []),
    ],
)
def test_what_newspapers_print_as_speech(text: str, language: str, speech: list[str]) -> None:
    article = next(found for found in coverage(records(project(text, language=language))) if found.article == "world")
    assert [words for _, words in article.uncited] == speech
    assert article.total == len(speech)


def test_a_mark_without_a_partner_is_told() -> None:
    text = "It rained.\n\nShe called it “a mess and left.\n\nBob said nothing at all."
    article = next(found for found in coverage(records(project(text))) if found.article == "world")
    assert (article.total, article.alone) == (0, (8,))
