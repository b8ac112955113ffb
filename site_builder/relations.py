"""The relations between two claims: each kind with its definition and the words that pages use for it.

One table for the builder, the pages, the schemas and the docs. A relation is filed on one claim and read from it to the
other; both claims' pages show it. Knows nothing of claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.i18n import say

RelationKind = Literal["contradicts", "denies", "differs", "qualifies", "supports", "repeats", "resembles"]
Side = Literal["against", "account", "alongside"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of relation. All texts are English and marked for the catalogues."""

    definition: str
    """Its meaning, in one sentence."""
    side: Side
    """Its place on a claim's page: as opposed to the claim, as another account, or to be read with it."""
    phrase: str
    """Before the other claim's speaker, on the page of the claim that was filed with the relation."""
    answered: str
    """… and on the page of the other claim."""
    forward: str
    """The pair's title when the earlier claim was filed with the relation; ``{earlier}`` and ``{later}`` are claims."""
    backward: str
    """… and when the later one was."""
    heading: str | None = None
    """The heading of such pairs where they are side by side; None where they are not."""


RELATIONS: Mapping[RelationKind, Kind] = {
    "contradicts": Kind(
        say("As stated, the two cannot both be true."),
        "against",
        say("Contradicts"),
        say("Contradicted by"),
        say("{earlier} contradicts {later}"),
        say("{earlier} contradicted by {later}"),
        say("Contradictions"),
    ),
    "denies": Kind(
        say("One claim rejects exactly what the other says."),
        "against",
        say("Denies"),
        say("Denied by"),
        say("{earlier} denies {later}"),
        say("{earlier} denied by {later}"),
        say("Denials"),
    ),
    "differs": Kind(
        say("The two give different accounts of the same matter, or name different accused; both may be true."),
        "account",
        say("Another account:"),
        say("Another account:"),
        say("{earlier}, and {later}"),
        say("{earlier}, and {later}"),
        say("Differing accounts"),
    ),
    "qualifies": Kind(
        say("One claim narrows or softens the other."),
        "alongside",
        say("Qualifies"),
        say("Qualified by"),
        say("{earlier} qualifies {later}"),
        say("{earlier} qualified by {later}"),
        say("Qualifications"),
    ),
    "supports": Kind(
        say("One claim is a reason to believe the other."),
        "alongside",
        say("Supports"),
        say("Supported by"),
        say("{earlier} supports {later}"),
        say("{earlier} supported by {later}"),
    ),
    "repeats": Kind(
        say("The same thing is said again."),
        "alongside",
        say("Repeats"),
        say("Repeated in"),
        say("{earlier} repeats {later}"),
        say("{earlier} repeated in {later}"),
    ),
    "resembles": Kind(
        say("One claim says nearly the same as the other, but not exactly."),
        "alongside",
        say("Much the same:"),
        say("Much the same:"),
        say("{earlier}, and much the same {later}"),
        say("{earlier}, and much the same {later}"),
    ),
}
"""In the order in which pages show them."""

DESCRIPTION = " ".join(f"{kind}: {meaning.definition}" for kind, meaning in RELATIONS.items())
"""All kinds and definitions in one text, for schemas."""
