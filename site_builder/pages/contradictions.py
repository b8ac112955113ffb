"""Pairs of claims side by side, each with its date and its words: a list for each kind of relation that asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Relation
from site_builder.page import Page
from site_builder.pages.groups import in_time
from site_builder.pages.kind import Kind, ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.quotes import QuoteView
from site_builder.pages.views import ClaimView, VerdictView
from site_builder.relations import RELATIONS, RelationKind

MOST = 24
"""Pairs of all kinds up to which one page has them all: 2 to 3 KB of HTML each."""
FEW = 5
"""Newest pairs of a kind on the page of all kinds, where there are more."""
PER_PAGE = 16
"""Pairs of a part of the list of one kind."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two claims."""

    claim: ClaimView
    """The claim."""
    quote: QuoteView
    """The words in which it was made."""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two claims, the earlier one first."""

    kind: str
    """A key of :data:`site_builder.relations.RELATIONS`."""
    title: str
    """The pair in one sentence, with ``{earlier}`` and ``{later}`` for its claims."""
    note: str | None
    """The reason, in one sentence."""
    earlier: SideView
    """Made first."""
    later: SideView
    """Made later, or at the same time."""
    same_actor: bool
    """True when one actor made both."""


@dataclass(frozen=True, slots=True)
class KindView:
    """One kind of relation."""

    id: str
    """A key of :data:`site_builder.relations.RELATIONS`."""
    name: str
    """Its name."""
    definition: str
    """Its meaning."""


@dataclass(frozen=True, slots=True)
class PairsView:
    """The pairs of one kind: all, or the newest."""

    kind: KindView
    """The kind, under the name that such pairs have."""
    pairs: tuple[PairView, ...]
    """Oldest first."""
    total: int
    """The number of all such pairs."""
    more: str | None
    """The file of the list of all, where not all are here."""


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """Pairs by kind."""

    parts: tuple[PairsView, ...]
    """The kinds that have a pair, the strictest first."""
    kinds: tuple[KindView, ...]
    """Every kind of relation that there is."""
    verdicts: tuple[VerdictView, ...]
    """The verdicts of the pairs that the page shows."""


@dataclass(frozen=True, slots=True)
class PairsPage:
    """Part of the list of all pairs of one kind."""

    kind: KindView
    """The kind."""
    pairs: tuple[PairView, ...]
    """Oldest first."""
    part: PartView
    """The part of the list."""


def contradictions_page(lookup: Lookup) -> Page:
    """The page of pairs that readers should see side by side."""
    say = lookup.words.say
    description = say("Contradictions, denials, differing accounts, qualifications: each claim with date and words.")
    kinds = tuple(KindView(id_, say(kind.phrase), say(kind.definition)) for id_, kind in RELATIONS.items())
    shown = tuple(_pairs(lookup, id_) for id_, some in lookup.pairs.items() if some)
    used = {side.claim.verdict for part in shown for pair in part.pairs for side in (pair.earlier, pair.later)}
    scale = tuple(verdict for verdict in lookup.verdicts.values() if verdict in used)
    view = ContradictionsPage(shown, kinds, scale)
    title = say("Side by side")
    return Page(urls.CONTRADICTIONS, "contradictions.html", title, description, view, urls.CONTRADICTIONS)


def pairs_page(lookup: Lookup, id_: RelationKind, part: Part[Relation]) -> Page:
    """``part`` of the list of pairs of the kind ``id_``."""
    kind = kind_view(lookup, id_)
    view = PairsPage(kind, tuple(pair(lookup, relation) for relation in part.entries), part.view)
    title = part.title(lookup.words, kind.name)
    return Page(part.permalink, "pairs.html", title, kind.definition, view, urls.CONTRADICTIONS)


def _are_few(lookup: Lookup) -> bool:
    """True where the page of all kinds has all pairs."""
    return sum(map(len, lookup.pairs.values())) <= MOST


def _pairs(lookup: Lookup, id_: RelationKind) -> PairsView:
    relations = lookup.pairs[id_]
    shown = relations if _are_few(lookup) else relations[-FEW:]
    more = urls.file(urls.pairs(id_)) if len(shown) < len(relations) else None
    pairs = tuple(pair(lookup, relation) for relation in shown)
    return PairsView(kind_view(lookup, id_), pairs, len(relations), more)


def _parts(lookup: Lookup, id_: RelationKind) -> Iterable[Part[Relation]]:
    """The parts of the list of the kind ``id_``, if it has too many pairs for the page of all kinds."""
    relations = lookup.pairs[id_]
    if _are_few(lookup) or len(relations) <= FEW:
        return ()
    return parts(urls.pairs(id_), relations, PER_PAGE)


def kind_view(lookup: Lookup, id_: RelationKind) -> KindView:
    """The kind of relation ``id_`` under the name that pairs of it have together, else under the name of one."""
    kind = RELATIONS[id_]
    return KindView(id_, lookup.words.say(kind.heading or kind.phrase), lookup.words.say(kind.definition))


def pair(lookup: Lookup, relation: Relation) -> PairView:
    """The two claims of ``relation`` side by side."""
    first, second = in_time(lookup.filings, relation)
    kind = RELATIONS[relation.kind]
    return PairView(
        kind=relation.kind,
        title=lookup.words.say(kind.backward if second.id == relation.source else kind.forward),
        note=relation.note,
        earlier=_side(lookup, first.id),
        later=_side(lookup, second.id),
        same_actor=first.actor == second.actor,
    )


def _side(lookup: Lookup, id_: str) -> SideView:
    return SideView(lookup.views[id_], lookup.quotes[id_])


KIND = Kind("side by side", once, lambda lookup, _: (contradictions_page(lookup),))
LIST = ListKind("list of pairs", lambda lookup: lookup.pairs, _parts, pairs_page)
