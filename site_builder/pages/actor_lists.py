"""The lists of an actor's page, and the pages of those that are too long for it.

An actor of a few claims has everything on one page. Where that would be too much, the page shows the newest few of each
list, and each longer list has an address of its own below the actor's: ``actors/<id>/claims/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from site_builder import urls
from site_builder.model import Actor, Claim
from site_builder.page import Page
from site_builder.pages.contradictions import kind_view
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import PartView, parts
from site_builder.pages.quotes import QuoteView, quote_view
from site_builder.pages.related import RelationView
from site_builder.pages.views import ActorView, ClaimView, YearView, by_year
from site_builder.relations import RelationKind
from site_builder.roles import ROLES

MOST = 38
"""Weight of an actor's lists up to which the page has them whole: a claim weighs 1, about 1 KB of HTML, a pair 3."""
FEW = 5
"""Entries of each list on the page of an actor that has more."""
PER_PAGE = {"claims": 40, "replies": 30, "pairs": 16}
"""Entries of a part, by form."""

CONFLICTS: tuple[RelationKind, ...] = ("contradicts", "differs")
"""Kinds of pair that an actor's page shows with the words of both."""

Form = Literal["claims", "replies", "pairs"]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two claims that do not fit together or differ, each with its words."""

    claim: ClaimView
    """The actor's own claim."""
    quote: QuoteView
    """The quoted words of the claim."""
    relation: RelationView
    """The other claim, by the same actor or another."""


@dataclass(frozen=True, slots=True)
class ReplyView:
    """Words of the actor on somebody else's claim."""

    phrase: str
    """The role of the words for the claim, before its title."""
    quote: QuoteView
    """The words."""
    claim: ClaimView
    """The claim they are about."""


Entry = ClaimView | ConflictView | ReplyView


@dataclass(frozen=True, slots=True)
class ActorList:
    """One list of an actor."""

    name: str
    """The last part of its address."""
    form: Form
    """The kind of its entries, which decides how they are shown."""
    title: str
    """The title of its own page."""
    entries: tuple[Entry, ...]
    """Oldest first."""

    @property
    def weight(self) -> int:
        """The room that its entries take on a page: one for each, three for a pair of claims."""
        return len(self.entries) * {"claims": 1, "replies": 1, "pairs": 3}[self.form]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list as the actor's page shows it."""

    title: str
    """The title of its own page."""
    entries: tuple[Entry, ...]
    """All, or the newest few; oldest first."""
    total: int
    """The number of entries in all."""
    more: str | None
    """The file of the whole list, where not all of it is here."""

    @property
    def years(self) -> tuple[YearView, ...]:
        """The claims among them under the years in which they were made."""
        return by_year(entry for entry in self.entries if isinstance(entry, ClaimView))


@dataclass(frozen=True, slots=True)
class ActorListPage:
    """Part of a long list of an actor."""

    actor: ActorView
    """The actor whose list it is."""
    title: str
    """The list's title."""
    form: Form
    """The kind of its entries."""
    entries: tuple[Entry, ...]
    """Oldest first."""
    part: PartView
    """The part of the list."""

    @property
    def years(self) -> tuple[YearView, ...]:
        """The claims among them under the years in which they were made."""
        return by_year(entry for entry in self.entries if isinstance(entry, ClaimView))


