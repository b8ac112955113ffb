"""The people on a claim's page: those who checked and reviewed it, and those who were asked for a reply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Claim, Site
from site_builder.page import LinkView
from site_builder.pages.views import links


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who checked a claim or reviewed a check."""

    name: str
    """As site.yaml or the claim has it."""
    role: str | None
    """The person's part in the work on the site."""
    interests: tuple[LinkView, ...]
    """Actors in whom the person declares an interest."""

    def __str__(self) -> str:
        """The name alone, for a theme that prints no more."""
        return self.name


@dataclass(frozen=True, slots=True)
class AskedView:
    """Somebody whom the newsroom asked for a reply."""

    name: str
    """Of an actor or of somebody else."""
    url: str
    """The actor's page; empty where it is somebody else."""
    date: Date
    """The date on which the newsroom asked."""
    answer: str | None
    """The answer, where one is on file."""
    unanswered: bool
    """True where the record says that no answer came."""


def asked(site: Site, claim: Claim) -> tuple[AskedView, ...]:
    """Those whom the newsroom asked for a reply to ``claim``."""
    found = []
    for told in claim.asked:
        actor = site.actors.get(told.of)
        url = urls.file(urls.actor(actor.id)) if actor else ""
        found.append(AskedView(actor.name if actor else told.of, url, told.date, told.answer, told.unanswered))
    return tuple(found)


def people(site: Site, named: Iterable[str]) -> tuple[PersonView, ...]:
    """The people ``named`` by id, or by a name about which the ``site`` says nothing."""
    found = []
    for who in named:
        person = site.people.get(who)
        interests = links((urls.actor(id_), site.actors[id_].name) for id_ in (person.interests if person else ()))
        found.append(PersonView(person.name if person else who, person.role if person else None, interests))
    return tuple(found)
