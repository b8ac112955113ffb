"""Two actors who speak about each other, side by side: what each says, whom each accuses, on what topics, and when.

A pair has one address, whoever is named first. Of a large site the pairs with the most claims have pages
(:data:`site_builder.pages.groups.MOST_COMPARED`); each page shows the newest few claims and leads to the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.page import LinkView, Page
from site_builder.pages.bins import bins
from site_builder.pages.drawing import Line
from site_builder.pages.groups import Filings, Years
from site_builder.pages.kind import Kind, ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import Matrix, matrix
from site_builder.pages.others import FEW
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.profile import Profile, profile
from site_builder.pages.views import ActorView, ClaimView

Pair = tuple[str, str]
"""Ids of two actors."""
PER_LIST = 100
"""Pairs of a part of the list."""
MOST_ROWS = 30
"""Rows of a table: those with the most claims of both."""
MOST_COLUMNS = 9
MOST_SIGNS = 25
"""Signs in the picture: the page has the claims themselves, too."""


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair in the list."""

    url: str
    """The page of the pair."""
    names: tuple[str, str]
    """The names of both, in the order of their ids."""
    counts: tuple[int, int]
    """Claims of the first about the second, and back."""


@dataclass(frozen=True, slots=True)
class ComparePairsPage:
    """Part of the list of pairs."""

    pairs: tuple[PairLine, ...]
    """By name."""
    part: PartView
    """The part of the list."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two."""

    actor: ActorView
    """The actor."""
    claims: tuple[ClaimView, ...]
    """Claims of this one about the other: all, or the newest few; oldest first."""
    total: int
    """The number of all such claims."""
    more: str | None
    """The file of all, where not all are here."""
    made: int
    """Claims this one made in all."""
    years: Years
    """The years in which it made them."""
    accusing: int
    """The number of claims it made that accuse somebody."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table: an actor whom either accuses, or a topic."""

    link: LinkView
    """The page of that actor or topic."""
    counts: tuple[int, int]
    """Claims of the one, and of the other."""


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows with a number of claims for each of the two."""

    rows: tuple[RowView, ...]
    """By name, or in the order of the file."""
    total: int
    """The number of all rows; the page may have fewer."""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The contents of the page of a pair."""

    sides: tuple[SideView, SideView]
    """In the order of their ids: no order that ranks them."""
    picture: Matrix | None
    """The claims of each about the other, in time."""
    accused: TableView
    """The actors whom the claims of either accuse."""
    topics: TableView
    """The topics of the claims of either."""


def with_profiles(lookup: Lookup) -> Lookup:
    """``lookup`` with a profile of every actor who is compared with another."""
    wanted = dict.fromkeys(id_ for pair in lookup.compared for id_ in pair)
    found = lookup.step("profile of", wanted, lambda known, id_: profile(known.by_actor.get(id_, ())))
    return replace(lookup, profiles=lookup.asker.facts("profile of", found))


def pairs_page(lookup: Lookup, part: Part[Pair]) -> Page:
    """``part`` of the list of all pairs."""
    words = lookup.words
    description = words.say("Actors who speak of each other: what each says, whom each accuses, on which topics, when.")
    view = ComparePairsPage(tuple(_line(lookup, pair) for pair in part.entries), part.view)
    title = part.title(words, words.say("Actors compared"))
    return Page(part.permalink, "compare-pairs.html", title, description, view, urls.ACTORS)


def compare_page(lookup: Lookup, pair: Pair) -> Page:
    """The page of ``pair``."""
    first, second = pair
    said = lookup.compared[pair]
    sides = (_side(lookup, first, second, said[0]), _side(lookup, second, first, said[1]))
    title, description = called(lookup, pair)
    profiles = (lookup.profiles[first], lookup.profiles[second])
    view = ComparePage(sides, _picture(lookup, sides, said), _accused(lookup, profiles), _topics(lookup, profiles))
    return Page(urls.compare(first, second), "compare.html", title, description, view, urls.ACTORS)


