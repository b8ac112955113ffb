"""What the shipped site says in its own words: no quoted word that no document has, no number, no guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.dates import parse_date
from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Records
from site_builder.records.models import ClaimRecord

ROOT = Path(__file__).resolve().parent.parent

CAPTIONS = {
    "moscow-times-2010-08": ("Belarussian soldiers displaying their skills at a Minsk base on Saturday.",),
    "moscow-times-2020-06-25": (
        "Belarusian President Alexander Lukashenko is seeking a sixth term in the country's upcoming election.",
    ),
    "moscow-times-2020-08-19": (
        (
            "Russia criticized alleged foreign involvement in Belarus's post-election protests while the EU said it "
            "does not recognize the election's outcome."
        ),
    ),
    "press-tv-2020-08-13": ("Russia’s Foreign Ministry spokeswoman Maria Zakharova",),
    "press-tv-2020-08-30": (),
}
"""As the documents have them; their credits are in the notes."""

AROUND = (
    "Belarus Accuses West, Russia of Destabilization Ahead of Polls",
    "When Autocrats Reach Their Political Expiration Dates",
    "Why civil societies in Russia and Belarus are uniting faster than the two countries themselves.",
    "Belarus Police Fire Rubber Bullets, Tear Gas on Protesters",
    (
        "Riot police fired the tear gas and rubber bullets on peaceful protesters to break up the second night of "
        "protests against the presidential election."
    ),
    "Belarus Plant Workers Go on Strike After Contested Vote – Reports",
    (
        "Workers at Belarusian Steel Works said last month that they would go on strike “in the event of unfair "
        "elections.”"
    ),
    "Russian Journalists Targeted, Missing in Belarus Crackdown",
    (
        "At least 11 Russian journalists have been jailed, expelled or are still missing in Belarus following the "
        "overnight unrest."
    ),
    "MT, Reuters",
    "Our journalism is banned in Russia.",
    "The Moscow Times, an independent news source for over 30 years, has been unjustly branded as a",
    "foreign agent",
    "AFP contributed reporting.",
    "Iran Press TV",
    "Sunday, 30 August 2020 5:28 AM",
)
"""What stands around the articles' own text in the documents and is quoted: links, appeals, signatures, a date."""

_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”")


@pytest.fixture(scope="module")
def records() -> Records:
    read, faults = load(read_project(ROOT))
    assert faults == []
    return read


@pytest.fixture(scope="module")
def claims(records: Records) -> dict[str, ClaimRecord]:
    return {entry.id: entry.record for entry in records.claims if entry.record and entry.record.status == "published"}


@pytest.fixture(scope="module")
def documents(records: Records) -> str:
    texts = [body.body.text for _, body in records.articles]
    for entry, _ in records.articles:
        assert entry.record
        texts += [entry.record.title, *entry.record.captions]
    return even(" ".join((*texts, *AROUND)))


def even(text: str) -> str:
    return normalise_quote(" ".join(text.split()))


def quoted(text: str | None) -> Iterator[str]:
    """The words between quotation marks, without the sign of the sentence that they stand in."""
    plain = re.sub(r"\[\[\w+:[\w-]+\|?([^]]*)\]\]", r"\1", text or "")
    for first, second in _QUOTED.findall(plain):
        yield even(first or second).rstrip(".,;:?!")


def test_what_a_claim_quotes_stands_in_its_passages(claims: dict[str, ClaimRecord]) -> None:
    seen = 0
    for id_, record in claims.items():
        passages = " | ".join(even(passage.quote) for passage in record.passages)
        for text in (record.statement, record.summary, record.assessment):
            for words in quoted(text):
                assert words.casefold() in passages.casefold(), (id_, words)
                seen += 1
    assert seen > 20


def test_what_is_quoted_elsewhere_stands_in_a_document(records: Records, documents: str) -> None:
    texts: list[str | None] = []
    for claim in records.claims:
        assert claim.record
        texts += [passage.note for passage in claim.record.passages]
        texts += [relation.note for relation in claim.record.relations]
        texts += [item.change for item in claim.record.corrections]
    for actor in records.actors:
        assert actor.record
        texts += [actor.record.role, actor.record.summary]
    texts += [entry.record.note if entry.record else None for entry, _ in records.articles]
    texts += [text.body.text for _, text in records.pages]
    assert records.site
    assert records.site.record
    texts += [item.definition for item in records.site.record.verdicts]
    texts += [topic.description for topic in records.site.record.topics.values()]
    found = [words for text in texts for words in quoted(text)]
    assert len(found) > 15
    assert [words for words in found if words not in documents] == []


