"""Readers find with our bundle what they find with Pagefind's own: asked through Pagefind's own script, in Node.

Addresses, order, scores, counts of filters, excerpts, sub-results and fields of each answer are compared.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.records import project
from site_builder.build import Options, build
from site_builder.load.files import read_project
from site_builder.output.searching.document import read
from site_builder.output.searching.index import index
from site_builder.search import SearchEntry, SearchSection
from tests.output.searching.entries import by_engine, raw
from tests.projects import ROOT, checked, codes, edited, minimal, written
from tests.scripts import answer

SCRIPT = ROOT / "tests" / "output" / "searching" / "queries.mjs"

NOUNS = "министр выборы граница протест санкция наблюдатель посол газета президент парламент ёлка съезд".split()
FORMS = "министра выборов границы протесты санкциями наблюдателям послу газетой парламенте ёлки съезда".split()
VERBS = "заявил опроверг обвинила сообщают признали требует объявлено отвергли подтвердил не-согласен".split()


def russian(count: int) -> list[SearchEntry]:
    """Pages in Russian."""
    draw = random.Random(7)

    def sentence(length: int) -> str:
        return " ".join(draw.choices([*NOUNS, *FORMS, *VERBS], k=length)).capitalize() + draw.choice(
            (".", "", "»", "!")
        )

    return [
        SearchEntry(
            url=f"claims/c{number}/",
            language="ru",
            title=sentence(7),
            sections=(
                SearchSection(
                    "reason",
                    f"{sentence(14)} {draw.choice(('Лукашэнка', 'Лукашенко', 'Łukaszenka', 'Tikhanovskaya'))}",
                    3,
                ),
                *(SearchSection(f"p-{part}", sentence(12), 6) for part in range(draw.randint(0, 3))),
            ),
            shown=(("by", draw.choice(VERBS)), ("date", f"{number % 28 + 1} мая 2020")),
        )
        for number in range(count)
    ]


def shipped() -> Sequence[SearchEntry]:
    return build(read_project(ROOT), options=Options(index=False)).entries


def generated() -> Sequence[SearchEntry]:
    return build(project(3000), options=Options(index=False)).entries


def queries(entries: Sequence[SearchEntry], count: int) -> list[tuple[str | None, dict[str, Any]]]:
    """What readers may ask: words, parts of words, phrases, several words."""
    draw = random.Random(count)
    texts = [read(entry).words for entry in entries]
    asked: list[tuple[str | None, dict[str, Any]]] = []
    for number in range(count):
        text = draw.choice(texts)
        start = draw.randrange(len(text))
        words = {
            0: text[start],
            1: text[start][: draw.randint(1, 5)],
            2: f'"{" ".join(text[start : start + draw.randint(1, 4)])}"',
            3: " ".join(draw.choices(text, k=3)),
            4: text[start].upper(),
            5: f"{text[start]} {draw.choice(draw.choice(texts))}",
        }[number % 6]
        asked.append((words, {}))
    return asked


def answers(folder: Path, files: dict[str, bytes], language: str, asked: object) -> list[dict[str, Any]]:
    """What Pagefind's script says to each query, with the bundle ``files``."""
    written(files, folder)
    result: list[dict[str, Any]] = answer(SCRIPT, [str(folder), language], asked)
    return result


SITES = {
    "shipped": (shipped, "en", 1400),
    "russian": (lambda: russian(400), "ru", 800),
    "generated": (generated, "en", 120),
}


@pytest.mark.parametrize("site", SITES)
def test_our_bundle_answers_as_the_engines_does(tmp_path: Path, site: str) -> None:
    make, language, count = SITES[site]
    entries = make()
    asked = queries(entries, count)
    made = index(entries)
    assert made.by_engine is None
    assert made.files == by_engine(entries)
    ours = answers(tmp_path / "ours", dict(made.files), language, asked)
    theirs = answers(tmp_path / "theirs", raw(entries), language, asked)
    assert ours == theirs
    found = [len(answer["found"]) for answer in ours]
    assert sum(map(bool, found)) > count * 2 // 3
    assert max(found) > 20
    assert any(part for answer in ours for page in answer["shown"] for part in page[3])


def test_a_site_in_a_language_without_spaces_says_what_search_cannot_find() -> None:
    def warned(language: str) -> bool:
        project = edited(minimal(), "content/site.yaml", "title: Minimal\n", f"title: Minimal\nlanguage: {language}\n")
        return "language-without-spaces" in codes(checked(project))

    assert [code for code in ("zh", "ja-JP", "TH", "km", "ko", "ru", "en-GB") if warned(code)] == [
        "zh",
        "ja-JP",
        "TH",
        "km",
    ]
