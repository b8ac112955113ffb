"""The card of a claim, which other sites show in a frame.

A verdict never travels without its meaning and what it rests on, nor a claim without its date and its corrections. The
card is at a claim's former addresses too: a frame that runs no script cannot follow a page's redirect. A draft has
none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Claim
from site_builder.page import Page
from site_builder.pages.claim import WithdrawnPage
from site_builder.pages.embed import LONG
from site_builder.pages.kind import Kind
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import ClaimView, told


@dataclass(frozen=True, slots=True)
class CardPage:
    """The contents of a card."""

    url: str
    """The claim's page."""
    canonical: str
    """The same, absolute."""
    claim: ClaimView | None
    """The claim; None when it was withdrawn."""
    checked: Date | None
    """The day on which the check was published; None where the record does not say, or the claim was withdrawn."""
    long: bool
    """True when its statement is set smaller."""
    correction: str
    """The HTML id of the last correction on the claim's page; empty where there is none."""
    withdrawn: WithdrawnPage | None
    """The day and the reason of its withdrawal; None when it was not withdrawn."""


def card_pages(lookup: Lookup, claim: Claim) -> Iterator[Page]:
    """The card of ``claim`` at its address and at its former ones."""
    last = claim.corrections[-1] if claim.corrections else None
    shown = None if claim.withdrawn else lookup.views[claim.id]
    view = CardPage(
        url=urls.file(urls.claim(claim.id)),
        canonical=urls.absolute(lookup.site.base_url, urls.claim(claim.id)),
        claim=shown,
        checked=claim.published if shown else None,
        long=shown is not None and len(shown.statement) > LONG,
        correction=urls.correction(len(claim.corrections)) if last else "",
        withdrawn=WithdrawnPage(last.date, last.change) if claim.withdrawn and last else None,
    )
    title = shown.title if shown else lookup.words.say("Withdrawn claim")
    description = told(shown, lookup.site.scope) if shown else title
    card = Page(urls.card(claim.id), "card.html", title, description, view, listed=False)
    yield card
    for former in claim.former_ids:
        if former != claim.id:
            yield replace(card, permalink=urls.card(former))


KIND = Kind(
    "card of claim",
    lambda lookup: (id_ for id_, claim in lookup.site.claims.items() if not claim.draft),
    lambda lookup, id_: card_pages(lookup, lookup.site.claims[id_]),
)
