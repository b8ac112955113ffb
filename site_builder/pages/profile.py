"""The subjects of an actor's claims in numbers, counted once for every page that compares the actor with another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from site_builder.pages.groups import Claims, Years, years


@dataclass(frozen=True, slots=True)
class Profile:
    """The claims of an actor, counted."""

    claims: int
    """How many the actor made."""
    years: Years
    """When: years of the oldest and the newest."""
    accusing: int
    """How many of them accuse somebody."""
    accused: tuple[tuple[str, int], ...]
    """Ids of whom they accuse, each with the number of such claims."""
    topics: tuple[tuple[str, int], ...]
    """Ids of what they are filed under, likewise."""


def profile(made: Claims) -> Profile:
    """The profile of an actor who ``made`` these claims, the oldest first."""
    accused = Counter(other for claim in made for other in claim.accuses)
    topics = Counter(topic for claim in made for topic in claim.topics)
    accusing = sum(bool(claim.accuses) for claim in made)
    return Profile(len(made), years(made), accusing, tuple(sorted(accused.items())), tuple(sorted(topics.items())))
