"""Which picture a link to a page shows: a claim's own, or the site's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from site_builder import urls
from site_builder.page import Page, ShareImage
from site_builder.pages.lookup import Lookup


def with_images(lookup: Lookup, pages: Iterable[Page], can_draw: Callable[[str], bool] | None) -> list[Page]:
    """``pages`` with their pictures, if the site wants any and there is a font (``can_draw``) to set them in.

    Where ``can_draw`` says no to a text, there is no picture rather than a wrong one.
    """
    site = lookup.site
    if can_draw is None or not site.images:
        return list(pages)
    own = ShareImage(site.publisher.name, site.title, "", "", "neutral", 0, "", "", site.tagline or "")
    general = own if _drawable(own, can_draw) else None
    claims = {urls.claim(claim.id): claim.id for claim in lookup.claims}
    shown: list[Page] = []
    for page in pages:
        image = None
        if page.permalink in claims:
            claim = lookup.views[claims[page.permalink]]
            verdict = claim.verdict
            when, scope = lookup.words.date(claim.date), site.scope or ""
            look = (verdict.label, verdict.definition, verdict.tone, verdict.shape)
            image = ShareImage(claim.lead, claim.statement, *look, when, scope, site.title)
        picture = image if image and _drawable(image, can_draw) else general
        shown.append(replace(page, image=picture) if page.listed and picture else page)
    return shown


def _drawable(image: ShareImage, can_draw: Callable[[str], bool]) -> bool:
    return can_draw(
        "".join((image.kicker, image.statement, image.verdict, image.meaning, image.date, image.scope, image.site))
    )
