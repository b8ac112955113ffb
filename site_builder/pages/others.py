"""Lists of actors about whom an actor speaks, and of those who speak about the actor: by name, each with the claims.

A short list has its claims on the actor's page. A long one has an address of its own in parts, and the actor's page
names those with the most claims. Where one actor makes many claims about another, these have a page too:
``actors/<id>/speaks-of/<other>/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.model import Actor, Claim
from site_builder.page import Page
from site_builder.pages.actor_lists import PER_PAGE, ActorListPage, actor_feed
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

Said = tuple[Claim, bool]
"""A claim about somebody, and whether it accuses that somebody."""


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


def others_lists(lookup: Lookup, actor: Actor) -> tuple[OthersList, OthersList]:
    """The list of the actors about whom ``actor`` speaks, and that of those who speak about ``actor``, each whole."""
    say, name = lookup.words.say, actor.name
    said: dict[str, list[Said]] = {}
    for claim in lookup.by_actor.get(actor.id, ()):
        accused = frozenset(claim.accuses)
        for other in claim.about:
            if other != actor.id:
                said.setdefault(other, []).append((claim, other in accused))
    heard: dict[str, list[Said]] = {}
    accusing = {claim.id for claim in lookup.accused.get(actor.id, ())}
    bundled = bool(lookup.bundles.get(actor.id))
    for claim in lookup.about.get(actor.id, ()):
        # A claim about a bundle names its members on their pages; here only who is named counts.
        if claim.actor != actor.id and (not bundled or actor.id in claim.about):
            heard.setdefault(claim.actor, []).append((claim, claim.id in accusing))
    of = [_other(lookup, actor.id, other, claims, other) for other, claims in said.items()]
    by = [_other(lookup, other, actor.id, claims, other) for other, claims in heard.items()]
    return (
        _list("speaks-of", say("Of whom {name} speaks", name=name), of),
        _list("spoken-of-by", say("Who speaks of {name}", name=name), by),
    )


def shown_others(lists: Iterable[OthersList], actor: Actor) -> tuple[OthersList, ...]:
    """The two lists as the page of ``actor`` shows them."""
    lists = tuple(lists)
    if _are_short(lists):
        return lists
    return tuple(_names_alone(item, actor) for item in lists)


def others_pages(lookup: Lookup, actor: Actor, lists: Iterable[OthersList]) -> Iterator[Page]:
    """The pages of the ``lists``, if they are long, and of each other actor about whom ``actor`` makes many claims."""
    lists = tuple(lists)
    feed = actor_feed(lookup, actor.id)
    if not _are_short(lists):
        for item in lists:
            for part in _parts(item, actor) if item.entries else ():
                view = OthersPage(lookup.actors[actor.id], item.title, part.entries, part.view)
                title = part.title(lookup.words, item.title)
                yield Page(part.permalink, "actor-others.html", title, title, view, urls.ACTORS, feed=feed)
    said: dict[str, list[ClaimView]] = {}
    for claim in lookup.by_actor.get(actor.id, ()):
        for other in claim.about:
            said.setdefault(other, []).append(lookup.views[claim.id])
    for other, claims in said.items():
        if len(claims) > FEW and other != actor.id:
            name = lookup.actors[other].name
            heading = lookup.words.say("What {name} says of {other}", name=actor.name, other=name)
            for piece in parts(urls.said_of(actor.id, other), claims, PER_PAGE["claims"]):
                shown = ActorListPage(lookup.actors[actor.id], heading, "claims", piece.entries, piece.view)
                title = piece.title(lookup.words, heading)
                yield Page(piece.permalink, "actor-list.html", title, title, shown, urls.ACTORS, feed=feed)


def _other(lookup: Lookup, speaker: str, of: str, claims: list[Said], shown: str) -> OtherView:
    pair = (min(speaker, of), max(speaker, of))
    return OtherView(
        actor=lookup.actors[shown],
        anchor=f"actor-{shown}",
        count=len(claims),
        accusing=sum(accuses for _, accuses in claims),
        claims=tuple(SaidView(lookup.views[claim.id], accuses) for claim, accuses in claims[-FEW:]),
        more=urls.file(urls.said_of(speaker, of)) if len(claims) > FEW else None,
        compare=urls.file(urls.compare(*pair)) if pair in lookup.compared else None,
    )


def _list(name: str, title: str, others: list[OtherView]) -> OthersList:
    by_name = sorted(others, key=lambda other: (other.actor.name.casefold(), other.actor.url))
    return OthersList(name, title, tuple(by_name), len(by_name), None)


def _are_short(lists: tuple[OthersList, ...]) -> bool:
    return sum(len(other.claims) for item in lists for other in item.entries) <= MOST_LINES


def _parts(item: OthersList, actor: Actor) -> Iterator[Part[OtherView]]:
    return parts(urls.actor_list(actor.id, item.name), item.entries, PER_LIST)


def _names_alone(item: OthersList, actor: Actor) -> OthersList:
    """The names with the most claims, each leading to its claims in the list."""
    most = sorted(item.entries, key=lambda other: (-other.count, other.actor.url))[:MOST_NAMES]
    kept = {other.anchor for other in most}
    entries = tuple(
        replace(other, claims=(), entry=f"{urls.file(part.permalink)}#{other.anchor}")
        for part in _parts(item, actor)
        for other in part.entries
        if other.anchor in kept
    )
    more = urls.file(urls.actor_list(actor.id, item.name)) if entries else None
    return replace(item, entries=entries, more=more)
