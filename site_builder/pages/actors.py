"""The list of actors, by kind and name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.model import Actor
from site_builder.page import Page
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import PartView, parts
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


def actors_pages(lookup: Lookup) -> Iterator[Page]:
    """The list of all actors."""
    words = lookup.words
    description = words.say("Everyone who makes a claim here or is the subject of one, with the number of claims.")
    actors = sorted(lookup.site.actors.values(), key=lambda a: (_KINDS.index(a.kind), a.name.casefold(), a.id))
    for part in parts(urls.ACTORS, actors, PER_PAGE):
        groups = groupby(part.entries, key=lambda actor: actor.kind)
        lines = tuple((kind, tuple(_line(lookup, actor) for actor in some)) for kind, some in groups)
        title = part.title(words, words.say("Actors"))
        yield Page(part.permalink, "actors.html", title, description, ActorsPage(lines, part.view), urls.ACTORS)


def _line(lookup: Lookup, actor: Actor) -> ActorLine:
    made = len(lookup.by_actor.get(actor.id, ())) + len(lookup.joint.get(actor.id, ()))
    return ActorLine(lookup.actors[actor.id], made, len(lookup.about.get(actor.id, ())))


KIND = Kind("list of actors", once, lambda lookup, _: actors_pages(lookup))
