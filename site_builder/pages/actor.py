"""The page of an actor: what the actor said, what is said about the actor, and how it was rated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Actor
from site_builder.page import LinkView, Page
from site_builder.pages.actor_lists import CONFLICTS, ListView, actor_feed, rated_name, shown
from site_builder.pages.bins import bins
from site_builder.pages.contradictions import KindView, kind_view
from site_builder.pages.drawing import Line
from site_builder.pages.groups import Filing
from site_builder.pages.kind import Kind
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import MOST_TABLE, Matrix, matrix
from site_builder.pages.others import OthersList, shown_others
from site_builder.pages.structured import actor_data, script
from site_builder.pages.tally import interval
from site_builder.pages.views import ActorView, VerdictView


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """The actor's pairs of one kind."""

    kind: KindView
    """contradicts or differs."""
    pairs: ListView
    """In time."""


@dataclass(frozen=True, slots=True)
class RatedView:
    """The actor's claims that have a verdict."""

    verdict: VerdictView
    """The verdict."""
    total: int
    """The number of claims that the actor made: the denominator."""
    claims: ListView
    """The claims with the verdict."""

    @property
    def interval(self) -> tuple[int, int] | None:
        """The range of the share, in whole percent; None where there are too few claims."""
        return interval(self.claims.total, self.total)


@dataclass(frozen=True, slots=True)
class ActorPage:
    """The contents of an actor's page."""

    actor: ActorView
    """The actor."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    also_known_as: tuple[str, ...]
    """Other names and spellings."""
    members: tuple[LinkView, ...]
    """The actors whom it bundles."""
    bundles: tuple[LinkView, ...]
    """The bundles to which the actor belongs."""
    same_as: tuple[str, ...]
    """The same actor elsewhere."""
    summary: str | None
    """HTML."""
    rated: tuple[RatedView, ...]
    """The claims made, by verdict."""
    made: ListView
    """Claims by the actor, oldest first."""
    joint: ListView
    """Claims of bundles to which the actor belongs, oldest first."""
    about: ListView
    """Claims about the actor, alone or in a bundle, oldest first."""
    conflicts: tuple[ConflictsView, ...]
    """The actor's claims that another claim contradicts, or that differ from another account, by kind."""
    speaks_of: OthersList
    """The actors whom the actor's claims are about."""
    spoken_of_by: OthersList
    """The actors whose claims are about the actor."""
    picture: Matrix | None
    """The actor's timeline; None where there is too little to compare."""
    replies: ListView
    """The actor's words on the claims of others."""


MOST_COLUMNS = 9
MOST_ROWS = 10
MOST_SIGNS = 25
"""Signs in the picture: the page has the claims themselves, too."""
WORTH_A_PICTURE = 2
"""Dates that an actor's claims must have: one column compares nothing."""


def actor_page(lookup: Lookup, actor: Actor) -> Page:
    """The page of ``actor``."""
    lists, others = shown(lookup, actor.id), shown_others(lookup, actor.id)
    made, joint, about = lists["claims"], lists["with-others"], lists["about"]
    view = ActorPage(
        actor=lookup.actors[actor.id],
        country=actor.country,
        also_known_as=actor.also_known_as,
        same_as=actor.same_as,
        members=_actor_links(lookup, actor.members),
        bundles=_actor_links(lookup, lookup.bundles.get(actor.id, ())),
        summary=actor.summary,
        rated=tuple(
            RatedView(verdict, made.total, lists[rated_name(id_)])
            for id_, verdict in lookup.verdicts.items()
            if rated_name(id_) in lists
        ),
        made=made,
        joint=joint,
        about=about,
        conflicts=tuple(ConflictsView(kind_view(lookup, kind), lists[kind]) for kind in CONFLICTS if lists[kind].total),
        speaks_of=others[0],
        spoken_of_by=others[1],
        picture=_picture(lookup, actor),
        replies=lists["replies"],
    )
    description = lookup.words.say(
        "{name}: claims made ({made}) and claims about ({about}), each with its words and sources.",
        name=actor.name,
        made=made.total + joint.total,
        about=about.total,
    )
    permalink = urls.actor(actor.id)
    data = script(actor_data(lookup.site, actor))
    feed = actor_feed(lookup, actor.id)
    return Page(permalink, "actor.html", actor.name, description, view, urls.ACTORS, data=data, feed=feed, twin=True)


def _actor_links(lookup: Lookup, ids: Iterable[str]) -> tuple[LinkView, ...]:
    return tuple(LinkView(lookup.actors[id_].url, lookup.actors[id_].name) for id_ in ids)


def _picture(lookup: Lookup, actor: Actor) -> Matrix | None:
    """The actor's claims by the actor whom they are about, and the claims about the actor by speaker, in time."""
    made = lookup.by_actor.get(actor.id, ())
    about = lookup.about.get(actor.id, ())
    if len({claim.date for claim in (*made, *about)}) < WORTH_A_PICTURE:
        return None
    say = lookup.words.say
    targets: dict[str, list[Filing]] = {}
    for claim in made:
        for other in claim.about or ("",):
            targets.setdefault(other, []).append(claim)
    speakers: dict[str, list[Filing]] = {}
    for claim in about:
        speakers.setdefault(claim.actor, []).append(claim)
    columns = bins((claim.date for claim in (*made, *about)), lookup.words, MOST_COLUMNS)
    drawn: list[Line] = []
    rest: list[Line] = []
    total = 0
    for heading, groups, place in (
        (say("Claims by {name}, about", name=actor.name), targets, "#made"),
        (say("Claims about {name}, by", name=actor.name), speakers, "#about"),
    ):
        total += len(groups)
        most = sorted(groups, key=lambda id_: -len(groups[id_]))
        for lines, ids in ((drawn, {*most[:MOST_ROWS]}), (rest, {*most[MOST_ROWS : MOST_TABLE // 2]})):
            rows = [_line(lookup, id_, some, place) for id_, some in groups.items() if id_ in ids]
            if rows:
                lines += [Line(heading), *rows]
    return matrix(drawn, rest, columns, lookup.verdicts, lookup.views, total, MOST_SIGNS)


def _line(lookup: Lookup, id_: str, claims: list[Filing], place: str) -> Line:
    if not id_:
        return Line(lookup.words.say("nobody in particular"), None, tuple(claims), place, indented=True)
    return Line(lookup.actors[id_].name, lookup.actors[id_].url, tuple(claims), place, indented=True)


KIND = Kind(
    "actor", lambda lookup: lookup.site.actors, lambda lookup, id_: (actor_page(lookup, lookup.site.actors[id_]),)
)
