from __future__ import annotations

import pytest

from tests.projects import ARTICLE, checked, codes, edited, minimal


@pytest.mark.parametrize(
    ("claim", "article", "code"),
    [
        ("2020-05-19", "2020-05-03", "date-order"),
        ("2020-05-05", "2020-05-03", "date-order"),
        ("2020-05-04", "2020-05-03", "date-doubt"),  # it is tomorrow elsewhere
        ("2020-05-03", "2020-05-03", None),
        ("2020-05", "2020-05-03", None),
        ("2020", "2020-05-03", None),
        ("2020-05-31", "2020-05", None),
        ("2020-06", "2020-05", "date-doubt"),
        ("2020-06-02", "2020-05", "date-order"),
        ("2021", "2020-05-03", "date-order"),
        ("2020-05-19~", "2020-05-03", "date-doubt"),
        ("2020-05-05~", "2020-05-03", None),
        ("2020-05-19?", "2020-05-03", "date-doubt"),
        ("2020-06~", "2020-05-03", None),
        ("2020-08~", "2020-05-03", "date-doubt"),
        ("2020-05-19", "2020-05-03~", "date-doubt"),
        ("2020-05-30", "2019~", None),
    ],
)
def test_a_claim_is_not_made_after_the_article_that_reports_it(claim: str, article: str, code: str | None) -> None:
    project = edited(minimal(), "claims.yaml", "published: 2020-06-01", "published: 2026-01-01")
    project = edited(project, "claims.yaml", "date: 2020-05-02", f"date: {claim}")
    project = edited(project, ARTICLE, "published: 2020-05-03", f"published: {article}")
    found = checked(project).report.diagnostics
    assert [fault.code for fault in found] == ([code] if code else [])
    assert all(fault.position == (11, 11) and fault.help for fault in found)


def test_only_the_passage_in_which_it_was_made_counts() -> None:
    project = edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: 2020-05-20")
    evidence = "speech: direct\n      - {article: daily-2020-05-03, quote: the roads are old, role: evidence}"
    project = edited(project, "claims.yaml", "speech: direct", evidence)
    assert codes(checked(project)) == ["date-order"]
    project = edited(project, "claims.yaml", "speech: direct", "role: denial")
    assert "date-order" not in codes(checked(project))


def test_one_wrong_date_is_one_fault() -> None:
    assert codes(checked(edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: 2022-05-02"))) == ["date-order"]


@pytest.mark.parametrize(
    ("copied", "code"),
    [("2020-05-03", None), ("2020-05-02", "date-doubt"), ("2020-05-01", "date-order"), ("2020", None),
     ("2019", "date-order"), ("2019~", None), ("2018~", "date-doubt"), ("2024-01-01", None)],
)  # fmt: skip
def test_a_copy_is_not_older_than_its_article(copied: str, code: str | None) -> None:
    archived = f"published: 2020-05-03\narchived: {{url: https://archive.example/1, date: {copied}}}"
    found = checked(edited(minimal(), ARTICLE, "published: 2020-05-03", archived)).report.diagnostics
    assert [(fault.code, fault.file) for fault in found] == ([(code, ARTICLE)] if code else [])


@pytest.mark.parametrize(
    ("dates", "faults"), [(("2020-06-01", "2020-06-01"), 0), (("2020-05-31",), 1), (("2020-07-02", "2020-07-01"), 1)]
)
def test_corrections_follow_the_publication_and_each_other(dates: tuple[str, ...], faults: int) -> None:
    items = ", ".join(f"{{date: {day}, change: So.}}" for day in dates)
    project = edited(
        minimal(), "claims.yaml", "published: 2020-06-01", f"published: 2020-06-01\n    corrections: [{items}]"
    )
    assert codes(checked(project)) == ["date-order"] * faults


def test_a_changed_article_is_asked_again() -> None:
    from site_builder.build import Options, build

    project = edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: 2020-05-03")
    first = build(project, options=Options(search=False))
    assert codes(first) == []
    changed = edited(project, ARTICLE, "published: 2020-05-03", "published: 2020-05-01")
    assert codes(build(changed, first.memo, Options(search=False))) == ["date-order"]
