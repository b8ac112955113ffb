"""Collects, in one pass, a page's statements about its author, date and publisher; judges nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from site_builder.editor.saved.tree import Element, Run

_LONGEST = 300
"""The number of characters of an element that are read: a byline is short."""
_AUTHOR = re.compile(r"\b(?:by-?line|author|writer|contributor)(?:s|-?name|-?link)?\b|\bauthor[-_]", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"bio|about|box|img|image|avatar|photo|date|time|share|social|twitter|follow|count|descr", re.IGNORECASE
)
_DAY = re.compile(r"date|time|publi|posted", re.IGNORECASE)


@dataclass(slots=True)
class Facts:
    """The facts that the elements and attributes of a page state, in the order of the page."""

    meta: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Contents of ``<meta>`` by name, in small letters."""
    json: list[str] = field(default_factory=list)
    """Scripts of JSON-LD."""
    styles: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    canonical: str = ""
    authors: list[tuple[int, str]] = field(default_factory=list)
    """Words marked up as an author (``itemprop``, ``rel``) or in a class that calls them a byline, and their places."""
    headline: int = 0
    """The place of the first ``<h1>``; places count the elements."""
    marked_days: list[str] = field(default_factory=list)
    """``<time>`` and ``itemprop``, the sure ones first."""
    named_days: list[str] = field(default_factory=list)
    """Words whose class calls them a date."""


def collect(root: Element) -> Facts:
    """The facts that the page ``root`` states about itself."""
    facts = Facts()
    texts: dict[Element, list[str]] = {}
    places: dict[Element, int] = {}
    place = 0
    stack: list[tuple[Element, tuple[list[str], ...]]] = [(root, ())]
    while stack:
        element, watching = stack.pop()
        place += 1
        _note(element, facts)
        facts.headline = facts.headline or (place if element.tag == "h1" else 0)
        if _may_tell(element):
            texts[element], places[element] = [], place
            watching = (*watching, texts[element])[-4:]
        for child in element.children:
            if isinstance(child, Element):
                continue
            for told in watching:
                told.append(child.text)
            for around in child.formatting:
                if around in texts or _may_tell(around):
                    texts.setdefault(around, []).append(child.text)
                    places.setdefault(around, place)
        stack += [(child, watching) for child in reversed(element.children) if isinstance(child, Element)]
    _tell(facts, texts, places)
    facts.authors.sort(key=lambda author: author[0])
    return facts


def inner_text(element: Element) -> str:
    """The characters directly in ``element``."""
    return "".join(child.text for child in element.children if isinstance(child, Run))


def _note(element: Element, facts: Facts) -> None:
    attrs, tag = element.attrs, element.tag
    if tag == "meta":
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or attrs.get("http-equiv") or ""
        for part in name.lower().split():
            facts.meta[part].append(attrs.get("content", ""))
    elif tag == "link" and "canonical" in attrs.get("rel", "").lower().split() and not facts.canonical:
        facts.canonical = attrs.get("href", "")
    elif tag == "script" and "ld+json" in attrs.get("type", "").lower():
        facts.json.append(inner_text(element))
    elif tag == "style":
        facts.styles.append(inner_text(element))
    elif tag == "title" and not facts.title:
        facts.title = inner_text(element)
    elif tag == "html":
        facts.language = attrs.get("lang", "") or attrs.get("xml:lang", "")
    if "datepublished" in attrs.get("itemprop", "").lower() or "pubdate" in attrs:
        facts.marked_days[:0] = [attrs.get("datetime", "") or attrs.get("content", "")]


def _may_tell(element: Element) -> bool:
    attrs = element.attrs
    if element.tag == "time" or "itemprop" in attrs or "author" in attrs.get("rel", ""):
        return True
    names = f"{attrs.get('class', '')} {attrs.get('id', '')}"
    return names != " " and (_AUTHOR.search(names) or _DAY.search(names)) is not None


def _tell(facts: Facts, texts: dict[Element, list[str]], places: dict[Element, int]) -> None:
    for element, parts in texts.items():
        attrs = element.attrs
        text = " ".join("".join(parts[:40]).split())
        names = f"{attrs.get('class', '')} {attrs.get('id', '')}"
        property_ = attrs.get("itemprop", "").lower()
        is_marked = property_ in ("author", "creator") or "author" in attrs.get("rel", "").split()
        if len(text) > _LONGEST:
            continue
        if "datepublished" in property_:
            facts.marked_days.append(text)
        elif element.tag == "time":
            facts.marked_days += [attrs.get("datetime", ""), text]
        elif text and (is_marked or (_AUTHOR.search(names) and not _NO_AUTHOR.search(names))):
            facts.authors.append((places[element], text))
        elif text and _DAY.search(names):
            facts.named_days.append(text)
