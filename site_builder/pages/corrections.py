"""Every correction ever made, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.dates import Date
from site_builder.page import LinkView, Page
from site_builder.pages.lookup import Lookup


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction."""

    date: Date
    """The day."""
    change: str
    """What was wrong and what it says now."""
    claim: LinkView
    """The corrected claim."""
    withdrawn: bool
    """True when it took the claim back."""


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """All corrections."""

    corrections: tuple[CorrectionView, ...]
    """Newest first."""
    policy: LinkView | None
    """The corrections policy."""
    report: LinkView | None
    """Where to report an error."""


def corrections_page(lookup: Lookup) -> Page:
    """The page of all corrections."""
    site = lookup.site
    say = lookup.words.say
    corrections = []
    for claim in site.claims.values():
        # A withdrawn claim's statement is not repeated anywhere.
        text = say("Withdrawn claim ({id})", id=claim.id) if claim.withdrawn else claim.statement
        link = LinkView(urls.file(urls.claim(claim.id)), text)
        for number, item in enumerate(claim.corrections, 1):
            last = number == len(claim.corrections)
            corrections.append(CorrectionView(item.date, item.change, link, claim.withdrawn and last))
    corrections.sort(key=lambda item: (item.date.earliest, item.claim.url), reverse=True)
    view = CorrectionsPage(
        tuple(corrections), policy_link(lookup, site.policies.corrections), policy_link(lookup, site.policies.contact)
    )
    description = say("Every correction to a published check, newest first.")
    return Page(urls.CORRECTIONS, "corrections.html", say("Corrections"), description, view, urls.CORRECTIONS)


def policy_link(lookup: Lookup, id_: str | None) -> LinkView | None:
    """A link to the prose page ``id_``, where the site has it."""
    page = lookup.site.pages.get(id_ or "")
    return LinkView(urls.file(urls.prose(page.id)), page.title) if page else None
