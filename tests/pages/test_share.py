from __future__ import annotations

from site_builder.link.site import link
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.page import Page
from site_builder.pages.lookup import index
from site_builder.pages.plan import plan, tasks, whole
from site_builder.pages.share import pictured
from tests.link.test_site import with_second
from tests.projects import edited

CLAIM, OTHER = "claims/roads-are-safe/", "claims/roads-are-old/"


def pages(project: Project, lacks: str | None = "") -> dict[str, Page]:
    """The pages by permalink, with pictures in a font that ``lacks`` some letters; None: there is no font."""
    site, _ = link(load(project)[0])
    assert site is not None
    lookup = whole(index(site), (), None)

    def can_draw(text: str) -> bool:
        return not set(lacks or "") & set(text)

    with_picture = pictured(lookup, None if lacks is None else can_draw)
    made = (with_picture(page) for task in tasks(lookup) for page in plan(lookup, task))
    return {page.permalink: page for page in made}


def test_a_claim_has_its_own_picture_and_other_pages_the_site_s() -> None:
    made = pages(with_second())
    own, other, site = (made[permalink].image for permalink in (CLAIM, OTHER, ""))
    assert own is not None
    assert (own.kicker, own.statement, own.verdict) == ("Ann Able claims:", "The roads are safe.", "Disputed")
    assert (own.meaning, own.tone, own.date, own.site) == ("Somebody denies it.", "mixed", "2 May 2020", "Minimal")
    assert other is not None
    assert other.statement == "The roads are old."
    assert site is not None
    assert (site.kicker, site.statement, site.verdict) == ("Nobody", "Minimal", "")
    shown = {permalink: page.image for permalink, page in made.items() if page.listed}
    assert {permalink for permalink, image in shown.items() if image != site} == {CLAIM, OTHER}
    assert all(page.image is None for page in made.values() if not page.listed)


def test_what_the_font_lacks_has_the_site_s_picture_or_none() -> None:
    made = pages(with_second(), lacks="f")  # of "safe"
    assert made[CLAIM].image == made[""].image
    assert made[OTHER].image != made[""].image
    assert {page.image for page in pages(with_second(), lacks="M").values()} == {None}  # the site's title is everywhere


def test_without_a_font_or_where_the_site_wants_none_there_are_no_pictures() -> None:
    off = edited(with_second(), "content/site.yaml", "title: Minimal", "title: Minimal\nimages: false")
    for made in (pages(with_second(), lacks=None), pages(off)):
        assert made
        assert all(page.image is None for page in made.values())
