from __future__ import annotations

import pytest

from site_builder.load.files import Project
from tests.link.test_site import with_second
from tests.projects import changed, checked, codes, edited, minimal

CONFIRMED = "  - {id: confirmed, label: Confirmed, definition: Another source bears it out., tone: positive}\ntopics:"


def found(project: Project) -> list[str]:
    return [item.message for item in checked(project).report.diagnostics]


def requiring(*bases: str, project: Project | None = None) -> Project:
    return edited(project or minimal(), "content/site.yaml", "value: 3", f"requires: [{', '.join(bases)}]")


def passage(role: str, quote: str = "That is not so", more: str = "") -> str:
    return f"speech: direct\n      - article: daily-2020-05-03\n        quote: {quote}\n        role: {role}\n{more}"


def with_passage(text: str, project: Project | None = None) -> Project:
    return edited(project or minimal(), "claims.yaml", "speech: direct\n", text)


# ------------------------------------------------------------------ what a verdict requires


def test_a_published_claim_has_what_its_verdict_requires() -> None:
    assert codes(checked(requiring("denial"))) == ["verdict-without-basis"]
    assert codes(checked(requiring("evidence"))) == ["verdict-without-basis"]
    assert codes(checked(requiring("evidence", "denial"))) == ["verdict-without-basis"] * 2
    assert found(with_passage(passage("denial"), requiring("denial"))) == []
    assert found(with_passage(passage("evidence"), requiring("evidence"))) == []
    assert codes(checked(with_passage(passage("context"), requiring("denial")))) == ["verdict-without-basis"]


@pytest.mark.parametrize(("kind", "sound"), [("denies", True), ("contradicts", True), ("differs", False)])
def test_a_claim_that_denies_it_is_a_denial(kind: str, sound: bool) -> None:
    project = edited(with_second(), "claims.yaml", "kind: denies", f"kind: {kind}")
    assert (found(requiring("denial", project=project)) == []) == sound


def test_a_draft_and_a_withdrawn_claim_need_nothing_yet_or_any_more() -> None:
    for status in ("draft", "withdrawn\n    corrections: [{date: 2020-07-01, change: It was wrong.}]"):
        project = edited(
            requiring("denial"), "claims.yaml", "published: 2020", f"status: {status}\n    published: 2020"
        )
        assert found(project) == []


def test_a_draft_denies_nothing() -> None:
    assert codes(checked(requiring("denial", project=with_second("status: draft")))) == ["verdict-without-basis"]


# ------------------------------------------------------------------ support that is none


def confirmed(project: Project, text: str) -> Project:
    project = edited(project, "content/site.yaml", "topics:", CONFIRMED)
    return with_passage(text, edited(project, "claims.yaml", "verdict: disputed", "verdict: confirmed"))


def other_article(project: Project) -> Project:
    front = "---\ntitle: Roads again\npublisher: The Weekly\npublished: 2020-05-04\n---\n"
    return changed(project, {"content/articles/weekly.md": f"{front}The roads are safe, says a driver.\n".encode()})


def elsewhere(more: str = "") -> str:
    return (
        "speech: direct\n      - article: weekly\n        quote: The roads are safe, says a driver\n"
        f"        role: evidence\n{more}"
    )


def test_evidence_from_another_outlet_or_another_speaker_is_support() -> None:
    assert found(confirmed(other_article(minimal()), elsewhere())) == []
    assert found(confirmed(minimal(), passage("evidence", more="        speaker: bob\n"))) == []


def test_evidence_from_the_speaker_or_the_reporting_article_is_none() -> None:
    assert found(confirmed(minimal(), passage("evidence"))) == [
        "the only evidence is from the article that reports the claim"
    ]
    assert found(confirmed(other_article(minimal()), elsewhere("        speaker: ann\n"))) == [
        'the only evidence is from the claim\'s own source, "ann"'
    ]


def test_a_bundle_is_not_borne_out_by_its_member() -> None:
    bundle = "  both:\n    name: Both\n    kind: group\n    members: [ann, bob]\nclaims:\n"
    project = edited(other_article(minimal()), "claims.yaml", "claims:\n", bundle)
    project = confirmed(project, elsewhere("        speaker: both\n"))
    assert found(project) == ['the only evidence is from the claim\'s own source, "both"']


def test_an_outlet_is_not_borne_out_by_itself() -> None:
    project = edited(other_article(minimal()), "claims.yaml", "name: Ann Able", "name: The Weekly")
    assert found(confirmed(project, elsewhere())) == ['the only evidence is from the claim\'s own source, "ann"']


def test_one_piece_of_evidence_from_elsewhere_is_enough() -> None:
    both = passage("evidence", more="      - article: weekly\n        quote: says a driver\n        role: evidence\n")
    assert found(confirmed(other_article(minimal()), both)) == []


def test_support_by_a_claim_that_is_not_borne_out() -> None:
    project = edited(with_second(), "claims.yaml", "kind: denies", "kind: supports")
    project = confirmed(other_article(project), elsewhere())
    assert found(project) == ['"roads-are-old" supports it, a claim that is itself rated Disputed']
    borne_out = edited(project, "claims.yaml", "verdict: disputed", "verdict: confirmed")
    assert codes(checked(borne_out)) == []


def test_evidence_that_is_a_claim_that_is_not_borne_out() -> None:
    project = edited(with_second(), "claims.yaml", "kind: denies", "kind: resembles")
    project = confirmed(project, passage("evidence", "the roads are old", "        speaker: bob\n"))
    assert found(project) == ['this evidence is the claim "roads-are-old", which is itself rated Disputed']


# ------------------------------------------------------------------ relations


@pytest.mark.parametrize("kind", ["contradicts", "supports", "differs"])
def test_a_pair_is_filed_in_one_way(kind: str) -> None:
    relation = f"relations: [{{claim: roads-are-old, kind: {kind}}}]\n    published: 2020-06-01"
    project = edited(with_second(), "claims.yaml", "published: 2020-06-01", relation)
    assert found(project) == [
        '"roads-are-old" denies "roads-are-safe" here, but another relation says something else',
    ]


def test_the_same_kind_from_both_sides_is_no_conflict() -> None:
    relation = "relations: [{claim: roads-are-old, kind: denies}]\n    published: 2020-06-01"
    assert found(edited(with_second(), "claims.yaml", "published: 2020-06-01", relation)) == []
