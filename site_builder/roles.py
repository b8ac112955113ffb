"""The roles of passages: each with its definition, its place and the words that pages use for it.

One table for the records, the pages, the schemas and the docs. To add a role, add its row here and its words to the
catalogues (``make words``). Knows nothing of claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.i18n import say

Role = Literal["claim", "denial", "evidence", "context"]
Basis = Literal["evidence", "denial"]
"""Roles that a verdict may require of a claim's passages."""
Place = Literal["words", "denials", "evidence"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one role. All words for readers are English and marked for the catalogues."""

    definition: str
    """The passage's function, in one sentence."""
    place: Place
    """Its place on a claim's page: as the words of the claim, among the denials, or with the evidence."""
    phrase: str
    """Before the claim's title, on the pages of the article and of the speaker."""
    told: str
    """Its name in search results."""


ROLES: Mapping[Role, Meaning] = {
    "claim": Meaning(
        "The claim is made in these words.",
        "words",
        say("Quoted for the claim"),
        say("The report"),
    ),
    "denial": Meaning(
        "Somebody rejects the claim.",
        "denials",
        say("Denial of"),
        say("The denial"),
    ),
    "evidence": Meaning(
        "It supports the claim, wholly or in part.",
        "evidence",
        say("Evidence on"),
        say("Evidence and context"),
    ),
    "context": Meaning(
        "It says what a reader has to know to judge the claim.",
        "evidence",
        say("Context for"),
        say("Evidence and context"),
    ),
}
"""In the order in which an editor chooses; the first is the default."""

PLACES: tuple[Place, ...] = tuple(dict.fromkeys(meaning.place for meaning in ROLES.values()))
"""The places on a claim's page, from top to bottom."""

DESCRIPTION = " ".join(f"{role}: {meaning.definition}" for role, meaning in ROLES.items())
"""All roles and definitions in one text, for schemas."""
