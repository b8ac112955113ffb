"""Checks that links within the site, in the site's own texts, lead somewhere.

An address is relative to its page, or begins with a slash and is then relative to the host. Links to other sites are
not checked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urlsplit

from site_builder import urls
from site_builder.addresses import mail_meant, web_meant
from site_builder.link.heads import Head
from site_builder.link.nearby import Nearby
from site_builder.link.publishers import publisher_ids
from site_builder.markdown import Unknown
from site_builder.records.entries import Everything
from site_builder.records.scales import named_by, steps

_LISTS = frozenset(f"{name}/" for name in urls.LISTS)
_PAGE = re.compile(r"(.*/|)index\.html")
_TWIN = re.compile(r"((?:claims|actors|articles)/[^/]+/)index\.json")
_PARTS = (
    r"(?:claims|actors|articles|topics|publishers|compare|balance|corrections|contradictions/\w+"
    r"|(?:topics|verdicts|publishers)/[\w-]+|actors/[\w-]+/[\w-]+(?:/[\w-]+)?)"
)
_MADE = re.compile(rf"{_PARTS}/page/\d+/|404\.html|assets/.*|pagefind/.*")
_NAMED = re.compile(r"(?:data/(?:schema/)?)?[\w-]+(?:\.\w+)+")
_PLACES = {
    "claims": "main words denials against assessment evidence alongside repeats others sources corrections".split(),
    "actors": "main rated timeline accusations conflicts made replies about".split(),
}
"""HTML ids on the pages of a kind; other pages have ``main`` only."""
_NUMBERED = re.compile(r"(?:source|correction)-\d+|p-[0-9a-f]{10}")


class Meant:
    """The record links of a site's pages, to look up which one was meant."""

    def __init__(self, pages: Collection[str]) -> None:
        self._pages = pages

    def named(self, id_: str) -> str | None:
        """Advice with the link to the page with this id, or with one like it; None where none is near."""
        if link := self._links.get(id_):
            return f"write {link}"
        near = self._nearby.near(id_)
        return f"did you mean {self._links[near]}?" if near else None

    @cached_property
    def _nearby(self) -> Nearby:
        return Nearby(dict.fromkeys(self._links, ""))

    @cached_property
    def _links(self) -> Mapping[str, str]:
        """The record link of each id that a page has; the site's own pages first."""
        kinds = {"claims": "claim", "actors": "actor", "articles": "article"}
        links: dict[str, str] = {}
        for page in sorted(self._pages, key=lambda page: (page.count("/"), page)):
            first, _, rest = page.rstrip("/").partition("/")
            if not rest and first not in urls.RESERVED:
                links.setdefault(first, f"[[page:{first}]]")
            elif first in kinds and "/" not in rest:
                links.setdefault(rest, f"[[{kinds[first]}:{rest}]]")
        return links


