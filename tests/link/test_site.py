from __future__ import annotations

import pytest

from site_builder.link.site import link
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.model import Site
from tests.projects import ARTICLE, changed, checked, codes, edited, minimal

SECOND = """\
  - id: roads-are-old
    actor: bob
    statement: The roads are old.
    date: 2020-05-02
    verdict: disputed
    summary: It is his word.
    passages:
      - article: daily-2020-05-03
        quote: the roads are old
    relations:
      - claim: roads-are-safe
        kind: denies
    {extra}
"""


def linked(project: Project) -> Site:
    records, faults = load(project)
    site, more = link(records)
    assert faults + more == []
    assert site is not None
    return site


def with_second(extra: str = "published: 2020-06-01") -> Project:
    project = minimal()
    return changed(project, {"claims.yaml": project.content["claims.yaml"] + SECOND.format(extra=extra).encode()})


def test_a_passage_is_published_in_the_articles_own_characters() -> None:
    passage = linked(minimal()).claims["roads-are-safe"].passages[0]
    assert passage.exact == ("the roads are safer than ever",)
    assert passage.speaker == "ann"  # by default who made the claim


def test_relations_need_both_ends_published() -> None:
    assert len(linked(with_second()).relations) == 1
    assert linked(with_second("status: draft")).relations == ()


def test_a_draft_is_checked_but_is_not_in_the_site() -> None:
    assert "roads-are-old" not in linked(with_second("status: draft")).claims
    project = edited(with_second("status: draft"), "claims.yaml", "the roads are old", "the roads are new")
    assert codes(checked(project)) == ["quote-not-found"]


def test_a_draft_may_lack_what_a_published_claim_needs() -> None:
    lacking = edited(
        with_second("status: draft"), "claims.yaml", "    verdict: disputed\n    summary: It is", "    # It is"
    )
    result = checked(lacking)
    assert codes(result) == ["draft-incomplete"]
    assert result.files is not None
    assert "claims/roads-are-old/index.html" not in result.files
    linking = edited(
        lacking, "claims.yaml", "    name: Bob Baker", "    name: Bob Baker\n    summary: '[[claim:roads-are-old]]'"
    )
    assert "unknown-link" in codes(checked(linking))  # it has no page
    address = edited(
        lacking,
        "claims.yaml",
        "    name: Bob Baker",
        "    name: Bob Baker\n    summary: '[it](/claims/roads-are-old/)'",
    )
    assert "unknown-link" in codes(checked(address))
    assert codes(checked(edited(lacking, "claims.yaml", "status: draft", "published: 2020-06-01"))) == ["missing-key"]


def test_anchors_are_made_of_the_words_alone() -> None:
    before = linked(with_second())
    article = minimal().content[ARTICLE].replace(b"Minister Ann", b"A new first sentence.\n\nMinister Ann")
    after = linked(changed(with_second(), {ARTICLE: article}))
    for id_ in before.claims:
        old, new = before.claims[id_].passages[0], after.claims[id_].passages[0]
        assert old.parts != new.parts
        assert old.anchor == new.anchor


def test_the_same_words_at_two_places_have_two_anchors() -> None:
    project = edited(minimal(), "claims.yaml", "quote: the roads are safer than ever", "quote: the roads are")
    project = edited(project, "claims.yaml", "speech: direct", 'prefix: "that “"')
    first = linked(project).claims["roads-are-safe"].passages[0]
    second = (
        linked(edited(project, "claims.yaml", 'prefix: "that “"', "prefix: and")).claims["roads-are-safe"].passages[0]
    )
    assert first.exact == second.exact
    assert first.anchor != second.anchor


def test_a_line_above_changes_no_value() -> None:
    text = b"# a comment\n\n" + minimal().content["claims.yaml"]
    assert linked(minimal()) == linked(changed(minimal(), {"claims.yaml": text}))


def test_policies_name_pages() -> None:
    assert linked(minimal()).policies.methodology == "method"


def test_rendered_prose_links_relatively() -> None:
    project = minimal()
    text = (
        project.content["claims.yaml"]
        + b"    assessment: See [[actor:bob]] and [[article:daily-2020-05-03|the Daily]].\n"
    )
    claim = linked(changed(project, {"claims.yaml": text})).claims["roads-are-safe"]
    assert claim.assessment == (
        '<p>See <a href="../../actors/bob/index.html">Bob Baker</a> and '
        '<a href="../../articles/daily-2020-05-03/index.html">the Daily</a>.</p>'
    )


def test_overlapping_places_have_ids_of_their_own() -> None:
    project = edited(minimal(), ARTICLE, "The roads", "“never, never, never,” he said. The roads")
    claims = project.content["claims.yaml"].decode()
    passages = (
        "      - {article: daily-2020-05-03, quote: 'never, never', suffix: ', never'}\n"
        "      - {article: daily-2020-05-03, quote: 'never, never', prefix: 'never,'}\n"
    )
    project = changed(project, {"claims.yaml": claims.replace("    published:", passages + "    published:").encode()})
    site, found = link(load(project)[0])
    assert found == []
    assert site is not None
    one, two = site.claims["roads-are-safe"].passages[1:]
    assert one.parts != two.parts
    assert one.anchor != two.anchor


FAULTY = b"""actors:
  ann: {name: Ann Able, role: Minister}
claims:
  - id: roads-are-safe
    actor: anne
    statement: The roads are safe.
    date: 2020-13-45
    about: [an]
    accuses: [Not An Id]
    topics: [road]
    verdict: untrue
    summary: Baker denies it.
    passages:
      - {article: daily-2020-05-04, quote: the roads are safer than ever}
      - {article: daily-2020-05-03, quote: the roads are worse than ever, speaker: bobby}
      - {article: daily-2020-05-03, quote: the roads are safer than ever, speech: loud}
      - nothing
    relations: [{claim: no-such, kind: denies}, x]
    published: 2020-06-01
    assessment: See [[actor:nobody]].
"""


def test_one_fault_hides_no_other() -> None:
    project = changed(minimal(), {"claims.yaml": FAULTY})
    found = [(d.position[0], d.code) for d in checked(project).report.diagnostics]
    assert found == [
        (5, "unknown-actor"),
        (7, "invalid-date"),
        (8, "unknown-actor"),
        (9, "invalid-id"),
        (10, "unknown-topic"),
        (11, "unknown-verdict"),
        (14, "unknown-article"),
        (15, "quote-not-found"),
        (15, "unknown-actor"),
        (16, "invalid-value"),
        (17, "wrong-type"),
        (18, "unknown-claim"),
        (18, "wrong-type"),
        (20, "unknown-link"),
    ]


@pytest.mark.parametrize(
    ("quote", "help_"),
    [
        ("on saturday that […] in the north", "on Saturday that […] in the north"),
        ("on Saturday that […] in teh north", "on Saturday that […] in the north"),
        ("on Saturday […] roads are safre […] in the north", "on Saturday […] roads are safer […] in the north"),
    ],
)
def test_help_keeps_what_is_left_out(quote: str, help_: str) -> None:
    project = edited(minimal(), "claims.yaml", "the roads are safer than ever\n        speech: direct", f"'{quote}'")
    (fault,) = checked(project).report.diagnostics
    assert fault.help == f'the article has: quote: "{help_}"'
