"""Checks ids: each belongs to one record, and each reference names a record that exists."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder import urls
from site_builder.dates import Date
from site_builder.diagnostics import Diagnostic, Note, at, choose
from site_builder.i18n import Words
from site_builder.link.addresses import Addresses, addresses
from site_builder.link.heads import Head
from site_builder.link.nearby import Nearby
from site_builder.markdown import Link, Resolve, Unknown
from site_builder.records.entries import Entry, Everything
from site_builder.records.models import ScaleRecord
from site_builder.records.scales import last_used, steps
from site_builder.records.values import is_id
from site_builder.trace import Asker

_ASKED = ("claims", "actors", "articles", "topics", "verdicts", "pages", "people", "people_ids", "scales", "last_used",
          "published", "drafts", "unknown")  # fmt: skip
CLOSED = ("verdict", "topic", "scale")
"""Kinds of which nobody adds one while writing a claim: those on file are what can be meant."""
_OF_ADDRESSES = {"pages": "address", "base": "path of the site", "unknown": "unknown addresses"}
"""The name under which each field of the addresses is known."""


@dataclass(frozen=True, slots=True)
class Names:
    """The name of each id for readers, by kind and id: the label of a link to it."""

    claims: Mapping[str, str]
    actors: Mapping[str, str]
    articles: Mapping[str, str]
    topics: Mapping[str, str]
    verdicts: Mapping[str, str]
    pages: Mapping[str, str]
    people: Mapping[str, str]
    people_ids: Mapping[str, str]
    """The ids of those, by name."""
    scales: Mapping[str, ScaleRecord]
    """Earlier rating scales, by id."""
    last_used: Mapping[str, str]
    """The last day of each verdict that they have (:func:`site_builder.records.scales.last_used`)."""
    published: Mapping[str, Date]
    """The publication date of each article, by id."""
    drafts: Mapping[str, str]
    """The ids of claims that are not published yet."""
    addresses: Addresses
    """The addresses of all pages."""
    unknown: Mapping[str, str]
    """Kinds with a file that could not be read, or is faulty: their ids are not known, and not missed."""
    nearby: dict[str, Nearby] = field(default_factory=dict, compare=False)
    """For each kind its ids, to look up which one was meant; made when the first is looked up."""

    def check(
        self, kind: str, id_: str, entry: Entry[object], path: tuple[str | int, ...], found: list[Diagnostic]
    ) -> bool:
        """True when there is a ``kind`` named ``id_``; otherwise ``found`` gets a diagnostic at ``path``."""
        if self.has(kind, id_):
            return True
        known = self._by_kind(kind)
        listed = f"known: {', '.join(known)}" if 0 < len(known) <= 8 else f"add the {kind}, or correct the id"
        hint = self.meant(kind, id_) or listed
        found.append(at(f"unknown-{kind}", entry.span(*path), f'there is no {kind} "{id_}"', help=hint))
        return False

    def has(self, kind: str, id_: str) -> bool:
        """True when a ``kind`` has the id ``id_``, or nobody knows which ids there are."""
        return id_ in self._by_kind(kind) or kind in self.unknown

    def resolver(self, permalink: str) -> _Resolver:
        """The lookup of record links for the text of the page at ``permalink``."""
        return _Resolver(self, permalink)

    def meant(self, kind: str, id_: str) -> str | None:
        """Advice on the id to write in place of ``id_``, which no ``kind`` has; None where nothing is near.

        Of a closed kind it names those that there are, as far as they are few: the most similar may be the opposite.
        """
        if not len(known := self._by_kind(kind)):
            return None
        if kind not in CLOSED:
            return self._near(kind).hint(id_)
        if named := self.called(kind, id_):
            return f'write the id, "{named}"'
        if kind == "topic" and not is_id(id_):
            return self._near(kind).hint(id_)
        chosen = choose(id_, list(known))
        return f"{chosen}, or add it to content/site.yaml" if kind == "topic" and chosen[-1] != "?" else chosen

    def called(self, kind: str, name: str) -> str | None:
        """The id of the ``kind`` that readers know by ``name``; None where there is none."""
        return self._near(kind).called(name) if len(self._by_kind(kind)) else None

    def _near(self, kind: str) -> Nearby:
        # Counting them, before this is called, is a question about all of them: the answer depends on all.
        if kind not in self.nearby:
            known = self._by_kind(kind)
            self.nearby[kind] = Nearby(dict.fromkeys(known, "") if kind == "scale" else dict(known.items()))
        return self.nearby[kind]

    def _by_kind(self, kind: str) -> Mapping[str, Any]:
        return {
            "claim": self.claims,
            "actor": self.actors,
            "article": self.articles,
            "topic": self.topics,
            "verdict": self.verdicts,
            "page": self.pages,
            "person": self.people,
            "scale": self.scales,
        }[kind]


@dataclass(frozen=True, slots=True)
class _Resolver(Resolve):
    names: Names
    permalink: str

    def __call__(self, kind: str, id_: str) -> Link | Unknown:
        if kind == "claim" and id_ in self.names.drafts:
            return Unknown(f'the claim "{id_}" is a draft: readers cannot follow the link', "publish the claim first")
        known = self.names._by_kind(kind)
        if id_ not in known and kind not in self.names.unknown:
            return Unknown(f'there is no {kind} "{id_}"', self.names.meant(kind, id_))
        make = {"claim": urls.claim, "actor": urls.actor, "article": urls.article, "page": urls.prose}[kind]
        return Link(urls.link(self.permalink, make(id_)), known.get(id_, id_))

    def kind(self, id_: str) -> str:
        """The kind of the record with this id, of those that links can lead to."""
        return next((kind for kind in ("claim", "actor", "article", "page") if id_ in self.names._by_kind(kind)), "")

    def address(self, address: str) -> Unknown | None:
        """The reason why ``address`` leads nowhere, if it does."""
        return self.names.addresses.fault(self.permalink, address)


def taken_twice(records: Everything[Head]) -> list[Diagnostic]:
    """A diagnostic for each id of ``records`` that is taken twice."""
    found: list[Diagnostic] = []
    site = records.site.record if records.site else None
    articles = [entry for entry, _ in records.articles]
    for kind, entries in (("claim", records.claims), ("actor", records.actors), ("article", articles)):
        _check_unique(kind, entries, found)
    for entry, _ in records.pages:
        if entry.id in urls.RESERVED:
            found.append(at("output-conflict", entry.id_span, f"{entry.id}/ is an address that the site uses itself",
                            help="give the page another file name"))  # fmt: skip
    if records.site and site:
        defined: set[tuple[str | None, str]] = set()
        for step in steps(site, site.scales):
            verdict = step.verdict
            if (step.scale, verdict.id) in defined:
                span = records.site.span(*step.path, "id")
                found.append(at("duplicate-id", span, f'the verdict "{verdict.id}" is already defined',
                                help="give one of the two another id, or remove it"))  # fmt: skip
            defined.add((step.scale, verdict.id))
    return found


def asked(read: Callable[[], Everything[Head]], files: Collection[str] | None, asker: Asker) -> Names:
    """The names in the records that ``read`` returns; ``asker`` records each question about them."""

    def made() -> dict[str, Mapping[Any, Any]]:
        names = collect(read(), files)
        known = {f"name in {name}": getattr(names, name) for name in _ASKED}
        return known | {fact: getattr(names.addresses, name) for name, fact in _OF_ADDRESSES.items()}

    facts = asker.derived("names", made)
    known: dict[str, Any] = {name: facts[f"name in {name}"] for name in _ASKED}
    of_addresses: dict[str, Any] = {name: facts[fact] for name, fact in _OF_ADDRESSES.items()}
    return Names(**known, addresses=Addresses(**of_addresses, files=files))


def collect(records: Everything[Head], files: Collection[str] | None = None) -> Names:
    """All ids of ``records``; ``files`` are those for programs."""
    site = records.site.record if records.site else None
    articles = [entry for entry, _ in records.articles]
    actors = {e.id: e.record.name if e.record else e.id for e in records.actors}
    words = Words(site.language if site else "en")
    claims = {e.id: _claim_label(e.record, actors, words) if e.record else e.id for e in records.claims if e.id}
    titles = {e.id: e.record.title if e.record else e.id for e in articles}
    topics = {id_: topic.label for id_, topic in site.topics.items()} if site else {}
    verdicts = {verdict.id: verdict.label for verdict in site.verdicts} if site else {}
    own = {entry.id: entry.record.title if entry.record else entry.id for entry, _ in records.pages}
    people = {id_: person.name for id_, person in site.people.items()} if site else {}
    return Names(
        claims=claims,
        actors=actors,
        articles=titles,
        topics=topics,
        verdicts=verdicts,
        pages=own,
        people=people,
        people_ids=ids_by_name(people),
        scales=site.scales if site else {},
        last_used=last_used(site.scales) if site else {},
        unknown={kind: kind for kind in (*records.unknown, *(("topic", "verdict") if site is None else ()))},
        published={e.id: e.record.published for e in articles if e.record},
        addresses=addresses(records, files),
        drafts={e.id: e.id for e in records.claims if e.draft},
    )


def ids_by_name(people: Mapping[str, str]) -> dict[str, str]:
    """The ids of ``people`` (names by id) by name; of several with one name the first."""
    return {name: id_ for id_, name in reversed([*people.items()])}


def _claim_label(record: Head, actors: Mapping[str, str], words: Words) -> str:
    """The label of a link in prose where the editor gives none: who and when, which fits into any sentence."""
    return f"{actors.get(record.actor, record.actor)}, {words.date(record.date)}"


_Holder = tuple[Entry[object], int | None]
"""The owner of an id; for a former id also its place among the former ids, from 0."""


def _check_unique(kind: str, entries: Iterable[Entry[object]], found: list[Diagnostic]) -> None:
    """An id, present or former, belongs to one record of its kind."""
    taken: dict[str, _Holder] = {}
    former: list[tuple[str, _Holder]] = []
    for entry in entries:
        if not entry.id:
            continue
        if entry.id in taken:
            found.append(_taken(kind, entry.id, (entry, None), taken[entry.id]))
        else:
            taken[entry.id] = entry, None
        old_ids: tuple[str, ...] = getattr(entry.record, "former_ids", ())
        # Its own id may stand among them, to say since when: feeds know a claim by the first.
        former += [(old, (entry, index)) for index, old in enumerate(old_ids) if old != entry.id]
    for old, holder in former:
        if old in taken:
            found.append(_taken(kind, old, holder, taken[old]))
        else:
            taken[old] = holder


def _taken(kind: str, id_: str, holder: _Holder, first: _Holder) -> Diagnostic:
    span, other = (
        entry.id_span if index is None else entry.span("former_ids", index) for entry, index in (holder, first)
    )
    note = Note("it is used here", other)
    return at("duplicate-id", span, f'the {kind} id "{id_}" is already taken', notes=(note,),
              help="give one of the two another id, or remove it")  # fmt: skip