@dataclass(frozen=True, slots=True)
class Addresses:
    """All addresses of a site."""

    pages: Mapping[str, str]
    """The permalinks of its records, former ones included; each stands for itself."""
    base: Mapping[str, str] = field(default_factory=lambda: {"": "/"})
    """The path of the site's own address."""
    files: Collection[str] | None = None
    """Files for programs, by path; None if they are not known: then every link to such a file is accepted."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """First parts of the addresses of records that could not be read: nothing is known of what is under them."""

    meant: list[Meant] = field(default_factory=list, compare=False)
    """The links of its pages, once they have been asked for."""

    def fault(self, permalink: str, address: str) -> Unknown | None:
        """The reason why ``address`` on the page at ``permalink`` is dead; None for a good one, or one off the site."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return Unknown(f'"{address}" is not an address', None)
        better = web_meant(unquote(address), bare=False) or mail_meant(unquote(address))
        if parts.netloc and not parts.scheme:
            # From disk it would lead to a file.
            return Unknown(f'"{address}" does not say https: or http:', f"write {better or 'the whole address'}")
        if parts.scheme:
            return None
        if not parts.path:
            return self._place_fault(permalink, unquote(parts.fragment))
        path = self._path(permalink, unquote(parts.path))
        if path is not None and self._leads(path):
            return None
        return Unknown(
            f'"{address}" does not lead to a page of the site',
            f"write {better}" if better else self._advice(parts.path),
        )

    def _place_fault(self, permalink: str, place: str) -> Unknown | None:
        kind = permalink.split("/")[0]
        if not place or place in _PLACES.get(kind, ["main"]) or (kind == "claims" and _NUMBERED.fullmatch(place)):
            return None
        return Unknown(f'this page has no anchor "#{place}"', "headings have no addresses: link to the page")

    def _path(self, permalink: str, path: str) -> str | None:
        """The path from the site's root; None for one outside of it."""
        if path.startswith("/"):
            base = self.base[""]
            return path.removeprefix(base) if path.startswith(base) else None
        steps = permalink.split("/")[:-1]
        names = path.split("/")
        for name in names[:-1]:
            if name == ".." and not steps:
                return None
            if name == "..":
                steps.pop()
            elif name != ".":
                steps.append(name)
        last = "" if names[-1] == "." else names[-1]
        return "/".join((*steps, last)) if last != ".." else None

    def _leads(self, path: str) -> bool:
        if path.split("/")[0] in self.unknown:
            return True
        beside = _PAGE.fullmatch(path) or _TWIN.fullmatch(path)
        folder = beside[1] if beside else path
        if any(address in self.pages or address in _LISTS for address in (folder, f"{folder}/")):
            return True
        made = _MADE.fullmatch(folder) or _MADE.fullmatch(path)
        return folder == "" or made is not None or self._is_file(path)

    def _is_file(self, path: str) -> bool:
        """True when ``path`` is a file for programs; files that begin with ``_`` are for the host only."""
        if self.files is None:
            return _NAMED.fullmatch(path) is not None
        return path in self.files and not path.startswith("_")

    def _advice(self, path: str) -> str | None:
        """The record link for the page that is meant."""
        names = [name for name in unquote(path).split("/") if name.strip(".")]
        if names and names[-1] == "index.html":
            names.pop()
        wanted = re.sub(r"\.(?:md|html?)$", "", names[-1]) if names else ""
        # Counting them is a question about all of them, which the answer depends on.
        meant = self._meant().named(wanted) if wanted and len(self.pages) else None
        return meant or "link to a page with [[page:ID]], to a record with [[claim:ID]]"

    def _meant(self) -> Meant:
        if not self.meant:
            self.meant.append(Meant(self.pages))
        return self.meant[0]


def addresses(records: Everything[Head], files: Collection[str] | None = None) -> Addresses:
    """The addresses that the pages of ``records`` will have, and those of the site's ``files`` for programs."""
    site = records.site.record if records.site else None
    articles = [entry for entry, _ in records.articles]
    pages = [urls.prose(entry.id) for entry, _ in records.pages]
    for make, entries in ((urls.claim, records.claims), (urls.actor, records.actors), (urls.article, articles)):
        for entry in entries:
            if not entry.draft:
                pages += (make(entry.id), *map(make, getattr(entry.record, "former_ids", ())))
    if site:
        pages += (urls.TOPICS,) if site.topics else ()
        pages += (
            *map(urls.topic, site.topics),
            *(urls.verdict(step.key) for step in steps(site, named_by(e.record for e in records.claims))),
        )
    named = publisher_ids(records)
    pages += (urls.PUBLISHERS, *map(urls.publisher, named.values())) if named else ()
    pages += (*_feeds(records), *records.static)
    unknown = (*(("topics", "verdicts") if site is None else ()), *(f"{kind}s" for kind in records.unknown))
    base = urls.base_path(site.base_url) if site else "/"
    return Addresses({page: page for page in pages}, {"": base}, files, {name: name for name in unknown})


def _feeds(records: Everything[Head]) -> list[str]:
    """The feeds of actors and topics with published claims, withdrawn ones included."""
    published = [entry.record for entry in records.claims if entry.record and not entry.draft]
    speakers = {record.actor for record in published}
    pages = [urls.topic(id_) for id_ in dict.fromkeys(topic for record in published for topic in record.topics)]
    for entry in records.actors:
        if entry.id in speakers:
            pages += map(urls.actor, (entry.id, *(entry.record.former_ids if entry.record else ())))
    return [page + name for page in pages for name in (urls.ATOM, urls.JSON_FEED)]
