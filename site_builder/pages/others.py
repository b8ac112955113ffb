"""Lists of actors about whom an actor speaks, and of those who speak about the actor: by name, each with the claims.

A short list has its claims on the actor's page. A long one has an address of its own in parts, and the actor's page
names those with the most claims. Where one actor makes many claims about another, these have a page too:
``actors/<id>/speaks-of/<other>/``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.actor_lists import PER_PAGE, ActorListPage, actor_feed, entries
from site_builder.pages.kind import ListKind
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.views import ActorView, ClaimView

MOST_LINES = 28
"""Claims of both lists, one of several actors counted for each, up to which the actor's page has them: 0.3 KB each."""
MOST_NAMES = 20
"""Names of a longer list on the actor's page."""
FEW = 8
"""Newest claims of one actor about another that are in a list; with more they have a page of their own."""
PER_LIST = 15
"""Names of a part of a longer list: at most 3.4 KB of HTML each."""

Said = tuple[str, bool]
"""The id of a claim about somebody, and whether it accuses that somebody."""


@dataclass(frozen=True, slots=True)
class Other:
    """An entry of a list before its claims are looked up."""

    id: str
    """The other actor's."""
    count: int
    """Claims of the one about the other."""
    accusing: int
    """The accusations among them."""
    newest: tuple[Said, ...]
    """All, or the newest few, oldest first."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """A claim about somebody."""

    claim: ClaimView
    """The claim."""
    accuses: bool
    """Whether the editors filed it as an accusation of that somebody."""


@dataclass(frozen=True, slots=True)
class OtherView:
    """Somebody about whom an actor speaks, or who speaks about the actor."""

    actor: ActorView
    """The other one."""
    anchor: str
    """The entry's HTML id in a longer list."""
    count: int
    """Claims of the one about the other."""
    accusing: int
    """The accusations among them."""
    claims: tuple[SaidView, ...]
    """All, or the newest few, oldest first."""
    more: str | None
    """The file of all, where not all are here."""
    compare: str | None
    """The file of the page that has the two side by side, where both speak of each other."""
    entry: str = ""
    """The file, with a fragment, that has the claims, for a page that has the name alone."""


@dataclass(frozen=True, slots=True)
class OthersList:
    """One of the two lists."""

    name: str
    """The last part of its address."""
    title: str
    """The title of its own page."""
    entries: tuple[OtherView, ...]
    """By name: a table of numbers must not become a ranking."""
    total: int
    """The number of all entries."""
    more: str | None
    """The file of the whole list with its claims; None where they are here."""


@dataclass(frozen=True, slots=True)
class OthersPage:
    """Part of one of the two lists."""

    actor: ActorView
    """The actor whose list it is."""
    title: str
    """The list's title."""
    entries: tuple[OtherView, ...]
    """By name."""
    part: PartView
    """The part of the list."""


def shown_others(lookup: Lookup, id_: str) -> tuple[OthersList, OthersList]:
    """The actors of whom the actor ``id_`` speaks and those who speak of the actor, as the actor's page lists them."""
    said = _said(lookup, id_)
    short = _are_short(said)
    of, by = (_shown(lookup, id_, name, others, short) for name, others in said.items())
    return of, by


def others_page(lookup: Lookup, id_: str, part: Part[Other]) -> Page:
    """``part`` of one of the two lists of the actor ``id_``."""
    title = _title(lookup, id_, part.list)
    entries = tuple(_other(lookup, id_, part.list, other) for other in part.entries)
    view = OthersPage(lookup.actors[id_], title, entries, part.view)
    title = part.title(lookup.words, title)
    return Page(part.permalink, "actor-others.html", title, title, view, urls.ACTORS, feed=actor_feed(lookup, id_))


def said_page(lookup: Lookup, id_: str, part: Part[str]) -> Page:
    """``part`` of the many claims of the actor ``id_`` about the one that the list is named after."""
    names = {"name": lookup.actors[id_].name, "other": lookup.actors[part.list].name}
    heading = lookup.words.say("What {name} says of {other}", **names)
    view = ActorListPage(lookup.actors[id_], heading, "claims", entries(lookup, part.entries), part.view)
    title = part.title(lookup.words, heading)
    return Page(part.permalink, "actor-list.html", title, title, view, urls.ACTORS, feed=actor_feed(lookup, id_))