def called(lookup: Lookup, pair: Pair) -> tuple[str, str]:
    """The title of the page of ``pair``, and what the page says about itself."""
    names = {"first": lookup.actors[pair[0]].name, "second": lookup.actors[pair[1]].name}
    title = lookup.words.say("{first} and {second}", **names)
    told = lookup.words.say(
        "What {first} and {second} say of each other, whom each accuses, on which topics, and when.", **names
    )
    return title, told


def _line(lookup: Lookup, pair: Pair) -> PairLine:
    one, other = lookup.compared[pair]
    return PairLine(urls.file(urls.compare(*pair)), _names(lookup, pair), (len(one), len(other)))


def _names(lookup: Lookup, pair: Pair) -> tuple[str, str]:
    return lookup.actors[pair[0]].name, lookup.actors[pair[1]].name


def _parts(lookup: Lookup) -> Iterable[Part[Pair]]:
    by_name = sorted(lookup.compared, key=lambda pair: (_names(lookup, pair), urls.compare(*pair)))
    return parts(urls.COMPARE, by_name, PER_LIST)


def _side(lookup: Lookup, id_: str, other: str, said: Filings) -> SideView:
    known = lookup.profiles[id_]
    return SideView(
        actor=lookup.actors[id_],
        claims=tuple(lookup.views[claim.id] for claim in said[-FEW:]),
        total=len(said),
        more=urls.file(urls.said_of(id_, other)) if len(said) > FEW else None,
        made=known.claims,
        years=known.years,
        accusing=known.accusing,
    )


def _picture(lookup: Lookup, sides: tuple[SideView, SideView], said: tuple[Filings, Filings]) -> Matrix | None:
    dates = [claim.date for claims in said for claim in claims]
    if len(set(dates)) == 1:
        return None
    lines = [
        Line(
            lookup.words.say("{name} on {other}", name=side.actor.name, other=sides[1 - at].actor.name),
            None,
            said[at],
            side.more or f"#says-{at + 1}",
        )
        for at, side in enumerate(sides)
    ]
    columns = bins(dates, lookup.words, MOST_COLUMNS)
    return matrix(lines, [], columns, lookup.verdicts, lookup.views, 2, MOST_SIGNS)


def _accused(lookup: Lookup, profiles: tuple[Profile, Profile]) -> TableView:
    found = _both(profile.accused for profile in profiles)
    rows = [RowView(LinkView(lookup.actors[id_].url, lookup.actors[id_].name), found[id_]) for id_ in _most(found)]
    return TableView(tuple(sorted(rows, key=lambda row: (row.link.text.casefold(), row.link.url))), len(found))


def _topics(lookup: Lookup, profiles: tuple[Profile, Profile]) -> TableView:
    found = _both(profile.topics for profile in profiles)
    shown = _most(found)
    topics = [topic for topic in lookup.site.topics.values() if topic.id in shown]
    rows = [RowView(LinkView(urls.file(urls.topic(item.id)), item.label), found[item.id]) for item in topics]
    return TableView(tuple(rows), len(found))


def _both(counted: Iterable[tuple[tuple[str, int], ...]]) -> dict[str, tuple[int, int]]:
    one, other = (dict(counts) for counts in counted)
    return {id_: (one.get(id_, 0), other.get(id_, 0)) for id_ in dict.fromkeys((*one, *other))}


def _most(found: Mapping[str, tuple[int, int]]) -> frozenset[str]:
    return frozenset(sorted(found, key=lambda id_: (-sum(found[id_]), id_))[:MOST_ROWS])


LIST = ListKind(
    "list of pairs of actors",
    lambda lookup: once(lookup) if lookup.compared else (),
    lambda lookup, _: _parts(lookup),
    lambda lookup, _, part: pairs_page(lookup, part),
)
"""A site on which nobody speaks of each other has no such page."""
KIND = Kind(
    "actors compared",
    lambda lookup: map("/".join, lookup.compared),
    lambda lookup, pair: (compare_page(lookup, (pair.partition("/")[0], pair.partition("/")[2])),),
)
