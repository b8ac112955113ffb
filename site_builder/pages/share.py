"""The picture that a link to a page shows: a claim's own, or the site's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from site_builder import urls
from site_builder.page import Page, ShareImage
from site_builder.pages.lookup import Lookup


def pictured(lookup: Lookup, can_draw: Callable[[str], bool] | None) -> Callable[[Page], Page]:
    """A function that gives a page its picture if the site wants any and there is a font (``can_draw``) to set it in.

    Where ``can_draw`` says no to a text, there is no picture rather than a wrong one.
    """
    site = lookup.site
    if can_draw is None or not site.images:
        return lambda page: page
    own = ShareImage(site.publisher.name, site.title, "", "", "neutral", 0, "", "", site.tagline or "")
    general = own if _drawable(own, can_draw) else None

    def with_picture(page: Page) -> Page:
        if not page.listed:
            return page
        image = _of_claim(lookup, page)
        picture = image if image and _drawable(image, can_draw) else general
        return replace(page, image=picture) if picture else page

    return with_picture


def _of_claim(lookup: Lookup, page: Page) -> ShareImage | None:
    """The picture of the claim to which this page belongs; None where it is no claim's page."""
    id_ = page.permalink.removeprefix(urls.CLAIMS).removesuffix("/")
    if page.permalink != urls.claim(id_) or id_ not in lookup.views:
        return None
    claim = lookup.views[id_]
    verdict = claim.verdict
    look = (verdict.label, verdict.definition, verdict.tone, verdict.shape)
    when, scope = lookup.words.date(claim.date), lookup.site.scope or ""
    return ShareImage(claim.lead, claim.statement, *look, when, scope, lookup.site.title)


def _drawable(image: ShareImage, can_draw: Callable[[str], bool]) -> bool:
    return can_draw(
        "".join((image.kicker, image.statement, image.verdict, image.meaning, image.date, image.scope, image.site))
    )
