"""What becomes of wrong answers, to the end: each is told of, and nothing is written that the check refuses."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder.editor.answers import TRIES
from site_builder.editor.ask import new_record
from site_builder.errors import EnvironmentProblem
from tests.projects import MINIMAL

RIGHT: Mapping[str, Mapping[str, str]] = {
    "claim": {
        "id of the actor who": "ann",
        "the claim": "S.",
        "the words": "The roads, he added, are icy",
        "id of the article": "daily-2020-05-03",
        "id, its": "ann-s",
        "when it": "2020-05-02",
        "verdict (": "disputed",
        "the verdict's": "R.",
        "topics": "",
        "about": "",
        "accuses": "",
        "day of": "2020-06-01",
        "speech": "",
    },
    "actor": {"name": "Cy Cole", "id, its": "cy-cole", "kind": "", "role": "", "country": ""},
    "article": {
        "publisher": "The Paper",
        "when it": "2020-05-05",
        "headline": "T",
        "id, its": "paper-1",
        "kind of": "other",
        "url": "",
        "language": "",
    },
}
"""The right answer to each question."""

LONG = "x" * 10_001

WRONG = [
    ("claim", "id of the actor who", "nobody", 'there is no actor "nobody"'),
    ("claim", "the claim", LONG, "more than 10,000"),
    ("claim", "the words", "words that nobody said", "no article has these words"),
    ("claim", "id of the article", "nowhere", 'there is no article "nowhere"'),
    ("claim", "id, its", "Roads!", '"Roads!" is not a valid id; write roads'),
    ("claim", "id, its", "roads-are-safe", 'the id "roads-are-safe" is already taken'),
    ("claim", "when it", "yesterday", '"yesterday" is not a date'),
    ("claim", "verdict (", "fasle", 'there is no verdict "fasle"'),
    ("claim", "the verdict's", LONG, "more than 10,000"),
    ("actor", "name", LONG, "more than 10,000"),
    ("actor", "id, its", "Cy Cole", '"Cy Cole" is not a valid id; write cy-cole'),
    ("actor", "id, its", "ann", 'the id "ann" is already taken, by Ann Able'),
    ("article", "publisher", LONG, "more than 10,000"),
    ("article", "when it", "yesterday", '"yesterday" is not a date'),
    ("article", "headline", LONG, "more than 10,000"),
    ("article", "kind of", "blog", "write independent, state, agency, official or other"),
]


class Desk:
    """Somebody who answers all questions right, but one of them wrong so many times."""

    def __init__(self, kind: str, question: str, wrong: str, times: int) -> None:
        self.right, self.question, self.wrong, self.times = RIGHT[kind], question, wrong, times
        self.asked: list[str] = []
        self.told: list[str] = []

    def ask(self, question: str, default: str) -> str:
        self.asked.append(question)
        last = question.rpartition("\n")[2]
        if last.startswith(self.question) and self.times:
            self.times -= 1
            return self.wrong
        return self.right[next(filter(last.startswith, self.right))] or default


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def content(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "question", "wrong", "problem"), WRONG, ids=[f"{row[1]}{row[2][:20]}" for row in WRONG]
)
def test_a_wrong_answer_is_told_the_third_time_too(
    kind: str, question: str, wrong: str, problem: str, project: Path
) -> None:
    desk = Desk(kind, question, wrong, TRIES)
    added = new_record(project, kind, {}, desk.ask, tell=desk.told.append)
    (told,) = desk.told
    assert problem in told
    assert told.endswith("the answer stays for now; nothing is written before the whole record is right")
    assert len([one for one in desk.asked if problem in one]) >= TRIES - 1
    assert added.path
    assert added.report.ok


@pytest.mark.parametrize(
    ("kind", "question", "wrong", "problem"), WRONG, ids=[f"{row[1]}{row[2][:20]}" for row in WRONG]
)
def test_who_never_gives_the_right_answer_gets_a_reason_and_no_record(
    kind: str, question: str, wrong: str, problem: str, project: Path
) -> None:
    before = content(project)
    desk = Desk(kind, question, wrong, 1000)
    kept: list[Mapping[str, str]] = []
    added = new_record(project, kind, {"draft": kind == "claim"}, desk.ask, kept.append, desk.told.append)
    assert added.path is None
    assert not added.report.ok
    assert desk.told
    assert all(problem in told for told in desk.told)
    assert len(kept) == 1
    assert content(project) == before
    assert len(desk.asked) < 1000 - desk.times + 20


@pytest.mark.parametrize(
    ("id_", "problem"), [("Paper", "is not a valid id; write paper"), ("daily-2020-05-03", "already exists")]
)
def test_the_id_of_an_article_names_its_file_and_is_right_or_nothing(id_: str, problem: str, project: Path) -> None:
    before = content(project)
    desk = Desk("article", "id, its", id_, 1000)
    with pytest.raises(EnvironmentProblem):
        new_record(project, "article", {}, desk.ask, tell=desk.told.append)
    assert problem in desk.told[0]
    assert content(project) == before


@pytest.mark.parametrize(
    ("kind", "flags", "question", "problem"),
    [
        ("actor", {"actor-kind": "robot"}, "kind", "write person, organisation, state or group"),
        ("actor", {"country": "Belarus"}, "country", "is not a country code"),
        ("actor", {"role": "a\x1bb"}, "role", "U+001B"),
        ("article", {"language": "German"}, "language", "is not a language code"),
        ("article", {"url": "daily.example"}, "url", "is not a web address"),
        ("claim", {"topics": "rods"}, "topics", 'there is no topic "rods"'),
        ("claim", {"speech": "loud"}, "speech", "write direct or reported"),
        ("claim", {"published": "soon"}, "day of", '"soon" is not a date'),
    ],
)
def test_a_wrong_option_is_asked_about_and_never_dropped_without_a_word(
    kind: str, flags: dict[str, str], question: str, problem: str, project: Path
) -> None:
    desk = Desk(kind, question, "", 0)
    assert new_record(project, kind, flags, desk.ask).path
    (again,) = [one for one in desk.asked if "\n" in one]
    assert problem in again
    assert again.rpartition("\n")[2].startswith(question)


def test_other_words_are_looked_for_in_every_article_again(project: Path) -> None:
    articles = project / "content/articles"
    other = "---\ntitle: T\npublisher: P\npublished: 2020-05-04\n---\nWe won there. We won here.\n"
    (articles / "other.md").write_text(other)
    quotes = ["nothing like it"] * TRIES + ["We won"]

    def ask(question: str, default: str) -> str:
        last = question.rpartition("\n")[2]
        if last == "which":
            return "2"
        if last.startswith("the words"):
            return quotes.pop(0)
        right = {**RIGHT["claim"]}
        if "not in daily" in question:
            right["id of the article"] = "other"
        return right[next(filter(last.startswith, right))] or default

    assert new_record(project, "claim", {}, ask).path
    text = (project / "claims.yaml").read_text()
    assert "      - article: other\n        quote: We won\n" in text
    assert "suffix: here" in text or "prefix: there" in text
