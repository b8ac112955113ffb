"""Headline, authors, day, publisher, language and address of a saved page.

A page gives them several times: in JSON-LD, in ``<meta>`` (Open Graph, Dublin Core, Highwire, Parse.ly), in microdata,
and in its visible words. The most reliable source comes first; an archived page gives those of its original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.editor.saved.archive import Copy, copy_at, original
from site_builder.editor.saved.authors import names
from site_builder.editor.saved.days import day_in
from site_builder.editor.saved.facts import Facts
from site_builder.editor.saved.jsonld import Fields, fields
from site_builder.records.languages import tag

_TITLES = "og:title twitter:title parsely-title dc.title dcterms.title citation_title sailthru.title title".split()
_AUTHORS = (
    "article:author_name author article:author parsely-author dc.creator dcterms.creator dc.contributor "
    "citation_author citation_authors sailthru.author byl byline og:article:author authors article.author"
).split()
_DAYS = (
    "article:published_time og:published_time datepublished og:article:published_time parsely-pub-date "
    "citation_publication_date citation_date citation_online_date dc.date.issued dcterms.issued dcterms.created "
    "dc.date dcterms.date dc.date.created sailthru.date pubdate publish-date publish_date publication_date "
    "article.published article_date_original originalpublicationdate displaydate cxenseparse:recs:publishtime date "
    "ptime creation_date"
).split()
_PUBLISHERS = "og:site_name dc.publisher dcterms.publisher citation_journal_title application-name publisher".split()
_BYLINE = re.compile(r"(?:by|von|par|por|av|door|автор|аўтар)\b[: ]", re.IGNORECASE)
_NEAR = 12
"""The number of elements that may be between two parts of a byline, or between it and a headline that follows."""
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_UNENCODED = re.compile(r"[\\^`{|}<>\"]|%(?![0-9A-Fa-f]{2})")
"""Signs that an address has in percent-encoded form only (RFC 3987)."""
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)", re.IGNORECASE)
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-])|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D)")
_TITLE_END = re.compile(r"(?<!\s)\s+[-–—|:·•»]\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts that a page states about itself; an empty text stands for a fact that it does not state."""

    title: str = ""
    byline: tuple[str, ...] = ()
    agency: str = ""
    """The agency whose text it is: where no person wrote it."""
    contributors: tuple[str, ...] = ()
    """Agencies beside the authors."""
    published: str = ""
    """``YYYY-MM-DD``."""
    publisher: str = ""
    language: str = ""
    """BCP 47."""
    url: str = ""
    """The publisher's page."""
    archived: Copy | None = None


def read_metadata(
    page: str, facts: Facts, headlines: tuple[str, ...], opening: Sequence[str], location: str = ""
) -> Metadata:
    """The facts that ``page`` states about itself.

    ``headlines`` are its first-level headings, ``opening`` the first lines of the story, ``location`` the address that
    the file around it (MHTML) gives.
    """
    told = fields(facts.json)
    addresses = list(_addresses(page, facts, told, location))
    copies = [copy for address in addresses if (copy := copy_at(address))]
    url = next(iter(addresses), "")
    publisher = _clean(next(iter([*told.get("publisher", []), *_of(facts, _PUBLISHERS)]), ""))
    if site := next(iter(_of(facts, ["og:site_name"])), ""):
        publisher = _clean(site)
    title = _title(facts, told, [headline for headline in headlines if not _words(headline) <= _words(publisher)])
    byline, agencies = _authors(facts, told, opening, publisher)
    return Metadata(
        title=_without_site(title, publisher),
        byline=tuple(byline),
        agency=agencies[0] if agencies and not byline else "",
        contributors=tuple(agencies if byline else agencies[1:]),
        published=_day(facts, told, opening, original(url)),
        publisher=publisher,
        language=_language(facts, told),
        url=original(url),
        archived=copies[0] if copies else None,
    )


def _of(facts: Facts, keys: Iterable[str]) -> list[str]:
    """The contents of the ``<meta>`` named by ``keys``, in the order of the keys."""
    return [value for key in keys for value in facts.meta.get(key, ()) if value.strip()]


def _clean(text: str) -> str:
    return " ".join(text.split())


def _addresses(page: str, facts: Facts, told: Fields, location: str) -> Iterable[str]:
    saved_from = _SAVED_FROM.search(page[:5000])
    for address in (
        facts.canonical,
        *_of(facts, ["og:url"]),
        *told.get("url", []),
        location,
        saved_from[1] if saved_from else "",
    ):
        if found := _ADDRESS.fullmatch(address.strip().replace(" ", "%20")):
            yield _UNENCODED.sub(lambda sign: f"%{ord(sign[0]):02X}", found[0].partition("#")[0])


def _title(facts: Facts, told: Fields, headlines: Sequence[str]) -> str:
    """The headline that a reader sees, if it is the one that the page names; else the one that it names."""
    given = [*told.get("title", []), *_of(facts, _TITLES), facts.title]
    known = {word for text in given for word in _words(text)}
    for headline in headlines:
        words = _words(headline)
        is_known = len(words & known) >= 0.6 * len(words) and (len(words) > 2 or len(headlines) == 1)
        if words and (is_known or words == _words(given[0])):
            return headline
    return _clean(next(filter(str.strip, given), "")) or next(iter(headlines), "")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _without_site(title: str, publisher: str) -> str:
    parts = _TITLE_END.split(title)
    if len(parts) > 1 and publisher and _words(parts[-1]) <= _words(publisher) | {"www", "com"}:
        return title[: title.rindex(parts[-1])].rstrip(" -–—|:·•»")
    return title


def _authors(facts: Facts, told: Fields, opening: Sequence[str], publisher: str) -> tuple[list[str], list[str]]:
    lines = [line for words in opening for line in words.split("\n") if len(line) < 100 and _BYLINE.match(line)]
    for bylines in (told.get("authors", []), _of(facts, _AUTHORS), _near_headline(facts), lines[:1]):
        people, agencies = names(bylines, publisher)
        if people or agencies:
            return people, agencies
    return [], []


def _near_headline(facts: Facts) -> list[str]:
    """The first bylines after the headline that are together: others on the page are of other stories."""
    behind = [author for author in facts.authors if author[0] > facts.headline - _NEAR] or facts.authors
    return [text for place, text in behind if place <= behind[0][0] + _NEAR][:6]


def _day(facts: Facts, told: Fields, opening: Sequence[str], url: str) -> str:
    in_path = _PATH_DAY.search(url)
    of_path = "-".join(part.zfill(2) for part in in_path.groups() if part) if in_path else ""
    for text in (
        *told.get("published", []),
        *_of(facts, _DAYS),
        *facts.marked_days,
        *facts.named_days[:12],
        of_path,
        *(line for line in opening if len(line) < 160),
    ):
        if day := day_in(text):
            return day
    return ""


def _language(facts: Facts, told: Fields) -> str:
    for text in (
        facts.language,
        *told.get("language", []),
        *_of(facts, ["content-language", "og:locale", "dc.language"]),
    ):
        if language := tag(text.strip()):
            return language
    return ""
