"""A page before and after rendering: a template and a frozen view with all that it shows, then a file."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

from site_builder import urls
from site_builder.contents import Content

BUILT_IN = "theme/"
"""Before the name of a template: the built-in one, which a project's own of that name can extend."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of the site."""

    url: str
    """File path from the site's root, with a fragment where one is meant; templates put the root before it."""
    text: str
    """The link's words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of a page, from menu to footer; one value for the whole site."""

    title: str
    """The site's name."""
    tagline: str | None
    """One line under it."""
    scope: str
    """The basis of verdicts, in a sentence; empty where the site does not say."""
    language: str
    """BCP 47."""
    direction: str
    """ltr or rtl: how the language is written."""
    base_url: str
    """Absolute, ending with a slash."""
    publisher: str
    """The name of the publisher, who answers for the site."""
    publisher_url: str | None
    """Its own page."""
    licence: str | None
    """Name of the terms for the site's own records."""
    licence_url: str | None
    """Their text."""
    menu: tuple[LinkView, ...]
    """The main navigation."""
    policies: tuple[LinkView, ...]
    """The policy pages, for the footer."""
    lists: tuple[LinkView, ...]
    """Lists that are not in the menu, for the footer."""
    report_error: LinkView | None
    """The page on which a reader reports an error: the editors' own, or the list of corrections, which names the
    publisher; None where :attr:`email` is the only way."""
    email: str | None
    """The publisher's address, as a mailto: link has it."""
    report_address: str
    """Where a reader of a printed page reports an error: an absolute URL or an e-mail address."""
    exports: bool = False
    """Whether the site has feeds and data that pages may name."""
    archive: str = ""
    """Absolute URL of the whole site as one file; empty where there is none."""
    drafts: bool = False
    """Whether the site shows drafts, and says so on every page."""
    words_direction: str = "ltr"
    """ltr or rtl: how the interface's words are written, which are English where there are none in the language."""


@dataclass(frozen=True, slots=True)
class ShareImage:
    """A picture for link previews, before it is drawn."""

    kicker: str
    """On top: who claims it."""
    statement: str
    """Large."""
    verdict: str
    """The verdict's label, as large as the statement; empty on pages that have none."""
    meaning: str
    """The verdict's definition."""
    tone: str
    """The verdict's tone."""
    shape: int
    """The outline of its sign."""
    date: str
    """The date of the claim, in words."""
    scope: str
    """The basis of the verdict."""
    site: str
    """The site's name."""

    @property
    def path(self) -> str:
        """The file in which it is published, named after all that it shows, so that previews may be kept for ever."""
        shown = "\0".join(map(str, astuple(self)))
        return urls.share_image(hashlib.sha256(shown.encode()).hexdigest()[:16])


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be."""

    permalink: str
    """Its address from the site's root: ``claims/x/``, or a file name."""
    template: str
    """The template's name."""
    title: str
    """For the title element and previews, without the site's name."""
    description: str
    """One or two sentences for results lists and previews."""
    view: object
    """The frozen view: all that the template may show, so equality of views is equality of pages."""
    section: str = ""
    """Permalink of the menu entry that it belongs to."""
    listed: bool = True
    """False for pages that search engines should leave out (404, redirects, tombstones)."""
    data: str | None = None
    """Structured data as JSON-LD, ready for a script element."""
    twin: bool = False
    """True when its data stand beside it as JSON."""
    feed: str = ""
    """Permalink of the page whose feeds belong to this one: the site's, or its own."""
    image: ShareImage | None = None
    """The picture for link previews."""
    target: str = ""
    """Permalink of the page that it leads to, where it is at a former address."""

    @property
    def file(self) -> str:
        """The file to be written, from the site's root."""
        return urls.file(self.permalink)

    @property
    def root(self) -> str:
        """The way from this page to the site's root."""
        return urls.root(self.permalink)


@dataclass(frozen=True, slots=True)
class Made:
    """A rendered page: its file, and what the rest of the site needs to know about it."""

    file: str
    """Its path from the site's root."""
    permalink: str
    """Its address from the site's root."""
    listed: bool
    """False for pages that search engines should leave out."""
    target: str
    """Permalink of the page that it leads to, where it is at a former address."""
    image: ShareImage | None
    """The picture for link previews."""
    content: Content
    """The file's bytes, or where they are."""