def _said(lookup: Lookup, id_: str) -> dict[str, tuple[Other, ...]]:
    """By the names of the two lists of the actor ``id_``: their entries, whole, by name."""
    said: dict[str, list[Said]] = {}
    for claim in lookup.by_actor.get(id_, ()):
        for other in claim.about:
            if other != id_:
                said.setdefault(other, []).append((claim.id, other in claim.accuses))
    heard: dict[str, list[Said]] = {}
    bundled = bool(lookup.bundles.get(id_))
    for claim in lookup.about.get(id_, ()):
        # A claim about a bundle names its members on their pages; here only who is named counts.
        if claim.actor != id_ and (not bundled or id_ in claim.about):
            heard.setdefault(claim.actor, []).append((claim.id, id_ in claim.accuses))
    return {"speaks-of": _by_name(lookup, said), "spoken-of-by": _by_name(lookup, heard)}


def _by_name(lookup: Lookup, said: Mapping[str, list[Said]]) -> tuple[Other, ...]:
    by_name = sorted(said, key=lambda other: (lookup.actors[other].name.casefold(), lookup.actors[other].url))
    return tuple(
        Other(other, len(said[other]), sum(accuses for _, accuses in said[other]), tuple(said[other][-FEW:]))
        for other in by_name
    )


def _title(lookup: Lookup, id_: str, name: str) -> str:
    say, actor = lookup.words.say, lookup.actors[id_].name
    if name == "speaks-of":
        return say("Of whom {name} speaks", name=actor)
    return say("Who speaks of {name}", name=actor)


def _other(lookup: Lookup, id_: str, name: str, other: Other) -> OtherView:
    """``other`` in the list called ``name`` of the actor ``id_``."""
    speaker, of = (id_, other.id) if name == "speaks-of" else (other.id, id_)
    pair = (min(speaker, of), max(speaker, of))
    return OtherView(
        actor=lookup.actors[other.id],
        anchor=_anchor(other),
        count=other.count,
        accusing=other.accusing,
        claims=tuple(SaidView(lookup.views[claim], accuses) for claim, accuses in other.newest),
        more=urls.file(urls.said_of(speaker, of)) if other.count > FEW else None,
        compare=urls.file(urls.compare(*pair)) if pair in lookup.compared else None,
    )


def _anchor(other: Other) -> str:
    return f"actor-{other.id}"


def _are_short(lists: Mapping[str, tuple[Other, ...]]) -> bool:
    return sum(len(other.newest) for others in lists.values() for other in others) <= MOST_LINES


def _parts_of(id_: str, name: str, others: tuple[Other, ...]) -> Iterator[Part[Other]]:
    return parts(urls.actor_list(id_, name), others, PER_LIST, name=name)


def _long_lists(lookup: Lookup, id_: str) -> Iterator[Part[Other]]:
    lists = _said(lookup, id_)
    if not _are_short(lists):
        for name, others in lists.items():
            if others:
                yield from _parts_of(id_, name, others)


def _many_claims(lookup: Lookup, id_: str) -> Iterator[Part[str]]:
    """The claims of the actor ``id_`` about each other actor about whom there are many."""
    said: dict[str, list[str]] = {}
    for claim in lookup.by_actor.get(id_, ()):
        for other in claim.about:
            said.setdefault(other, []).append(claim.id)
    for other, ids in said.items():
        if len(ids) > FEW and other != id_:
            yield from parts(urls.said_of(id_, other), ids, PER_PAGE["claims"], name=other)


def _shown(lookup: Lookup, id_: str, name: str, others: tuple[Other, ...], short: bool) -> OthersList:
    """All entries with their claims; of a long list the names with the most, each leading to its claims in the list."""
    title = _title(lookup, id_, name)
    if short:
        return OthersList(name, title, tuple(_other(lookup, id_, name, other) for other in others), len(others), None)
    most = sorted(others, key=lambda other: (-other.count, urls.actor(other.id)))[:MOST_NAMES]
    kept = {other.id for other in most}
    shown = tuple(
        replace(
            _other(lookup, id_, name, replace(other, newest=())),
            entry=f"{urls.file(part.permalink)}#{_anchor(other)}",
        )
        for part in _parts_of(id_, name, others)
        for other in part.entries
        if other.id in kept
    )
    more = urls.file(urls.actor_list(id_, name)) if shown else None
    return OthersList(name, title, shown, len(others), more)


KIND = ListKind("list of other actors", lambda lookup: lookup.site.actors, _long_lists, others_page)
SAID = ListKind("claims about one actor", lambda lookup: lookup.site.actors, _many_claims, said_page)