def actor_lists(lookup: Lookup, actor: Actor) -> dict[str, ActorList]:
    """All lists of ``actor`` by name."""
    words, name = lookup.words, actor.name
    made, about = lookup.by_actor.get(actor.id, ()), lookup.about.get(actor.id, ())
    joint, spoken = lookup.joint.get(actor.id, ()), lookup.spoken.get(actor.id, ())
    by = words.say("Claims by {name}", name=name)
    joined = words.say("Claims of {name} together with others", name=name)
    of = words.say("Claims about {name}", name=name)
    replied = words.say("{name} on the claims of others", name=name)
    replies = tuple(
        ReplyView(words.say(ROLES[passage.role].phrase), quote_view(lookup.site, passage), lookup.views[claim.id])
        for claim, passage in spoken
    )
    lists = [
        ActorList("claims", "claims", by, _views(lookup, made)),
        ActorList("with-others", "claims", joined, _views(lookup, joint)),
        ActorList("about", "claims", of, _views(lookup, about)),
        ActorList("replies", "replies", replied, replies),
    ]
    for kind in CONFLICTS:
        heading = f"{name} – {kind_view(lookup, kind).name}"
        lists.append(ActorList(kind, "pairs", heading, _conflicts(lookup, made, kind)))
    for verdict, claims in _by_verdict(lookup, made).items():
        heading = f"{by} – {lookup.verdicts[verdict].label}"
        lists.append(ActorList(rated_name(verdict), "claims", heading, claims))
    return {item.name: item for item in lists}


def shown(lists: Iterable[ActorList], actor: Actor) -> dict[str, ListView]:
    """The lists as the page of ``actor`` shows them, by name: whole where all are short."""
    lists = list(lists)
    whole = sum(item.weight for item in lists if not item.name.startswith(_RATED)) <= MOST
    return {item.name: _shown(item, actor, whole) for item in lists}


def list_pages(lookup: Lookup, actor: Actor, lists: Iterable[ActorList]) -> Iterator[Page]:
    """The pages of ``lists``, which the page of ``actor`` does not have whole."""
    feed = actor_feed(lookup, actor.id)
    for item in lists:
        for part in parts(urls.actor_list(actor.id, item.name), item.entries, PER_PAGE[item.form]):
            view = ActorListPage(lookup.actors[actor.id], item.title, item.form, part.entries, part.view)
            title = part.title(lookup.words, item.title)
            yield Page(part.permalink, "actor-list.html", title, title, view, urls.ACTORS, feed=feed)


def actor_feed(lookup: Lookup, id_: str) -> str:
    """The permalink at which the feeds of the actor ``id_`` lie: the site's where it has none of its own."""
    permalink = urls.actor(id_)
    return permalink if lookup.has_feed(permalink, lookup.by_actor.get(id_, ())) else urls.HOME


_RATED = "verdicts/"


def rated_name(verdict: str) -> str:
    """The name of the list of an actor's claims that have ``verdict``."""
    return f"{_RATED}{verdict}"


def _by_verdict(lookup: Lookup, made: Iterable[Claim]) -> dict[str, tuple[ClaimView, ...]]:
    """``made`` by verdict, in the order of the scale."""
    groups: dict[str, list[ClaimView]] = {}
    for claim in made:
        groups.setdefault(claim.verdict, []).append(lookup.views[claim.id])
    return {id_: tuple(groups[id_]) for id_ in lookup.verdicts if id_ in groups}


def _shown(item: ActorList, actor: Actor, whole: bool) -> ListView:
    total = len(item.entries)
    if whole or total <= FEW:
        return ListView(item.title, item.entries, total, None)
    return ListView(item.title, item.entries[-FEW:], total, urls.file(urls.actor_list(actor.id, item.name)))


def _views(lookup: Lookup, claims: Iterable[Claim]) -> tuple[ClaimView, ...]:
    return tuple(lookup.views[claim.id] for claim in claims)


def _conflicts(lookup: Lookup, made: Iterable[Claim], kind: RelationKind) -> tuple[ConflictView, ...]:
    """Each pair once, also where both claims are the actor's own."""
    seen: set[tuple[str, str]] = set()
    found: list[ConflictView] = []
    for claim in made:
        for relation in lookup.relations.get(claim.id, ()):
            pair = (relation.source, relation.target)
            if relation.kind == kind and pair not in seen:
                seen.add(pair)
                other = lookup.relation(relation, claim)
                found.append(ConflictView(lookup.views[claim.id], lookup.quotes[claim.id], other))
    return tuple(found)
