"""The list of actors, and the page of each: what they said, what is said of them, how it was rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Actor, Claim
from site_builder.page import LinkView, Page
from site_builder.pages.bins import bins
from site_builder.pages.contradictions import KindView
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import Line, Matrix, matrix
from site_builder.pages.structured import actor_data, script
from site_builder.pages.views import (
    ActorView,
    ClaimView,
    QuoteView,
    RatedView,
    RelationView,
    YearView,
    quote_view,
    rated,
)
from site_builder.relations import RELATIONS, RelationKind


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in the list."""

    actor: ActorView
    """The actor."""
    made: int
    """Claims made, alone or in a bundle."""
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
    """Two claims that do not fit together or differ, each with its words."""

    claim: ClaimView
    """The actor's own claim."""
    quote: QuoteView
    """The words in which it was made."""
    relation: RelationView
    """The other claim, by the same actor or another."""


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The actor's pairs of one kind."""

    kind: KindView
    """contradicts or differs."""
    pairs: tuple[ConflictView, ...]
    """In time."""


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
    """Other names and spellings."""
    members: tuple[LinkView, ...]
    """Whom the actor bundles."""
    bundles: tuple[LinkView, ...]
    """To which bundles the actor belongs."""
    same_as: tuple[str, ...]
    """The same actor elsewhere."""
    summary: str | None
    """HTML."""
    rated: tuple[RatedView, ...]
    """The claims made, by verdict."""
    made: tuple[YearView, ...]
    """Claims by the actor, oldest first."""
    made_total: int
    """How many."""
    joint: tuple[YearView, ...]
    """Claims of bundles to which the actor belongs, oldest first."""
    joint_total: int
    """How many."""
    about: tuple[YearView, ...]
    """Claims about the actor, alone or in a bundle, oldest first."""
    about_total: int
    """How many."""
    conflicts: tuple[ConflictsView, ...]
    """The actor's claims that another contradicts or gives another account than, by kind."""
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

_CONFLICTS: tuple[RelationKind, ...] = ("contradicts", "differs")
"""Kinds of pair that an actor's page shows with the words of both."""
_KINDS = ("person", "organisation", "state", "group")


def actors_page(lookup: Lookup) -> Page:
    """The list of all actors."""
    site = lookup.site
    groups = []
    for kind in _KINDS:
        members = sorted((a for a in site.actors.values() if a.kind == kind), key=lambda a: (a.name.casefold(), a.id))
        lines = tuple(
            ActorLine(
                lookup.actors[a.id],
                len(lookup.by_actor.get(a.id, ())) + len(lookup.joint.get(a.id, ())),
                len(lookup.about.get(a.id, ())),
            )
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
    joint = lookup.joint.get(actor.id, ())
    about = lookup.about.get(actor.id, ())
    view = ActorPage(
        actor=lookup.actors[actor.id],
        country=actor.country,
        also_known_as=actor.also_known_as,
        same_as=actor.same_as,
        members=_actor_links(lookup, actor.members),
        bundles=_actor_links(lookup, lookup.bundles.get(actor.id, ())),
        summary=actor.summary,
        rated=rated(lookup.verdicts, made, lookup.views),
        made=lookup.years(made),
        made_total=len(made),
        joint=lookup.years(joint),
        joint_total=len(joint),
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
        made=len(made) + len(joint),
        about=len(about),
    )
    permalink = urls.actor(actor.id)
    feed = permalink
    data = script(actor_data(site, actor))
    return Page(permalink, "actor.html", actor.name, description, view, urls.ACTORS, data=data, feed=feed, twin=True)


def _actor_links(lookup: Lookup, ids: Iterable[str]) -> tuple[LinkView, ...]:
    return tuple(LinkView(lookup.actors[id_].url, lookup.actors[id_].name) for id_ in ids)


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


def _conflicts(lookup: Lookup, actor: Actor) -> tuple[ConflictsView, ...]:
    """Each pair once, also where both claims are the actor's own."""
    seen: set[tuple[str, str]] = set()
    found: dict[str, list[ConflictView]] = {kind: [] for kind in _CONFLICTS}
    for claim in lookup.by_actor.get(actor.id, ()):
        for relation in lookup.relations.get(claim.id, ()):
            pair = (relation.source, relation.target)
            if relation.kind in found and pair not in seen:
                seen.add(pair)
                view = lookup.relation(relation, claim)
                found[relation.kind].append(ConflictView(lookup.views[claim.id], lookup.quotes[claim.id], view))
    say = lookup.words.say
    return tuple(
        ConflictsView(KindView(kind, say(RELATIONS[kind].heading or ""), say(RELATIONS[kind].definition)), tuple(pairs))
        for kind in _CONFLICTS
        if (pairs := found[kind])
    )
