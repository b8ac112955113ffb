from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from site_builder.link.heads import heads
from site_builder.link.known import ClaimRecords
from site_builder.link.names import collect
from site_builder.link.shown import quoted_not_shown
from site_builder.load.files import Project
from site_builder.records import bounds
from site_builder.trace import Asker
from tests.link.test_site import with_second
from tests.projects import checked, codes, edited, minimal, records
from tests.test_growth import seconds


def saying(text: str, project: Project | None = None, key: str = "assessment") -> Project:
    if key == "assessment":
        lines = "".join(f"      {line}\n" for line in text.split("\n"))
        return edited(project or minimal(), "claims.yaml", "    passages:", f"    assessment: |\n{lines}    passages:")
    old = {"statement": "The roads are safe.", "summary": "Baker denies it, and no figures are given."}[key]
    return edited(project or minimal(), "claims.yaml", f"{key}: {old}", f"{key}: >-\n      {text}")


@pytest.mark.parametrize(
    "text",
    [
        "He calls them “safer than ever”.",
        'He calls them "safer than ever," no less.',
        "He calls them „safer than ever“ and «the roads».",
        "He calls them “*safer* than ever”.",
        "He calls them “Safer than ever”.",
        "He calls “the roads […] than ever” so.",
        "He calls “the [new] roads” so.",
        "“Minister on roads” is the headline.",
        "The verdict “Disputed” fits.",
        "Nothing is quoted; the minister's word isn't, either.",
        "It is said in “the\nroads are safer”.",
        "A 6' pole and a 5\" nail.",
        "– Roads are roads, said nobody.",
    ],
)
def test_what_the_page_shows_may_be_quoted(text: str) -> None:
    assert codes(checked(saying(text))) == []


@pytest.mark.parametrize("key", ["statement", "summary", "assessment"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He calls them “safest of all”.", "safest of all"),
        ('He calls them "safe".', "safe"),
        ("He calls them «safest».", "safest"),
        ("He says “the roads […] are worst”.", "the roads […] are worst"),
    ],
)
def test_what_it_shows_nowhere_may_not(key: str, text: str, words: str) -> None:
    (found,) = checked(saying(text, key=key)).report.diagnostics
    assert found.code == "quoted-not-shown"
    assert found.message == f"`{key}` quotes words that no passage on the page shows: {words}"
    assert found.span
    assert found.span.text == words


def test_words_of_a_related_claim_are_on_the_page() -> None:
    assert codes(checked(saying("Baker calls them “old”; “the roads are old”.", with_second()))) == []
    relation = "    relations:\n      - claim: roads-are-safe\n        kind: denies\n"
    unrelated = edited(with_second(), "claims.yaml", relation, "")
    assert codes(checked(saying("Baker: “the roads are old”.", unrelated))) == ["quoted-not-shown"]


def test_a_withdrawn_claim_shows_nothing_and_quotes_nothing() -> None:
    gone = "status: withdrawn\n    corrections: [{date: 2020-07-01, change: It was wrong.}]\n    published: 2020-06-01"
    project = edited(saying("He said “anything”."), "claims.yaml", "published: 2020-06-01", gone)
    assert codes(checked(project)) == []


@pytest.mark.parametrize("unit", ["](", "“[a ", "“a” b ", " ", "“miss” "], ids=repr)
def test_twice_the_text_is_twice_the_work(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "QUOTED", 1_000_000)

    def looking(size: int) -> Callable[[], object]:
        text = json.dumps(f"“a” {unit * size}", ensure_ascii=False)
        words = json.dumps("x y " * size)
        project = edited(minimal(), "claims.yaml", "    passages:", f"    assessment: {text}\n    passages:")
        project = edited(project, "claims.yaml", "        speech:", f"        translation: {words}\n        speech:")
        read = records(project)
        seen = heads(read)
        names = collect(seen)
        return lambda: quoted_not_shown(ClaimRecords.of(read.claims, Asker()), lambda: seen, names, Asker())

    assert seconds(looking(16_000 // len(unit))) < 12 * seconds(looking(4_000 // len(unit)))


def test_more_stretches_than_anybody_quotes_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "QUOTED", 3)
    assert codes(checked(saying("He said “the roads”. " * 3))) == []
    (found,) = checked(saying("He said “the roads”. " * 4)).report.diagnostics
    assert (found.code, found.message) == (
        "too-large",
        "`assessment` has 4 stretches between quotation marks, more than 3",
    )


def test_words_run_from_no_text_of_the_page_into_another() -> None:
    assert codes(checked(saying("He says “than ever Minister on roads”."))) == ["quoted-not-shown"]