def test_who_reports(records: Records) -> None:
    articles = {entry.id: entry.record for entry, _ in records.articles if entry.record}
    kinds = sorted((article.publisher, article.source) for article in articles.values())
    assert kinds == [("Press TV", "state")] * 2 + [("The Moscow Times", "independent")] * 3
    assert [id_ for id_, article in articles.items() if article.url] == ["moscow-times-2020-06-25"]
    assert [id_ for id_, article in articles.items() if article.agency] == ["moscow-times-2020-06-25"]


def test_captions_are_verbatim(records: Records) -> None:
    for entry, _ in records.articles:
        assert entry.record
        assert entry.record.captions == CAPTIONS[entry.id]


def test_only_names_that_a_document_has(records: Records, documents: str) -> None:
    for entry in records.actors:
        assert entry.record
        for name in entry.record.also_known_as:
            assert even(name).casefold() in documents.casefold(), (entry.id, name)
    assert re.search(r"[Ѐ-ԯ]", (ROOT / "claims.yaml").read_text()) is None


def test_no_verdict_has_a_number(records: Records, claims: dict[str, ClaimRecord]) -> None:
    assert records.site
    assert records.site.record
    assert [verdict.value for verdict in records.site.record.verdicts] == [None] * 5
    numbered = {"corroborated", "disputed", "unsupported"}
    for id_, record in claims.items():
        first = [item.was.verdict for item in record.corrections if item.was and item.was.verdict] or [record.verdict]
        said = any("it has no number now" in item.change for item in record.corrections)
        assert said == (str(record.published) == "2026-11-23" and first[0] in numbered), id_


def test_a_verdict_that_is_said_to_be_unused_is_unused(records: Records, claims: dict[str, ClaimRecord]) -> None:
    page = (ROOT / "content/pages/methodology.md").read_text()
    items = [" ".join(item.split()) for item in re.split(r"\n+- |\n\n", page)]
    assert records.site
    assert records.site.record
    for verdict in records.site.record.verdicts:
        line = next(item for item in items if item.startswith(f"**{verdict.label}**"))
        used = any(record.verdict == verdict.id for record in claims.values())
        assert line.endswith("In this edition no claim is rated so.") != used, verdict.id


REREAD = {
    "kozlov-russia-on-lukashenkos-side": ("disputed", "unsupported"),
    "lukashenko-no-incentives": ("disputed", "unsupported"),
    "us-eu-no-fair-elections": ("corroborated", "unsupported"),
    "merkel-eu-does-not-recognise": ("corroborated", "not-checkable"),
    "lukashenko-puppeteers": ("disputed", "unsupported"),
    "lukashenko-interference-from-abroad": ("disputed", "unsupported"),
    "kremlin-can-publish-transcript": ("unsupported", "not-checkable"),
    "putin-police-group": ("not-checkable", "unsupported"),
}


def test_the_verdicts_that_changed_are_filed_as_corrections(claims: dict[str, ClaimRecord]) -> None:
    changed = {
        id_: (item.was.verdict, record.verdict)
        for id_, record in claims.items()
        for item in record.corrections
        if item.was and item.was.verdict
    }
    assert changed == REREAD
    assert len(REREAD) == 8
    assert "eight verdicts" in (ROOT / "content/pages/corrections-policy.md").read_text()


def test_a_correction_is_short(records: Records) -> None:
    for entry in records.claims:
        assert entry.record
        for item in entry.record.corrections:
            assert 1 <= len(re.findall(r"\.(?= |$)", item.change)) <= 3, entry.id


def test_a_wrong_that_is_put_on_nobody_carries_no_mark(claims: dict[str, ClaimRecord]) -> None:
    for id_ in (
        "afp-critics-jailed",
        "moscow-times-election-rigging",
        "moscow-times-protest-suppression",
        "western-opposition-fraud",
    ):
        said = " ".join((claims[id_].assessment or "").split())
        assert "does not say by whose hand, so the claim is not marked as an accusation against anybody." in said
        assert claims[id_].accuses == ()
    for id_ in ("press-tv-ties-with-russia", "press-tv-detained-mayhem"):
        assert claims[id_].accuses == (), id_


@pytest.mark.parametrize("id_", ["putin-position-prepared", "peskov-interference-unacceptable", "putin-osce-invited"])
def test_a_suspicion_a_principle_and_a_question_carry_no_mark(claims: dict[str, ClaimRecord], id_: str) -> None:
    assert claims[id_].accuses == ()
    assert not any(topic.startswith("accusations-") for topic in claims[id_].topics)


