"""Groups a site's claims in the ways that pages list them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Article, Claim, Passage, Relation, Site
from site_builder.relations import RELATIONS, RelationKind

MOST_COMPARED = 1000
"""Pairs of actors that have a page of their own: those who speak of each other in the most claims."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A claim without its words: all that puts it into lists, orders and counts it there.

    Most edits change only words. A page that shows nothing else of a claim reads this, and stays as it is.
    """

    id: str
    """The claim's."""
    actor: str
    """Id of the actor who made it."""
    date: Date
    """The date on which it was made."""
    about: tuple[str, ...]
    """Ids of the actors it is about."""
    accuses: tuple[str, ...]
    """Ids of the actors whom it accuses."""
    topics: tuple[str, ...]
    """Ids."""
    verdict: str
    """Id in the rating scale."""
    articles: tuple[str, ...]
    """Ids of the articles in which it was made."""
    days: tuple[str, ...]
    """The day on which the check was published, or nothing, and those of its corrections; in ISO 8601."""
    first: str
    """The id under which it was first published."""
    withdrawn: bool
    """True where no list has it."""


Filings = tuple[Filing, ...]
Cited = tuple[tuple[Filing, Passage], ...]
"""Passages, each with the claim that cites it."""
Years = tuple[Date, Date] | None
"""Year of the oldest and of the newest of some claims; None where there is none."""
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def filing(claim: Claim) -> Filing:
    """``claim`` without its words."""
    return Filing(
        claim.id,
        claim.actor,
        claim.date,
        claim.about,
        claim.accuses,
        claim.topics,
        claim.verdict,
        tuple(dict.fromkeys(passage.article for passage in claim.passages if passage.role == "claim")),
        (claim.published.iso if claim.published else "", *(item.date.iso for item in claim.corrections)),
        (*claim.former_ids, claim.id)[0],
        claim.withdrawn,
    )


def age(claim: Filing) -> tuple[str, str]:
    """Order in time: by earliest day, the more precise date first; on the same date the editors' order stays."""
    return claim.date.order, claim.date.latest


def by_age(articles: Iterable[Article]) -> list[Article]:
    """``articles``, oldest first."""
    return sorted(articles, key=lambda article: (article.published.order, article.id))


def ids(claims: Iterable[Filing]) -> tuple[str, ...]:
    """The ids of ``claims``."""
    return tuple(claim.id for claim in claims)


def years(claims: Filings) -> Years:
    """The years between which ``claims``, the oldest first, were made."""
    return (claims[0].date.in_year, claims[-1].date.in_year) if claims else None


def in_time(claims: Mapping[str, Filing], relation: Relation) -> tuple[Filing, Filing]:
    """The two of ``claims`` in ``relation``, the earlier one first; of one date, the one that was answered."""
    first, second = claims[relation.target], claims[relation.source]
    return (second, first) if second.date.order < first.date.order else (first, second)


def frozen(lists: Mapping[K, list[T]]) -> dict[K, tuple[T, ...]]:
    """``lists`` as tuples."""
    return {key: tuple(items) for key, items in lists.items()}


