"""The list of actors, and the page of each: what they said, what is said of them, how it was rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Actor, Claim
from site_builder.page import Page
from site_builder.pages.bins import bins
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import Line, Matrix, matrix
from site_builder.pages.structured import actor_data, script
from site_builder.pages.views import (
    ActorView,
    ClaimView,
    QuoteView,
    RelationView,
    TallyView,
    YearView,
    quote_view,
    tally,
)


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in the list."""

    actor: ActorView
    """The actor."""
    made: int
    """Claims made."""
    about: int
    """Claims about the actor."""


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """All actors, by kind and name."""

    groups: tuple[tuple[str, tuple[ActorLine, ...]], ...]
    """Kind, and the actors of that kind by name."""
    total: int
    """How many."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two claims that stand against each other, each with its words."""

    claim: ClaimView
    """The actor's own claim."""
    quote: QuoteView
    """The words in which it was made."""
    relation: RelationView
    """The other claim, by the same actor or another."""


@dataclass(frozen=True, slots=True)
class ReplyView:
    """Words of the actor on somebody else's claim."""

    quote: QuoteView
    """The words."""
    claim: ClaimView
    """The claim they are about."""


@dataclass(frozen=True, slots=True)
class CountView:
    """An actor and a number of claims."""

    actor: ActorView
    """The actor."""
    count: int
    """How many."""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What an actor's page shows."""

    actor: ActorView
    """The actor."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    also_known_as: tuple[str, ...]
    """Other spellings."""
    same_as: tuple[str, ...]
    """The same actor elsewhere."""
    summary: str | None
    """HTML."""
    tally: tuple[TallyView, ...]
    """Verdicts of the claims made."""
    made: tuple[YearView, ...]
    """Claims by the actor, oldest first."""
    made_total: int
    """How many."""
    about: tuple[YearView, ...]
    """Claims about the actor, oldest first."""
    about_total: int
    """How many."""
    conflicts: tuple[ConflictView, ...]
    """The actor's claims that another claim contradicts, or that contradict one; in time."""
    accuses: tuple[CountView, ...]
    """Whom the actor's claims accuse, by name."""
    accused_by: tuple[CountView, ...]
    """Whose claims accuse the actor, by name."""
    picture: Matrix | None
    """The actor's timeline; None where there is too little to compare."""
    replies: tuple[ReplyView, ...]
    """The actor's words on the claims of others."""


MOST_COLUMNS = 9
MOST_ROWS = 10
WORTH_A_PICTURE = 2
"""Dates that an actor's claims must have: one column compares nothing."""

_KINDS = ("person", "organisation", "state", "group")


def actors_page(lookup: Lookup) -> Page:
    """The list of all actors."""
    site = lookup.site
    groups = []
    for kind in _KINDS:
        members = sorted((a for a in site.actors.values() if a.kind == kind), key=lambda a: (a.name.casefold(), a.id))
        lines = tuple(
            ActorLine(lookup.actors[a.id], len(lookup.by_actor.get(a.id, ())), len(lookup.about.get(a.id, ())))
            for a in members
        )
        if lines:
            groups.append((kind, lines))
    view = ActorsPage(tuple(groups), len(site.actors))
    say = lookup.words.say
    description = say("Everyone who makes a claim here or of whom one is made, with the number of claims.")
    return Page(urls.ACTORS, "actors.html", say("Actors"), description, view, urls.ACTORS)


def actor_page(lookup: Lookup, actor: Actor) -> Page:
    """The page of ``actor``."""
    site = lookup.site
    made = lookup.by_actor.get(actor.id, ())
    about = lookup.about.get(actor.id, ())
    view = ActorPage(
        actor=lookup.actors[actor.id],
        country=actor.country,
        also_known_as=actor.also_known_as,
        same_as=actor.same_as,
        summary=actor.summary,
        tally=tally(lookup.verdicts, made),
        made=lookup.years(made),
        made_total=len(made),
        about=lookup.years(about),
        about_total=len(about),
        conflicts=_conflicts(lookup, actor),
        accuses=_counted(lookup, (other for claim in made for other in claim.accuses)),
        accused_by=_counted(lookup, (claim.actor for claim in lookup.accused.get(actor.id, ()))),
        picture=_picture(lookup, actor),
        replies=tuple(
            ReplyView(quote_view(site, passage), lookup.views[claim.id])
            for claim, passage in lookup.spoken.get(actor.id, ())
        ),
    )
    description = lookup.words.say(
        "{name}: claims made ({made}) and claims about ({about}), each with its words and sources.",
        name=actor.name,
        made=len(made),
        about=len(about),
    )
    permalink = urls.actor(actor.id)
    feed = permalink
    data = script(actor_data(site, actor))
    return Page(permalink, "actor.html", actor.name, description, view, urls.ACTORS, data=data, feed=feed, twin=True)


def _counted(lookup: Lookup, ids: Iterable[str]) -> tuple[CountView, ...]:
    """How often each of ``ids`` occurs, by name: a table of numbers must not become a ranking."""
    counts = Counter(ids)
    views = (CountView(lookup.actors[id_], count) for id_, count in counts.items())
    return tuple(sorted(views, key=lambda view: (view.actor.name.casefold(), view.actor.url)))


def _picture(lookup: Lookup, actor: Actor) -> Matrix | None:
    """The actor's claims by whom they are about, and the claims about the actor by speaker, in time."""
    made = lookup.by_actor.get(actor.id, ())
    about = lookup.about.get(actor.id, ())
    if len({claim.date for claim in (*made, *about)}) < WORTH_A_PICTURE:
        return None
    say = lookup.words.say
    targets: dict[str, list[Claim]] = {}
    for claim in made:
        for other in claim.about or ("",):
            targets.setdefault(other, []).append(claim)
    speakers: dict[str, list[Claim]] = {}
    for claim in about:
        speakers.setdefault(claim.actor, []).append(claim)
    columns = bins((claim.date for claim in (*made, *about)), lookup.words, MOST_COLUMNS)
    drawn: list[Line] = []
    rest: list[Line] = []
    for heading, groups, place in (
        (say("Claims by {name}, about", name=actor.name), targets, "#made"),
        (say("Claims about {name}, by", name=actor.name), speakers, "#about"),
    ):
        most = sorted(groups, key=lambda id_: -len(groups[id_]))[:MOST_ROWS]
        for lines, ids in ((drawn, most), (rest, groups.keys() - most)):
            rows = [_line(lookup, id_, some, place) for id_, some in groups.items() if id_ in ids]
            if rows:
                lines += [Line(heading), *rows]
    return matrix(drawn, rest, columns, tuple(lookup.verdicts.values()))


def _line(lookup: Lookup, id_: str, claims: list[Claim], place: str) -> Line:
    views = tuple(lookup.views[claim.id] for claim in claims)
    if not id_:
        return Line(lookup.words.say("nobody in particular"), None, views, place, indented=True)
    return Line(lookup.actors[id_].name, lookup.actors[id_].url, views, place, indented=True)


def _conflicts(lookup: Lookup, actor: Actor) -> tuple[ConflictView, ...]:
    """Each contradiction once, also where both claims are the actor's own."""
    seen: set[tuple[str, str]] = set()
    conflicts = []
    for claim in lookup.by_actor.get(actor.id, ()):
        for relation in lookup.relations.get(claim.id, ()):
            pair = (relation.source, relation.target)
            if relation.kind == "contradicts" and pair not in seen:
                seen.add(pair)
                view = lookup.relation(relation, claim)
                conflicts.append(ConflictView(lookup.views[claim.id], lookup.quotes[claim.id], view))
    return tuple(conflicts)
