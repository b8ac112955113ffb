"""The subjects of an actor's claims in numbers, counted once for every page that compares the actor with another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from site_builder.pages.groups import Filings, Years, years


@dataclass(frozen=True, slots=True)
class Profile:
    """The claims of an actor, counted."""

    claims: int
    """The number of claims that the actor made."""
    years: Years
    """The years of the oldest and the newest."""
    accusing: int
    """The number of those that accuse somebody."""
    accused: tuple[tuple[str, int], ...]
    """Ids of the actors whom they accuse, each with the number of such claims."""
    topics: tuple[tuple[str, int], ...]
    """Ids of the topics under which they are filed, likewise."""


def profile(made: Filings) -> Profile:
    """The profile of an actor who ``made`` these claims, the oldest first."""
    accused = Counter(other for claim in made for other in claim.accuses)
    topics = Counter(topic for claim in made for topic in claim.topics)
    accusing = sum(bool(claim.accuses) for claim in made)
    return Profile(len(made), years(made), accusing, tuple(sorted(accused.items())), tuple(sorted(topics.items())))
