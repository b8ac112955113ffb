"""The list of actors, by kind and name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.views import ActorView

PER_PAGE = 150
"""Actors of a part: 30 to 60 KB of HTML."""
_KINDS = ("person", "organisation", "state", "group")


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
    """Part of the list of all actors. A list by name has no end at which it grows: a new actor moves those after."""

    groups: tuple[tuple[str, tuple[ActorLine, ...]], ...]
    """Kind, and the actors of that kind by name."""
    part: PartView
    """The part of the list."""


def actors_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the list of all actors."""
    words = lookup.words
    description = words.say("Everyone who makes a claim here or is the subject of one, with the number of claims.")
    groups = groupby((_line(lookup, id_) for id_ in part.entries), key=lambda line: line.actor.kind)
    view = ActorsPage(tuple((kind, tuple(lines)) for kind, lines in groups), part.view)
    return Page(part.permalink, "actors.html", part.title(words, words.say("Actors")), description, view, urls.ACTORS)


def _parts(lookup: Lookup) -> Iterable[Part[str]]:
    actors = sorted(
        lookup.actors.items(), key=lambda item: (_KINDS.index(item[1].kind), item[1].name.casefold(), item[0])
    )
    return parts(urls.ACTORS, [id_ for id_, _ in actors], PER_PAGE)


def _line(lookup: Lookup, id_: str) -> ActorLine:
    made = len(lookup.by_actor.get(id_, ())) + len(lookup.joint.get(id_, ()))
    return ActorLine(lookup.actors[id_], made, len(lookup.about.get(id_, ())))


KIND = ListKind(
    "list of actors", once, lambda lookup, _: _parts(lookup), lambda lookup, _, part: actors_page(lookup, part)
)
