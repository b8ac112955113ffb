"""The lists of an actor's page, and the pages of those that are too long for it.

An actor of a few claims has everything on one page. Where that would be too much, the page shows the newest few of each
list, and each longer list has an address of its own below the actor's: ``actors/<id>/claims/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder import urls
from site_builder.model import Passage, Relation
from site_builder.page import Page
from site_builder.pages.contradictions import kind_view
from site_builder.pages.groups import Filing, ids
from site_builder.pages.kind import ListKind
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
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


Ref = str | tuple[str, Relation] | tuple[str, Passage]
"""An entry before it is looked up: a claim's id, with the relation or the passage that is shown beside it."""


@dataclass(frozen=True, slots=True)
class ActorList:
    """One list of an actor."""

    name: str
    """The last part of its address."""
    refs: tuple[Ref, ...]
    """Its entries, oldest first."""

    @property
    def weight(self) -> int:
        """The room that its entries take on a page: one for each, three for a pair of claims."""
        return len(self.refs) * (3 if form(self.name) == "pairs" else 1)


def form(name: str) -> Form:
    """The kind of the entries in the list called ``name``, which decides how they are shown."""
    return "pairs" if name in CONFLICTS else "replies" if name == "replies" else "claims"


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


def actor_lists(lookup: Lookup, id_: str) -> dict[str, ActorList]:
    """All lists of the actor ``id_`` by name."""
    made = lookup.by_actor.get(id_, ())
    replies = tuple((claim.id, passage) for claim, passage in lookup.spoken.get(id_, ()))
    lists = [
        ActorList("claims", ids(made)),
        ActorList("with-others", ids(lookup.joint.get(id_, ()))),
        ActorList("about", ids(lookup.about.get(id_, ()))),
        ActorList("replies", replies),
        *(ActorList(kind, _conflicts(lookup, made, kind)) for kind in CONFLICTS),
        *(ActorList(rated_name(verdict), rated) for verdict, rated in _by_verdict(lookup, made).items()),
    ]
    return {item.name: item for item in lists}


def title_of(lookup: Lookup, id_: str, name: str) -> str:
    """The title of the list called ``name`` of the actor ``id_``."""
    say, actor = lookup.words.say, lookup.actors[id_].name
    by = say("Claims by {name}", name=actor)
    titles = {
        "claims": by,
        "with-others": say("Claims of {name} together with others", name=actor),
        "about": say("Claims about {name}", name=actor),
        "replies": say("{name} on the claims of others", name=actor),
    }
    titles |= {kind: f"{actor} – {kind_view(lookup, kind).name}" for kind in CONFLICTS}
    return titles.get(name) or f"{by} – {lookup.verdicts[name.removeprefix(_RATED)].label}"


def shown(lookup: Lookup, id_: str) -> dict[str, ListView]:
    """The lists of the actor ``id_`` as the actor's page shows them, by name: whole where all are short."""
    lists = actor_lists(lookup, id_)
    long = _long(lists)
    return {name: _shown(lookup, id_, item, name in long) for name, item in lists.items()}


def list_page(lookup: Lookup, id_: str, part: Part[Ref]) -> Page:
    """``part`` of a list of the actor ``id_`` that the actor's page does not have whole."""
    title = title_of(lookup, id_, part.list)
    view = ActorListPage(lookup.actors[id_], title, form(part.list), entries(lookup, part.entries), part.view)
    title = part.title(lookup.words, title)
    feed = actor_feed(lookup, id_)
    return Page(part.permalink, "actor-list.html", title, title, view, urls.ACTORS, feed=feed)


def entries(lookup: Lookup, refs: Iterable[Ref]) -> tuple[Entry, ...]:
    """The entries that are shown for ``refs``."""
    return tuple(_entry(lookup, ref) for ref in refs)


def _entry(lookup: Lookup, ref: Ref) -> Entry:
    if isinstance(ref, str):
        return lookup.views[ref]
    id_, beside = ref
    if isinstance(beside, Relation):
        return ConflictView(lookup.views[id_], lookup.quotes[id_], lookup.relation(beside, id_))
    phrase = lookup.words.say(ROLES[beside.role].phrase)
    return ReplyView(phrase, quote_view(lookup.site, beside), lookup.views[id_])


def _parts(lookup: Lookup, id_: str) -> Iterator[Part[Ref]]:
    """The parts of the lists that the page of the actor ``id_`` does not have whole."""
    for name, item in _long(actor_lists(lookup, id_)).items():
        yield from parts(urls.actor_list(id_, name), item.refs, PER_PAGE[form(name)], name=name)


def _long(lists: Mapping[str, ActorList]) -> dict[str, ActorList]:
    """Those of an actor's ``lists`` that the actor's page does not have whole."""
    if sum(item.weight for name, item in lists.items() if not name.startswith(_RATED)) <= MOST:
        return {}
    return {name: item for name, item in lists.items() if len(item.refs) > FEW}


def actor_feed(lookup: Lookup, id_: str) -> str:
    """The permalink at which the feeds of the actor ``id_`` lie: the site's where it has none of its own."""
    permalink = urls.actor(id_)
    return permalink if lookup.has_feed(permalink, lookup.by_actor.get(id_, ())) else urls.HOME


_RATED = "verdicts/"


def rated_name(verdict: str) -> str:
    """The name of the list of an actor's claims that have ``verdict``."""
    return f"{_RATED}{verdict}"


def _by_verdict(lookup: Lookup, made: Iterable[Filing]) -> dict[str, tuple[str, ...]]:
    """``made`` by verdict, in the order of the scale."""
    found: dict[str, list[str]] = {}
    for claim in made:
        found.setdefault(claim.verdict, []).append(claim.id)
    return {id_: tuple(found[id_]) for id_ in lookup.verdicts if id_ in found}


def _shown(lookup: Lookup, id_: str, item: ActorList, is_long: bool) -> ListView:
    refs = item.refs[-FEW:] if is_long else item.refs
    more = urls.file(urls.actor_list(id_, item.name)) if is_long else None
    return ListView(title_of(lookup, id_, item.name), entries(lookup, refs), len(item.refs), more)


def _conflicts(lookup: Lookup, made: Iterable[Filing], kind: RelationKind) -> tuple[tuple[str, Relation], ...]:
    """Each pair once, also where both claims are the actor's own."""
    seen: set[tuple[str, str]] = set()
    found: list[tuple[str, Relation]] = []
    for claim in made:
        for relation in lookup.relations.get(claim.id, ()):
            pair = (relation.source, relation.target)
            if relation.kind == kind and pair not in seen:
                seen.add(pair)
                found.append((claim.id, relation))
    return tuple(found)


KIND = ListKind("list of an actor", lambda lookup: lookup.site.actors, _parts, list_page)
