"""Another claim as the page of a related one shows it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.pages.quotes import QuoteView
from site_builder.pages.views import ClaimView


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another claim, seen from this one."""

    kind: str
    """A key of :data:`site_builder.relations.RELATIONS`."""
    side: str
    """against, account or alongside: where the page shows it."""
    phrase: str
    """The relation in words, shown before the other claim's speaker."""
    title: str
    """The pair in one sentence with ``{earlier}`` for this claim and ``{later}`` for the other."""
    note: str | None
    """The reason, in one sentence."""
    claim: ClaimView
    """The other claim."""
    quote: QuoteView
    """The words in which it was made."""
