"""The shipped site, end to end: five articles, the claims that it must carry, and what it says in its own words."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.link.site import link
from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.model import Claim, Site
from site_builder.passages.normal import normalise_quote

ROOT = Path(__file__).resolve().parent.parent

CARRIED = {
    "moscow-times-2020-06-25": {
        "alexander-lukashenko": [
            "those who live in Poland and those who incite from Russia",
            "It's not ours, the information is coming from Russia",
            "there is interference from abroad into our elections, our domestic affairs",
            "had foiled a foreign plot to stage a popular uprising in Belarus",
            "They contribute from Poland and from Russia",
        ],
        "dmitry-peskov": ["isn't meddling, and isn't going to meddle in the electoral processes of any country"],
        "alexei-yanukevych": ["pure propaganda to discredit the opposition"],
        "nikolai-kozlov": ["always on the side of Lukashenko", "people are ready to vote for anybody but Lukashenko"],
        "afp": ["Many of his critics have been jailed in recent weeks"],
    },
    "moscow-times-2010-08": {
        "alexander-lukashenko": [
            "has sharply changed its stance, trying to bring the president of Belarus to heel before well-known political events",
            "for failing to provide incentives",
            "We can, and we would like to, normalize relations with America",
            "We are not writing off other investors",
        ],
        "russia": [
            "expressed a willingness to recognize the independence of the rebel regions",
            "We can publish this and other statements",
        ],
        "united-states-and-european-union": [
            "for not holding free or fair elections since Lukashenko came to power in 1994",
        ],
    },
    "moscow-times-2020-08-19": {
        "dmitry-peskov": ["there's currently no such need [to send assistance]", "unacceptable"],
        "sergei-lavrov": [
            "to take advantage of unrest in Belarus",
            "were not ideal",
            "this is about geopolitics, the fight for the post-Soviet space",
        ],
        "alexander-lukashenko": [
            "NATO deployed tanks and planes near the Belarusian border",
            "to prevent the flow of militants, arms and money to finance unrest from other countries",
            "accused the Kremlin of dispatching mercenaries to Minsk to stir unrest",
        ],
        "angela-merkel": ["the EU does not recognize the Belarusian election outcome"],
        "vladimir-putin": ["was ready to assist Belarus, if necessary"],
        "the-moscow-times": ["people behind election rigging and violent protest suppression"],
    },
    "press-tv-2020-08-30": {
        "vladimir-putin": [
            "position on the results of this election has already been prepared",
            "Belarusian authorities have invited the OSCE ODIHR to participate in the monitoring of the election. Why didn't they come?",
            "this is, first and foremost, an internal matter of the Belarusian society",
            "would not be deployed unless the situation in Belarus spirals completely out of control",
            "extremist elements acting under the cover of political slogans cross certain red lines",
            "urged Belarus' government and opposition to resolve their differences peacefully",
        ],
        "alexander-lukashenko": ["a Western plot to destabilize Belarus"],
        "western-countries-and-opposition": ["voter fraud took place"],
        "belarusian-government": ["rejected the allegations of vote rigging"],
    },
    "press-tv-2020-08-13": {
        "maria-zakharova": [
            "Clear attempts at outside interference are observed, aimed at causing a split in society",
            "unprecedented pressure that is being exerted by individual foreign partners",
        ],
        "alexander-lukashenko": ["a foreign-backed plot aims to destabilize the country"],
        "belarusian-officials": ["over 80 percent of the vote"],
        "mike-pompeo": ["the freedoms that they are demanding"],
        "germany": ["has called on the bloc to put pressure on Lukashenko"],
        "united-states-and-european-union": ["have long accused Lukashenko of human rights violations"],
        "press-tv": [
            "because of his close ties with Russia",
            "as a pretext to bring fresh accusations against the country",
            "detained for causing mayhem and inflicting damage to state buildings and public property",
        ],
    },
}

SECOND_HAND = [
    "us-eu-no-fair-elections",
    "lavrov-attempts-from-abroad",
    "lukashenko-nato-tanks",
    "lukashenko-kremlin-mercenaries",
    "putin-ready-to-assist",
    "lukashenko-western-plot",
    "western-opposition-fraud",
    "government-rejects-rigging",
    "lukashenko-foreign-backed-plot",
    "officials-over-80-percent",
]

RELATED = [
    ("lukashenko-western-plot", "differs", "lukashenko-russia-poland-incite"),
    ("lukashenko-western-plot", "differs", "lukashenko-kremlin-mercenaries"),
    ("lukashenko-foreign-backed-plot", "resembles", "lukashenko-russia-poland-incite"),
    ("lukashenko-foreign-backed-plot", "resembles", "lukashenko-kremlin-mercenaries"),
    ("putin-police-group", "qualifies", "putin-internal-matter"),
    ("western-opposition-fraud", "denies", "officials-over-80-percent"),
    ("kozlov-russia-on-lukashenkos-side", "differs", "lukashenko-bring-to-heel"),
    ("officials-over-80-percent", "differs", "kozlov-anybody-but-lukashenko"),
    ("peskov-not-meddling", "denies", "lukashenko-russia-poland-incite"),
    ("government-rejects-rigging", "denies", "western-opposition-fraud"),
    ("peskov-interference-unacceptable", "resembles", "zakharova-outside-interference"),
    ("lavrov-attempts-from-abroad", "resembles", "zakharova-outside-interference"),
    ("zakharova-unprecedented-pressure", "resembles", "zakharova-outside-interference"),
]


@pytest.fixture(scope="module")
def site() -> Site:
    records, faults = load(read_project(ROOT))
    site, more = link(records)
    assert faults + more == []
    assert site is not None
    return site


def shown(site: Site) -> list[Claim]:
    """Published claims: a withdrawn one has its address and its reason, and nothing else."""
    return [claim for claim in site.claims.values() if not claim.withdrawn]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    result = build(read_project(ROOT))
    assert result.report.diagnostics == ()
    assert result.files is not None
    return dict(result.files)


ROWS = [
    (article, actor, words) for article, actors in CARRIED.items() for actor, rows in actors.items() for words in rows
]


@pytest.mark.parametrize(("article", "actor", "words"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_the_claim_is_carried_by_these_words(site: Site, article: str, actor: str, words: str) -> None:
    quoted = [
        normalise_quote(" ".join(passage.exact))
        for claim in site.claims.values()
        if claim.actor == actor
        for passage in claim.passages
        if passage.article == article
    ]
    assert any(normalise_quote(words) in quote for quote in quoted)


def test_there_is_a_page_for_each_claim(site: Site, files: dict[str, bytes]) -> None:
    assert len(site.claims) == 48
    for id_ in site.claims:
        assert f"claims/{id_}/index.html" in files


@pytest.mark.parametrize("id_", SECOND_HAND)
def test_what_is_at_second_hand_is_shown_as_that(site: Site, files: dict[str, bytes], id_: str) -> None:
    speeches = [passage.speech for passage in site.claims[id_].passages if passage.role == "claim"]
    assert set(speeches) == {"reported"}
    assert "Reported, in the article’s own words" in files[f"claims/{id_}/index.html"].decode()


@pytest.mark.parametrize(("source", "kind", "target"), RELATED)
def test_what_stands_against_what(site: Site, source: str, kind: str, target: str) -> None:
    assert (source, kind, target) in {(r.source, r.kind, r.target) for r in site.relations}


def test_no_two_claims_exclude_each_other_and_the_pages_say_so(site: Site) -> None:
    assert [relation for relation in site.relations if relation.kind == "contradicts"] == []
    assert "in this edition it is said of no pair" in " ".join(site.pages["about"].body.split())
    assert "In this edition that is said of no pair." in " ".join(site.pages["methodology"].body.split())


NAMED = [
    ("peskov-not-meddling", "putin-ready-to-assist"),
    ("peskov-not-meddling", "putin-police-group"),
    ("putin-position-prepared", "lukashenko-western-plot"),
    ("putin-extremist-elements", "putin-police-group"),
    ("lukashenko-russia-poland-incite", "lukashenko-bring-to-heel"),
    ("lukashenko-russia-poland-incite", "yanukevych-pure-propaganda"),
    ("peskov-not-meddling", "lukashenko-interference-from-abroad"),
    ("lukashenko-no-incentives", "kremlin-can-publish-transcript"),
    ("putin-internal-matter", "lavrov-geopolitics"),
    ("officials-over-80-percent", "merkel-eu-does-not-recognise"),
    ("lavrov-elections-not-ideal", "officials-over-80-percent"),
    ("putin-police-group", "peskov-no-need-to-assist"),
    ("putin-position-prepared", "putin-osce-invited"),
]
"""Claims that a reader looks for side by side and that no kind of relation fits."""


@pytest.mark.parametrize(("one", "other"), NAMED)
def test_what_no_word_fits_is_named_without_one(site: Site, one: str, other: str) -> None:
    assert f"claims/{other}/index.html" in str(site.claims[one].assessment)
    assert {one, other} not in [{relation.source, relation.target} for relation in site.relations]


def test_what_was_said_of_assistance_stands_beside_the_denial_of_meddling(files: dict[str, bytes]) -> None:
    page = files["claims/peskov-not-meddling/index.html"].decode()
    assert "was ready to assist Belarus, if necessary, as part of the pact" in page
    assert "law enforcement officers on standby" in page


def test_the_front_page_leads_with_a_denial_in_the_documents_own_word(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    lead = page[page.index("One claim rejects exactly what the other says") :]
    shown = re.findall(r'href="claims/([a-z0-9-]+)/index.html"', lead)[:2]
    assert set(shown) == {"lukashenko-russia-poland-incite", "peskov-not-meddling"}


def test_a_pair_is_filed_once(site: Site) -> None:
    pairs = [frozenset((relation.source, relation.target)) for relation in site.relations]
    assert len(pairs) == len(set(pairs))


def test_every_claim_has_reason_assessment_topic_and_target(site: Site) -> None:
    for claim in shown(site):
        assert claim.assessment
        assert claim.topics
        assert claim.about
        assert claim.summary.count(". ") == 0, claim.id  # one sentence, which stands alone
        surname = site.actors[claim.actor].name.split()[-1]
        if site.actors[claim.actor].kind == "person":
            assert surname in claim.summary or claim.id.startswith("zakharova"), claim.id


def test_every_actor_has_name_role_and_kind(site: Site) -> None:
    for actor in site.actors.values():
        assert actor.name
        assert actor.role, actor.id
        assert actor.summary, actor.id


ARTICLE_DIGESTS = {
    "moscow-times-2010-08": "fe2a1534ddd218a6bbce54a4e6a0a0d576187e422d08d819f0dbd80c8c0c7392",
    "moscow-times-2020-06-25": "0fa6e7fdaf1503e0510664723810a9adfe259e58064daad5b41c8377031107c5",
    "moscow-times-2020-08-19": "bbf40a9cdae87f02627787b222164458cf516c88fd3ed7dc78706a57c3878785",
    "press-tv-2020-08-13": "eceda6431625922c55efabb6d74d549a7b3277b2439375bba126a9df092d4757",
    "press-tv-2020-08-30": "b2960448ec6e5b99c9bec8dcca6b322e577ca28683a772cb32eb909e756e5166",
}


@pytest.mark.parametrize("id_", ARTICLE_DIGESTS)
def test_the_articles_stay_verbatim(id_: str) -> None:
    """The digest of the words as they were received; a changed one means that somebody edited a source document."""
    body = (ROOT / "content" / "articles" / f"{id_}.md").read_text().split("\n---\n", 1)[1]
    assert hashlib.sha256(body.encode()).hexdigest() == ARTICLE_DIGESTS[id_]


def test_nobody_is_invented(site: Site) -> None:
    assert site.base_url == "https://example.org/"
    assert site.publisher.email is None
    assert all(claim.reviewed_by == () for claim in site.claims.values())
    for id_ in ("funding", "contact"):
        assert "worked example" in site.pages[id_].body


def test_each_quotation_leads_to_its_marked_passage(site: Site, files: dict[str, bytes]) -> None:
    for claim in shown(site):
        page = files[f"claims/{claim.id}/index.html"].decode()
        for passage in claim.passages:
            assert f'articles/{passage.article}/index.html#{passage.anchor}"' in page
            article = files[f"articles/{passage.article}/index.html"].decode()
            assert len(re.findall(rf'id="{passage.anchor}"', article)) == 1
            assert f"claims/{claim.id}/index.html" in article
