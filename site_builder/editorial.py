"""A newsroom's decisions for its whole site, and what it publishes about its own work.

The decisions are rating scale, topics, people, publisher, policies and pages of its own. Like the values
of :mod:`site_builder.model`, these are frozen and compared by content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.dates import Date
from site_builder.roles import Basis

Tone = Literal["positive", "mixed", "negative", "neutral"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One step of a rating scale."""

    id: str
    """Its address under ``verdicts/``; of an earlier scale it may have that scale before it."""
    label: str
    """The word that readers see."""
    definition: str
    """One sentence that a reader can apply."""
    value: int | None
    """1 (worst) to 5 (best); none for ratings off the axis."""
    tone: Tone
    """Chooses sign and colour."""
    requires: tuple[Basis, ...] = ()
    """The evidence or denials that a claim must have on file to be rated so."""
    scale: str | None = None
    """Id of the earlier scale that it is a step of; None for the one in use."""
    until: Date | None = None
    """The last day on which that scale was in use."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that claims are filed under."""

    id: str
    """Its address under ``topics/``."""
    label: str
    """The name that readers see."""
    description: str | None
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who checks claims, or reviews checks."""

    id: str
    """As claims name the person."""
    name: str
    """As it is printed."""
    role: str | None
    """The person's part in the work on the site."""
    interests: tuple[str, ...]
    """Ids of the actors in whom the person declares an interest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whom the newsroom asked for a reply."""

    date: Date
    """The date on which the newsroom asked."""
    of: str
    """Id of an actor, or the name of somebody else."""
    answer: str | None
    """The answer; none where none is on file."""
    unanswered: bool
    """True where the record says that no answer came."""


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page of the site's own."""

    id: str
    """Its address: ``<id>/``."""
    title: str
    """Heading and title."""
    description: str | None
    """One line for lists and previews."""
    menu: int | None
    """Place in the menu."""
    body: str
    """HTML, rendered for the page."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """The newsroom or organisation that answers for the site."""

    name: str
    """As it is printed."""
    kind: Literal["newsroom", "organisation"]
    """Whether it is a news organisation, for structured data."""
    url: str | None
    """Its own page."""
    email: str | None
    """The address to which readers report errors."""


@dataclass(frozen=True, slots=True)
class Policies:
    """Ids of the pages that a fact-checker owes its readers; None for a page that the site lacks."""

    methodology: str | None
    """The page on how claims are chosen and rated."""
    corrections: str | None
    """The page on how errors are corrected."""
    funding: str | None
    """The page on who pays."""
    contact: str | None
    """The page on whom to write to."""
