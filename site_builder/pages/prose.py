"""The site's own prose, the page for addresses that do not exist, and the pages at former addresses."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.editorial import ProsePage
from site_builder.i18n import Words
from site_builder.model import Site
from site_builder.page import Page
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page of prose."""

    body: str
    """HTML."""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page that a host serves at every address that does not exist, at any depth."""

    root: str
    """Path of the site's root on its host: this page alone cannot link relatively."""


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A former address."""

    target: str
    """The file that it leads to, from the site's root."""
    canonical: str
    """The new address, absolute."""
    oembed: str = ""
    """The absolute URL of the file that says how to show the claim's card; empty where this is no claim's address."""


def prose_page(page: ProsePage) -> Page:
    """The page of ``page``."""
    permalink = urls.prose(page.id)
    return Page(permalink, "prose.html", page.title, page.description or page.title, ProseView(page.body), permalink)


def not_found_page(site: Site, words: Words) -> Page:
    """``404.html``."""
    view = NotFoundView(urls.base_path(site.base_url))
    return Page(
        urls.NOT_FOUND,
        "404.html",
        words.say("Page not found"),
        words.say("There is no page at this address."),
        view,
        listed=False,
    )


def redirect_page(lookup: Lookup, former: str) -> Page:
    """The page at the permalink ``former``, which leads to the present one."""
    site, words = lookup.site, lookup.words
    target, oembed = lookup.moved[former]
    title, description = words.say("Moved"), words.say("This page has moved.")
    card = urls.absolute(site.base_url, oembed) if oembed else ""
    view = RedirectView(urls.file(target), urls.absolute(site.base_url, target), card)
    return Page(former, "redirect.html", title, description, view, listed=False, target=target)


KIND = Kind("page", lambda lookup: lookup.site.pages, lambda lookup, id_: (prose_page(lookup.site.pages[id_]),))
NOT_FOUND = Kind("page not found", once, lambda lookup, _: (not_found_page(lookup.site, lookup.words),))
REDIRECT = Kind("former address", lambda lookup: lookup.moved, lambda lookup, former: (redirect_page(lookup, former),))