def bundles_of(members: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """By id of a member: the bundles that name it."""
    bundles: dict[str, list[str]] = defaultdict(list)
    for bundle, ids in members.items():
        for member in ids:
            bundles[member].append(bundle)
    return frozen(bundles)


def joint(by_actor: Mapping[str, Sequence[Filing]], bundles: Sequence[str]) -> Filings:
    """The claims of ``bundles``, oldest first."""
    return tuple(sorted((claim for id_ in bundles for claim in by_actor.get(id_, ())), key=age))


def with_members(ids: Sequence[str], members: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """``ids`` and the actors whom they bundle, each once."""
    return dict.fromkeys((*ids, *(member for id_ in ids for member in members[id_])))


def pairs(claims: Mapping[str, Filing], relations: Iterable[Relation]) -> dict[RelationKind, tuple[Relation, ...]]:
    """The ``relations`` of each kind that has a heading, by the date of the earlier of the two ``claims``."""
    found: dict[RelationKind, list[Relation]] = {id_: [] for id_, kind in RELATIONS.items() if kind.heading}
    for relation in relations:
        if relation.kind in found:
            found[relation.kind].append(relation)

    def order(relation: Relation) -> tuple[str, str, str]:
        first, second = in_time(claims, relation)
        return first.date.order, first.id, second.id

    return {id_: tuple(sorted(some, key=order)) for id_, some in found.items()}


def withdrawn(claims: Iterable[Filing]) -> dict[str, Filings]:
    """The withdrawn ones of ``claims`` by permalink of the pages in whose feeds they were."""
    gone: dict[str, list[Filing]] = defaultdict(list)
    for claim in claims:
        if claim.withdrawn:
            for page in dict.fromkeys((urls.HOME, urls.actor(claim.actor), *map(urls.topic, claim.topics))):
                gone[page].append(claim)
    return frozen(gone)


def published(site: Site) -> dict[str, tuple[str, ...]]:
    """By id of a publisher: the ids of its articles, oldest first."""
    articles: dict[str, list[str]] = defaultdict(list)
    for article in by_age(site.articles.values()):
        articles[site.publishers[article.publisher]].append(article.id)
    return frozen(articles)


def moved(site: Site) -> dict[str, tuple[str, str]]:
    """By the permalink of a former address: that of the present one, and that of the file that tells of its card."""
    found: dict[str, tuple[str, str]] = {}
    for records, address in ((site.claims, urls.claim), (site.actors, urls.actor), (site.articles, urls.article)):
        for id_, record in records.items():
            for former in record.former_ids:
                if former != id_:
                    found[address(former)] = address(id_), urls.oembed(id_) if address is urls.claim else ""
    return found


class Repeated(NamedTuple):
    """Claims that say the same, as one of them sees them."""

    claims: Filings
    """All of them, that one included, oldest first."""
    place: int
    """Its place among them, from 0."""
    speakers: int
    """The number of actors who made them."""


def repeated(claims: Filings, relations: Iterable[Relation]) -> dict[str, Repeated]:
    """By id of one of ``claims`` that is repeated or repeats one: all claims that say the same.

    Editors file a repetition on one claim of two, in a chain or each of the first: whatever hangs together is the same.
    """
    beside: dict[str, list[str]] = defaultdict(list)
    for relation in relations:
        if relation.kind == "repeats":
            beside[relation.source].append(relation.target)
            beside[relation.target].append(relation.source)
    places = {claim.id: place for place, claim in enumerate(claims)}
    found: dict[str, Repeated] = {}
    for start in beside:
        if start in found:
            continue
        together, waiting = {start}, [start]
        while waiting:
            new = [id_ for id_ in beside[waiting.pop()] if id_ not in together]
            together.update(new)
            waiting += new
        same = tuple(claims[place] for place in sorted(places[id_] for id_ in together))
        speakers = len({claim.actor for claim in same})
        found |= {claim.id: Repeated(same, place, speakers) for place, claim in enumerate(same)}
    return found


def compared(claims: Filings, most: int = MOST_COMPARED) -> dict[tuple[str, str], tuple[Filings, Filings]]:
    """By two ids of actors, in alphabetical order: claims of the first about the second, and the reverse.

    Only where both speak of each other; at most ``most`` pairs, those with the most claims, in the order of their ids.
    A claim about a bundle is not one about its members here.
    """
    said: dict[tuple[str, str], list[Filing]] = defaultdict(list)
    for claim in claims:
        for other in claim.about:
            if other != claim.actor:
                said[claim.actor, other].append(claim)
    both = {(a, b): (said[a, b], said[b, a]) for a, b in said if a < b and (b, a) in said}
    largest = sorted(both, key=lambda pair: (-len(both[pair][0]) - len(both[pair][1]), pair))[:most]
    return {pair: (tuple(both[pair][0]), tuple(both[pair][1])) for pair in sorted(largest)}