@pytest.mark.parametrize("id_", ["yanukevych-pure-propaganda", "press-tv-pretext", "press-tv-ties-with-russia"])
def test_a_word_on_a_motive_is_an_opinion_and_no_denial_whoever_says_it(
    claims: dict[str, ClaimRecord], id_: str
) -> None:
    record = claims[id_]
    assert record.verdict == "not-checkable"
    assert record.relations == ()
    denials = [p for other in claims.values() for p in other.passages if p.role == "denial"]
    assert denials
    assert all(p.speaker != record.actor for p in denials)


def test_what_an_outlet_says_of_the_winner_is_context(claims: dict[str, ClaimRecord]) -> None:
    roles = {passage.role for passage in claims["officials-over-80-percent"].passages}
    assert roles == {"claim", "denial", "context"}


def test_the_topic_of_accusations_without_a_name_has_those_and_no_others(claims: dict[str, ClaimRecord]) -> None:
    filed = {id_ for id_, record in claims.items() if "accusations-that-name-nobody" in record.topics}
    assert filed == {id_ for id_, record in claims.items() if "unnamed-abroad" in record.accuses}
    assert "russia" not in claims["lukashenko-interference-from-abroad"].about


@pytest.mark.parametrize(
    "id_",
    [
        "lukashenko-puppeteers",
        "lukashenko-foiled-uprising-plot",
        "lukashenko-fakes-from-russia",
        "lukashenko-interference-from-abroad",
    ],
)
def test_what_is_said_of_meddling_denies_nothing_else_whoever_says_it(claims: dict[str, ClaimRecord], id_: str) -> None:
    """One rule for the Kremlin and for the opposition."""
    roles = {passage.role for passage in claims[id_].passages if passage.speaker}
    assert roles <= {"context"}
    for source in ("peskov-not-meddling", "yanukevych-pure-propaganda"):
        assert id_ not in [relation.claim for relation in claims[source].relations]


def test_links_that_were_left_out_are_named_on_both_sides(records: Records) -> None:
    notes = {entry.id: entry.record.note or "" for entry, _ in records.articles if entry.record}
    assert "Belarus Accuses West, Russia of Destabilization Ahead of Polls" in notes["moscow-times-2020-06-25"]
    assert "Belarus Police Fire Rubber Bullets, Tear Gas on Protesters" in notes["moscow-times-2020-08-19"]


def test_what_nobody_said_is_withdrawn(records: Records) -> None:
    withdrawn = [entry.record for entry in records.claims if entry.record and entry.record.status == "withdrawn"]
    assert [record.id for record in withdrawn] == ["osce-no-free-polls-since-1995"]
    assert withdrawn[0].corrections[-1].change
    for entry in records.claims:
        assert entry.record
        if entry.record.status == "published":
            assert all(passage.speaker != "osce" for passage in entry.record.passages), entry.id


def test_a_position_has_the_date_of_the_first_article_that_reports_it(
    records: Records, claims: dict[str, ClaimRecord]
) -> None:
    published = {entry.id: str(entry.record.published) for entry, _ in records.articles if entry.record}
    positions = {id_: record for id_, record in claims.items() if record.attribution == "position"}
    assert set(positions) == {
        "us-eu-no-fair-elections",
        "us-eu-human-rights",
        "western-opposition-fraud",
        "government-rejects-rigging",
    }
    for record in positions.values():
        reports = [published[passage.article] for passage in record.passages if passage.role == "claim"]
        assert str(record.date) == min(reports)


def test_the_order_of_what_was_said(claims: dict[str, ClaimRecord]) -> None:
    order = [
        "lukashenko-russia-poland-incite",
        "lukashenko-kremlin-mercenaries",
        "officials-over-80-percent",
        "government-rejects-rigging",
        "lukashenko-nato-tanks",
        "putin-internal-matter",
        "western-opposition-fraud",
    ]
    days = [parse_date(str(claims[id_].date)).order for id_ in order]
    assert days == sorted(set(days))
    assert parse_date(str(claims["lukashenko-western-plot"].date)).order == "2020-08-30"
    assert all(str(claims[id_].date) == "2010?" for id_ in claims if cites_only(claims[id_], "moscow-times-2010-08"))


def cites_only(record: ClaimRecord, article: str) -> bool:
    return {passage.article for passage in record.passages if passage.role == "claim"} == {article}
