"""The list of actors, and the page of each: what they said, what is said of them, how it was rated."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Actor
from site_builder.page import Page
from site_builder.pages.lookup import Lookup
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
    replies: tuple[ReplyView, ...]
    """The actor's words on the claims of others."""


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
    description = "Everyone who makes a claim here or of whom one is made, with the number of claims."
    return Page(urls.ACTORS, "actors.html", "Actors", description, view, urls.ACTORS)


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
        tally=tally(site, made),
        made=lookup.years(made),
        made_total=len(made),
        about=lookup.years(about),
        about_total=len(about),
        conflicts=_conflicts(lookup, actor),
        replies=tuple(
            ReplyView(quote_view(site, passage), lookup.views[claim.id])
            for claim, passage in lookup.spoken.get(actor.id, ())
        ),
    )
    description = (
        f"{actor.name}: claims made ({len(made)}) and claims about ({len(about)}), each with its words and sources."
    )
    return Page(urls.actor(actor.id), "actor.html", actor.name, description, view, urls.ACTORS)


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
