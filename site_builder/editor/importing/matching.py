"""Finds the actors, articles, topics and verdicts of this project that a file from elsewhere names.

Matches by id, or by an identical name. What matches nothing, or two records, is left to the editor.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from site_builder import urls
from site_builder.diagnostics import choose, did_you_mean
from site_builder.editor.importing.structure import objects, text
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord, VerdictRecord

Named = Mapping[str, tuple[str, ...]]
"""Ids by name: more than one where several records have it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Records of one kind: ids, and ids by name."""

    kind: str
    ids: frozenset[str]
    names: Named
    folded: bool = False
    """Whether capitals in a name do not count."""

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of all that have this name."""
        return self.names.get(_plain(name, folded=self.folded), ())

    def match(self, word: str) -> tuple[str, str]:
        """The id that ``word`` is or names, and a note where it names none."""
        if word in self.ids:
            return word, ""
        found = self.named(word)
        if len(found) == 1:
            return found[0], ""
        if found:
            return "", f'"{word}" is the name of several: {", ".join(found)}'
        closed = self.kind == "verdict" and self.ids
        near = choose(word, sorted(self.ids)) if closed else did_you_mean(word, [*self.names, *self.ids])
        return "", f'there is no {self.kind} "{word}"{f"; {near}" if near else ""}'


def _plain(name: str, *, folded: bool) -> str:
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    return name.casefold() if folded else name


def _table(kind: str, pairs: Iterable[tuple[str, Iterable[str]]], *, folded: bool = False) -> Table:
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    ids: list[str] = []
    for id_, own in pairs:
        ids.append(id_)
        for name in own:
            names[_plain(name, folded=folded)][id_] = None
    return Table(kind, frozenset(ids), {name: tuple(found) for name, found in names.items()}, folded)


def _verdicts(verdicts: Iterable[VerdictRecord]) -> Table:
    return _table("verdict", ((verdict.id, (verdict.label,)) for verdict in verdicts), folded=True)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything in this project that a file can name."""

    actors: Table
    verdicts: Table
    """Those of the scale in use."""
    scales: Mapping[str, Table]
    """The verdicts of earlier scales, by the scale's id."""
    people: Table
    """Those who check claims, or review checks."""
    topics: Table
    articles: Table
    addresses: Named
    """Ids of articles by address, that of a copy included."""
    unaddressed: frozenset[str]
    """Ids of articles that have none."""
    claims: Mapping[str, str]
    """Ids of claims, present and former, and the present one."""
    said: Mapping[str, Mapping[str, str]]
    """Ids of claims by statement, and by actor; drafts that lack their actor have none."""
    cited: Mapping[tuple[str, str], str]
    """Ids of claims by article and words of a passage."""

    @classmethod
    def of(cls, records: Records) -> Project:
        """The project of ``records``."""
        site = records.site.record if records.site else None
        articles = [(entry.id, entry.record) for entry, _ in records.articles if entry.record]
        addresses: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for id_, record in articles:
            for url in (record.url, record.archived.url if record.archived else None):
                if url:
                    addresses[plain_url(url)][id_] = None
        claims = [(entry.id, entry.record) for entry in records.claims]
        said: defaultdict[str, dict[str, str]] = defaultdict(dict)
        cited: dict[tuple[str, str], str] = {}
        for entry in records.claims:
            actor, statement, passages = _told(entry)
            said[statement][actor] = entry.id
            cited |= {(article, normalise_quote(words)): entry.id for article, words in passages}
        return cls(
            _table("actor", ((e.id, (e.record.name, *e.record.also_known_as)) for e in records.actors if e.record)),
            _verdicts(site.verdicts if site else ()),
            {id_: _verdicts(scale.verdicts) for id_, scale in site.scales.items()} if site else {},
            _table("person", ((id_, (person.name,)) for id_, person in site.people.items()) if site else ()),
            _table("topic", ((id_, (t.label,)) for id_, t in site.topics.items()) if site else (), folded=True),
            _table("article", ((id_, (record.title,)) for id_, record in articles), folded=True),
            {url: tuple(found) for url, found in addresses.items()},
            frozenset(id_ for id_, record in articles if not record.url and not record.archived),
            {old: id_ for id_, record in claims for old in (record.former_ids if record else ())}
            | {id_: id_ for id_, _ in claims if id_},
            said,
            cited,
        )

    def verdicts_of(self, scale: str) -> Table:
        """The verdicts of the scale with the id ``scale``, of the one in use if it is empty; none of an unknown one."""
        return self.scales.get(scale, _verdicts(())) if scale else self.verdicts

    def filed(self, actor: str, statement: str, passages: Sequence[Mapping[str, str]]) -> str:
        """The id of the claim that says the same, as far as a draft's values are known; empty where there is none."""
        if statement:
            by_actor = self.said.get(statement, {})
            return by_actor.get(actor) or by_actor.get("") or ("" if actor else next(iter(by_actor.values()), ""))
        ids = [self.cited.get((each["article"], normalise_quote(each["quote"])), "") for each in passages]
        return ids[0] if ids and all(ids) else ""


def _told(entry: Entry[ClaimRecord]) -> tuple[str, str, list[tuple[str, str]]]:
    """Actor, statement and passages of a claim, and of a draft as far as it has them."""
    record = entry.record
    if record:
        return record.actor, record.statement, [(each.article, each.quote) for each in record.passages]
    data = entry.node.data()
    claim = data if isinstance(data, dict) else {}
    passages = [
        each for each in objects(claim.get("passages")) if text(each.get("article")) and text(each.get("quote"))
    ]
    pairs = [(text(each["article"]), text(each["quote"])) for each in passages]
    return text(claim.get("actor")), " ".join(text(claim.get("statement")).split()), pairs


def plain_url(url: str) -> str:
    """``url`` as addresses are compared: without scheme, ``www.``, fragment and the slash at its end."""
    address = urls.page(url.strip()).partition("#")[0]
    host, slash, path = address.partition("://")[2].partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")


def is_url(text: str) -> bool:
    """True when ``text`` is meant as an address."""
    return text.casefold().startswith(("https://", "http://"))
