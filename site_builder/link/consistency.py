"""Finds records that contradict themselves: a verdict without its basis, circular support, a pair filed twice.

Works on records, so that it needs no article; knows nothing of pages. What is between quotation marks in the site's
own texts is looked up by :mod:`site_builder.link.shown`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.link.heads import Head
from site_builder.link.known import ClaimRecords, Key
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry, Everything
from site_builder.records.models import PassageRecord, VerdictRecord
from site_builder.records.scales import steps
from site_builder.relations import RelationKind
from site_builder.roles import Basis
from site_builder.trace import Asker

Claims = Mapping[str, Entry[Head]]

_DENYING: tuple[RelationKind, ...] = ("denies", "contradicts")
"""Relations that put somebody's denial on file, whichever side has them."""


@dataclass(frozen=True, slots=True)
class _Filed:
    """A relation and where it is."""

    entry: Entry[Head]
    """The claim that has it."""
    index: int
    """Its place in the claim's list, from 0."""
    kind: RelationKind
    """The relation of that claim to the other."""
    target: str
    """Id of the other claim."""


def inconsistent(records: Everything[Head], claimed: Mapping[tuple[str, str], tuple[str, ...]]) -> list[Diagnostic]:
    """Everything in ``records`` that cannot be meant, or should not be published, though each record is well formed.

    ``claimed`` has the claims that are made in some words, as :func:`claims_by_words` returns them.
    """
    site = records.site.record if records.site else None
    scale = {(step.scale, step.verdict.id): step.verdict for step in steps(site, site.scales)} if site else {}
    shown = {entry.id: entry for entry in records.claims if entry.record and entry.record.status == "published"}
    filed = tuple(_filed(shown))
    denied = {id_ for item in filed if item.kind in _DENYING for id_ in (item.entry.id, item.target)}
    supports: dict[str, list[_Filed]] = {}
    for item in filed:
        if item.kind == "supports":
            supports.setdefault(item.target, []).append(item)
    bundles = {entry.id: frozenset(entry.record.members) for entry in records.actors if entry.record}
    publishers = {entry.id: entry.record.publisher for entry, _ in records.articles if entry.record}
    outlets = {entry.record.name: entry.id for entry in records.actors if entry.record}
    own = _Sources(bundles, {id_: outlets[name] for id_, name in publishers.items() if name in outlets})
    found = list(_filed_twice(filed))
    for entry in shown.values():
        verdict = scale.get((entry.record.scale, entry.record.verdict)) if entry.record else None
        if verdict and entry.record:
            found += _without_basis(entry, entry.record, verdict, entry.id in denied)
            if verdict.tone == "positive":
                found += _leaning(entry, entry.record, own)
                found += _resting_on_claims(entry, entry.record, supports.get(entry.id, ()), claimed, shown, scale)
    return found


def _filed(claims: Claims) -> Iterator[_Filed]:
    for entry in claims.values():
        for index, relation in enumerate(entry.record.relations if entry.record else ()):
            if relation.claim in claims:
                yield _Filed(entry, index, relation.kind, relation.claim)


def _filed_twice(filed: Sequence[_Filed]) -> Iterator[Diagnostic]:
    """Two claims have one relation to each other: each further one is reported."""
    first: dict[frozenset[str], _Filed] = {}
    for item in filed:
        pair = frozenset((item.entry.id, item.target))
        before = first.setdefault(pair, item)
        if before is not item and len(pair) == 2 and before.kind != item.kind:
            message = f'"{item.entry.id}" {item.kind} "{item.target}" here, but another relation says something else'
            other = before.entry.span("relations", before.index, "kind")
            note = Note(f'"{before.entry.id}" {before.kind} "{before.target}" here', other)
            yield at("relation-conflict", item.entry.span("relations", item.index, "kind"), message, notes=(note,),
                     help="keep one of the two: both pages will show it")  # fmt: skip


def _without_basis(entry: Entry[Head], record: Head, verdict: VerdictRecord, denied: bool) -> Iterator[Diagnostic]:
    roles = {passage.role for passage in record.passages}
    for basis in verdict.requires:
        if basis in roles or (basis == "denial" and denied):
            continue
        message = f'a claim rated "{verdict.id}" needs {_NEEDED[basis]}, but this one has none'
        yield at("verdict-without-basis", entry.span("verdict"), message, help=_REMEDY[basis])


