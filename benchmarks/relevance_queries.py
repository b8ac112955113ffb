"""More than a hundred things that readers may look for on the shipped site, and the pages that answer them.

Articles, claims and pages are named by their addresses without the last slash.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Query:
    """What a reader types, and what must come of it."""

    words: str
    """As it is typed."""
    first: tuple[str, ...] = ()
    """Pages one of which must come first; none for a query that finds nothing."""
    second: tuple[str, ...] = ()
    """Pages that must be among the first five, too."""
    never: tuple[str, ...] = ()
    """Pages that must not be found."""
    place: int = 1
    """The last place at which the first of ``first`` may be."""


def _claims(ids: str) -> tuple[str, ...]:
    return tuple(f"claims/{id_}" for id_ in ids.split())


def _query(words: str, first: str = "", second: str = "", never: str = "", place: int = 1) -> Query:
    def pages(ids: str) -> tuple[str, ...]:
        return tuple(id_ if "/" in id_ or id_ in _PAGES else f"claims/{id_}" for id_ in ids.split())

    return Query(words, pages(first), pages(second), pages(never), place)


_PAGES = (
    "about",
    "actors",
    "articles",
    "balance",
    "claims",
    "compare",
    "contact",
    "contradictions",
    "corrections",
    "corrections-policy",
    "funding",
    "methodology",
    "network",
    "publishers",
    "timeline",
    "topics",
    "verdicts",
)
_NUCLEAR = "lukashenko-other-investors"
_MOSCOW_TIMES = "publishers/the-moscow-times actors/the-moscow-times"

QUERIES = (
    # questions
    _query("what did the Kremlin say about meddling", "peskov-not-meddling", never=_NUCLEAR),
    _query("how do I report an error", "contact corrections-policy", "contact corrections-policy"),
    _query("which claims did Press TV carry", "publishers/press-tv", "publishers/press-tv actors/press-tv"),
    _query("who denied meddling", "peskov-not-meddling"),
    _query("what does Unsupported mean", "verdicts/unsupported"),
    _query("what does not checkable mean", "verdicts/not-checkable"),
    _query("who denied that the vote was rigged", "government-rejects-rigging"),
    _query("who rejected the allegations of rigging", "government-rejects-rigging"),
    _query("did NATO deploy tanks near the border?", "lukashenko-nato-tanks"),
    _query("who was jailed before the election", "afp-critics-jailed"),
    _query("why does the EU not recognise the outcome", "merkel-eu-does-not-recognise"),
    _query("what did Putin say about assistance", "putin-ready-to-assist"),
    _query("how are claims rated", "verdicts methodology", "verdicts methodology"),
    _query("who pays for this site", "funding"),
    _query("where are corrections listed", "corrections corrections-policy"),
    _query("who won the election in Belarus", "officials-over-80-percent"),
    _query("what did Merkel say", "actors/angela-merkel merkel-eu-does-not-recognise", "merkel-eu-does-not-recognise"),
    _query("what did Lavrov say about the elections", "lavrov-elections-not-ideal"),
    _query("what did the EU say about the election", "merkel-eu-does-not-recognise actors/european-union"),
    _query("what did the opposition say", "actors/western-countries-and-opposition actors/belarusian-opposition"),
    _query("what does Lukashenko say about Poland", "lukashenko-russia-poland-incite lukashenko-puppeteers", "lukashenko-puppeteers"),
    _query("what does the Moscow Times say about protests", "moscow-times-protest-suppression"),
    _query("what happened to protesters", "moscow-times-protest-suppression"),
    _query("is there proof of vote rigging", "government-rejects-rigging moscow-times-election-rigging", "moscow-times-election-rigging"),
    _query("were observers invited", "putin-osce-invited"),
    _query("why was the OSCE not there", "putin-osce-invited"),
    _query("did NATO respond", "actors/nato", "lukashenko-nato-tanks"),
    _query("how many claims by Putin", "actors/vladimir-putin"),
    _query("who is Sergei Prikhodko", "actors/sergei-prikhodko"),
    _query("is the Moscow Times independent", "publishers/the-moscow-times"),
    _query("is this site biased", "balance"),
    _query("who wrote these articles", "articles"),
    _query("who are the speakers", "actors"),
    _query("who accused whom", "network"),
    _query("can I download the data", "claims"),
    _query("has anything been retracted", "corrections"),
    _query("what was corrected", "corrections-policy corrections", "corrections"),
    _query("which claims are true", "verdicts verdicts/unsupported", "methodology"),
    # answered, but not first
    _query("which claims are false", "verdicts", place=2),
    _query("who runs this website", "funding", place=2),
    _query("did Lukashenko ever accuse Russia", "lukashenko-russia-poland-incite lukashenko-bring-to-heel", place=2),
    _query("did Russia send mercenaries", "lukashenko-kremlin-mercenaries", place=2),
    # answered by other names than the sources', by the words of an address, by the speakers of pairs
    _query("did Lukashenko contradict himself", "contradictions"),
    _query("did they say otherwise before", "contradictions", place=3),
    _query("what did he say before", "contradictions", place=3),
    _query("who said the opposite", "contradictions", place=3),
    _query("did he contradict himself", "contradictions", place=3),
    _query("did Putin threaten to send police to Belarus", "putin-police-group"),
    _query("did the US interfere in Belarus", "press-tv-pretext"),
    # a few words
    _query("kremlin meddling", "peskov-not-meddling", never=_NUCLEAR),
    _query("meddling", "peskov-not-meddling", never=_NUCLEAR),
    _query("kremlin denial", "peskov-not-meddling", place=3),
    _query("Kremlin denies", "peskov-not-meddling", place=3),
    _query("kremlin denied", "peskov-not-meddling", place=3),
    _query("kremlin mercenaries", "lukashenko-kremlin-mercenaries"),
    _query("mercenaries", "lukashenko-kremlin-mercenaries"),
    _query("nuclear plant", _NUCLEAR),
    _query("voter fraud", "western-opposition-fraud"),
    _query("puppeteers", "lukashenko-puppeteers"),
    _query("pure propaganda", "yanukevych-pure-propaganda"),
    _query("free elections since 1994", "us-eu-no-fair-elections"),
    _query("osce observers invited", "putin-osce-invited"),
    _query("human rights violations", "us-eu-human-rights press-tv-ties-with-russia", "us-eu-human-rights press-tv-ties-with-russia"),
    _query("western plot", "lukashenko-western-plot"),
    _query("foreign-backed plot", "lukashenko-foreign-backed-plot"),
    _query("foiled uprising", "lukashenko-foiled-uprising-plot"),
    _query("80 percent", "officials-over-80-percent"),
    _query("Abkhazia", "lukashenko-no-incentives topics/belarus-and-russia-2010"),
    _query("transcript", "kremlin-can-publish-transcript"),
    _query("geopolitics", "lavrov-geopolitics"),
    _query("not ideal", "lavrov-elections-not-ideal"),
    _query("extremist elements", "putin-extremist-elements"),
    _query("militants arms money", "lukashenko-militants-arms-money"),
    _query("law enforcement officers", "putin-police-group"),
    _query("ties with Russia", "press-tv-ties-with-russia"),
    _query("internal matter", "putin-internal-matter"),
    _query("split society", "zakharova-outside-interference"),
    _query("unprecedented pressure", "zakharova-unprecedented-pressure"),
    _query("anybody but Lukashenko", "kozlov-anybody-but-lukashenko"),
    # words of speakers
    _query("Peskov", "actors/dmitry-peskov peskov-not-meddling peskov-no-need-to-assist peskov-interference-unacceptable"),
    _query("spokesman assistance", "peskov-no-need-to-assist"),
    _query("foreign ministry interference", "zakharova-outside-interference"),
    _query("Minsk rigged", "government-rejects-rigging"),
    _query("Pompeo", "actors/mike-pompeo pompeo-freedoms", "pompeo-freedoms actors/mike-pompeo"),
    _query("secretary of state freedoms", "pompeo-freedoms"),
    # other pages
    _query("methodology", "methodology"),
    _query("corrections", "corrections corrections-policy", "corrections corrections-policy"),
    _query("contact", "contact"),
    _query("funding", "funding"),
    _query("disputed", "verdicts/disputed"),
    _query("rights and freedoms", "topics/rights-and-freedoms"),
    _query("Moscow Times", _MOSCOW_TIMES, _MOSCOW_TIMES),
    _query("press tv", "publishers/press-tv actors/press-tv", "publishers/press-tv actors/press-tv"),
    _query("state media", "publishers/press-tv"),
    _query("NATO", "actors/nato", "lukashenko-nato-tanks"),
    _query("compare Lukashenko and Russia", "compare/alexander-lukashenko/russia"),
    _query("balance", "balance"),
    _query("contradictions", "contradictions verdicts/contradicted", "contradictions"),
    # as it is typed
    _query('"flatly denied"', "peskov-not-meddling lukashenko-russia-poland-incite", "peskov-not-meddling"),
    _query("“isn't meddling”", "peskov-not-meddling"),
    _query("lukashenko’s side", "kozlov-russia-on-lukashenkos-side"),
    _query("post soviet space", "lavrov-geopolitics"),
    _query("timeline", "timeline"),
    _query("sources", "articles"),
    _query("topics", "topics"),
    _query("publishers", "publishers"),
    _query("compare actors", "compare"),
    _query("how did the Kremlin react", "actors/russia lukashenko-kremlin-mercenaries"),
    _query("did Lukashenko win", "officials-over-80-percent actors/alexander-lukashenko", place=3),
    _query("did Lukashenko really win the election", "officials-over-80-percent", place=3),
    _query("Moscow", "actors/russia"),
    _query("Wagner fighters Minsk", "lukashenko-kremlin-mercenaries"),
    _query("Tikhanovskaya"),
    _query("zzzzqqqq"),
)  # fmt: skip