_NEEDED: Mapping[Basis, str] = {
    "evidence": "a passage with the role `evidence`",
    "denial": "a passage with the role `denial`, or a claim that denies or contradicts it",
}
_REMEDY: Mapping[Basis, str] = {
    "evidence": "add the passage that supports it, with role: evidence, or choose another verdict",
    "denial": "add the words in which it is denied, with role: denial, or choose another verdict",
}


@dataclass(frozen=True, slots=True)
class _Sources:
    """The parties that count as one source."""

    bundles: Mapping[str, frozenset[str]]
    """By actor: the actors whom it bundles."""
    outlets: Mapping[str, str]
    """By article: the actor that is its publisher, where the site has one."""

    def same(self, one: str, other: str) -> bool:
        """True when the two are one source."""
        return same_party(one, other, self.bundles)


def same_party(one: str, other: str, bundles: Mapping[str, frozenset[str]]) -> bool:
    """True when the two are one: the same actor, or a bundle and one of its members."""
    return one == other or other in bundles.get(one, ()) or one in bundles.get(other, ())


def _leaning(entry: Entry[Head], record: Head, sources: _Sources) -> Iterator[Diagnostic]:
    """Evidence that is the claim's own source over again."""
    evidence = [(index, passage) for index, passage in enumerate(record.passages) if passage.role == "evidence"]
    articles = {passage.article for passage in record.passages if passage.role == "claim"}
    owned = [(index, why) for index, passage in evidence if (why := _own(record, passage, articles, sources))]
    if evidence and len(owned) == len(evidence):
        index, why = owned[0]
        yield at("weak-support", entry.span("passages", index, "role"), f"the only evidence is {why}",
                 help="add evidence from another source, or choose a more cautious verdict")  # fmt: skip


def _own(record: Head, passage: PassageRecord, articles: set[str], sources: _Sources) -> str | None:
    """The link in words between ``passage`` and the claim's own source; None where there is none."""
    speaker = passage.speaker or sources.outlets.get(passage.article)
    if speaker and sources.same(record.actor, speaker):
        return f'from the claim\'s own source, "{speaker}"'
    if passage.speaker is None and passage.article in articles:
        return "from the article that reports the claim"
    return None


def _resting_on_claims(
    entry: Entry[Head],
    record: Head,
    supports: Sequence[_Filed],
    claimed: Mapping[tuple[str, str], tuple[str, ...]],
    claims: Claims,
    scale: Mapping[tuple[str | None, str], VerdictRecord],
) -> Iterator[Diagnostic]:
    """Support by a claim that its own verdict does not bear out."""

    def label(id_: str) -> str | None:
        """The verdict's label of the claim ``id_`` when that does not bear it out."""
        other = claims[id_].record
        verdict = scale.get((other.scale, other.verdict)) if other else None
        return verdict.label if verdict and verdict.tone != "positive" else None

    advice = "leave that support out, or choose a more cautious verdict"
    for item in supports:
        if rated := label(item.entry.id):
            message = f'"{item.entry.id}" supports it, a claim that is itself rated {rated}'
            note = Note("the relation is here", item.entry.span("relations", item.index))
            yield at("weak-support", entry.span("verdict"), message, notes=(note,), help=advice)
    for index, passage in enumerate(record.passages):
        words = passage.article, normalise_quote(passage.quote)
        made = [id_ for id_ in claimed.get(words, ()) if id_ in claims] if passage.role == "evidence" else []
        other = made[-1] if made else None
        if other and other != record.id and (rated := label(other)):
            message = f'this evidence is the claim "{other}", which is itself rated {rated}'
            yield at("weak-support", entry.span("passages", index, "quote"), message, help=advice)


def claims_by_words(known: ClaimRecords, asker: Asker) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By article and normalised words: ids of the claims that are made in them, in the order of the files.

    ``asker`` knows the claims whose words were normalised before, and records who looks which words up.
    """

    def words(key: Key) -> tuple[tuple[str, str], ...]:
        record = known.records[key]
        passages = record.passages if record else ()
        return tuple((item.article, normalise_quote(item.quote)) for item in passages if item.role == "claim")

    facts = asker.facts("normalised words of claim", asker.step("normalised words of claim", known.entries, words))

    def by_words() -> dict[str, Mapping[tuple[str, str], tuple[str, ...]]]:
        found: dict[tuple[str, str], dict[str, None]] = {}
        for key, made in facts.items():
            for made_in in made:
                found.setdefault(made_in, {})[key if isinstance(key, str) else key[0]] = None
        return {"claims made in": {made_in: tuple(ids) for made_in, ids in found.items()}}

    return asker.derived("claims by their words", by_words)["claims made in"]
