"""One claim: its references, its dates, its passages."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import is_

from site_builder import urls
from site_builder.diagnostics import Diagnostic, at
from site_builder.link import prose
from site_builder.link.faulty import check_faulty
from site_builder.link.names import Names
from site_builder.link.order import claim_order
from site_builder.link.prover import Prover, Question
from site_builder.link.quotations import Documents, prove
from site_builder.model import Claim, Correction, Passage, Relation
from site_builder.parallel import spread
from site_builder.passages.document import Document
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord, CorrectionRecord, PassageRecord

WORTH_A_PROCESS = 1000
"""Claims below which starting processes takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A claim and all that it was made of; it is good as long as those are the same."""

    entry: Entry[ClaimRecord]
    """The record; a file that did not change has the very same entries."""
    answers: tuple[Hashable, ...]
    """What its references and links were found to be."""
    documents: tuple[Document | None, ...]
    """The texts that its quotations were proved against, by identity."""
    claim: Claim
    """The claim."""


@dataclass(frozen=True, slots=True)
class LinkedClaims:
    """All claims, linked."""

    all: list[Claim | None]
    """In the order of the entries; None for one that could not be linked."""
    faultless: dict[str, LinkedClaim]
    """Those without a fault, by id."""


def link_claims(
    entries: Sequence[Entry[ClaimRecord]],
    names: Names,
    documents: Documents,
    known: Mapping[str, LinkedClaim],
    same_names: bool,
    jobs: int,
    found: list[Diagnostic],
) -> LinkedClaims:
    """Link every claim of ``entries`` that is not ``known``, in up to ``jobs`` processes; faults go to ``found``.

    ``same_names`` says that ``names`` are what they were when the known ones were made.
    """
    claims: list[Claim | None] = []
    faultless: dict[str, LinkedClaim] = {}
    missing: list[int] = []
    for index, entry in enumerate(entries):
        before = known.get(entry.id)
        if before is not None and _is_good(before, entry, None if same_names else names, documents):
            faultless[entry.id] = before if before.entry is entry else replace(before, entry=entry)
            claims.append(before.claim)
        else:
            missing.append(index)
            claims.append(None)

    def work(some: Sequence[int]) -> list[tuple[Claim | None, list[Diagnostic]]]:
        results = []
        for index in some:
            faults: list[Diagnostic] = []
            results.append((link_claim(entries[index], names, documents, faults), faults))
        return results

    for index, (claim, faults) in zip(missing, spread(work, missing, jobs, WORTH_A_PROCESS), strict=True):
        claims[index] = claim
        found += faults
        record = entries[index].record
        if claim and record and not faults:
            cited = _cited(record, documents)
            faultless[claim.id] = LinkedClaim(entries[index], _answers(record, names), cited, claim)
    return LinkedClaims(claims, faultless)


def _is_good(before: LinkedClaim, entry: Entry[ClaimRecord], names: Names | None, documents: Documents) -> bool:
    record = entry.record
    if record is None or (before.entry is not entry and before.entry.record != record):
        return False
    same_texts = all(map(is_, before.documents, _cited(record, documents)))
    return same_texts and (names is None or before.answers == _answers(record, names))


def _cited(record: ClaimRecord, documents: Documents) -> tuple[Document | None, ...]:
    return tuple(documents.get(passage.article) for passage in record.passages)


def _answers(record: ClaimRecord, names: Names) -> tuple[Hashable, ...]:
    """What ``names`` says to each reference and each link of ``record``."""
    actors = (record.actor, *record.about, *record.accuses, *(p.speaker for p in record.passages if p.speaker))
    return (
        names.verdicts.get(record.verdict),
        tuple(map(names.actors.get, actors)),
        tuple(map(names.topics.get, record.topics)),
        tuple(names.claims.get(relation.claim) for relation in record.relations),
        prose.answers(record.assessment, names, urls.claim(record.id)),
        tuple(names.published.get(passage.article) for passage in record.passages),
    )


def link_claim(entry: Entry[ClaimRecord], names: Names, documents: Documents, found: list[Diagnostic]) -> Claim | None:
    """The claim of ``entry``, or None when it lacks a passage that could be proved; faults go to ``found``."""
    record = entry.record
    if record is None:
        check_faulty(entry, names, documents, found)
        return None
    _check_record(entry, record, names, found)
    passages = _passages(entry, record, names, documents, found)
    assessment = prose.render(record.assessment, urls.claim(record.id), names, entry.span("assessment"), found, top=3)
    return Claim(
        id=record.id,
        actor=record.actor,
        statement=record.statement,
        date=record.date,
        attribution=record.attribution,
        about=tuple(dict.fromkeys((*record.about, *record.accuses))),
        accuses=tuple(dict.fromkeys(record.accuses)),
        topics=record.topics,
        verdict=record.verdict,
        summary=record.summary,
        assessment=assessment,
        passages=passages,
        published=record.published,
        reviewed_by=record.reviewed_by,
        corrections=tuple(map(_correction, record.corrections)),
        withdrawn=record.status == "withdrawn",
        former_ids=record.former_ids,
    )


def _correction(record: CorrectionRecord) -> Correction:
    was = tuple((key, value) for key, value in record.was or () if value is not None)
    return Correction(record.date, record.change, was)


def check_claims(
    entries: Sequence[Entry[ClaimRecord]],
    names: Names,
    documents: Documents,
    prover: Prover | None,
    found: list[Diagnostic],
) -> None:
    """What is wrong with ``entries`` goes to ``found``, as :func:`link_claim` finds it; nothing is made of them."""
    records = [(entry, entry.record) for entry in entries if entry.record]
    for entry in entries:
        if entry.record is None:
            check_faulty(entry, names, documents, found)
    if prover:
        prover.ask([_question(passage) for _, record in records for passage in record.passages])
    for entry, record in records:
        _check_record(entry, record, names, found)
        prose.check(record.assessment, urls.claim(record.id), names, entry.span("assessment"), found)
    faulty, sound = (prover.answers() if prover else None) or (list(documents), ())
    for id_ in faulty:
        _ = documents[id_]  # whoever reads it files what is wrong with it
    answers = iter(sound)
    for entry, record in records:
        answered = [next(answers, False) for _ in record.passages]
        if not all(answered):
            _passages(entry, record, names, documents, found)


def _question(passage: PassageRecord) -> Question:
    return Question(passage.article, passage.quote, passage.prefix, passage.suffix, passage.speech == "direct")


def relations(record: ClaimRecord) -> list[Relation]:
    """The relations filed with a claim."""
    return [Relation(record.id, item.claim, item.kind, item.note) for item in record.relations]


def _check_record(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    """All that can be said without the articles' texts."""
    _check_references(entry, record, names, found)
    _check_status(entry, record, found)
    found += claim_order(entry, record, names.published)
    if not any(passage.role == "claim" for passage in record.passages):
        found.append(at("no-claim-passage", entry.span("passages"), "no passage has the role `claim`",
                        help="add the passage in which the claim was made"))  # fmt: skip


def _check_references(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    names.check("actor", record.actor, entry, ("actor",), found)
    names.check("verdict", record.verdict, entry, ("verdict",), found)
    references = (
        ("actor", "about", record.about),
        ("actor", "accuses", record.accuses),
        ("topic", "topics", record.topics),
    )
    for kind, key, ids in references:
        for index, id_ in enumerate(ids):
            names.check(kind, id_, entry, (key, index), found)
    for index, passage in enumerate(record.passages):
        if passage.speaker:
            names.check("actor", passage.speaker, entry, ("passages", index, "speaker"), found)
    for index, relation in enumerate(record.relations):
        path = ("relations", index, "claim")
        if relation.claim == record.id:
            found.append(at("relation-to-self", entry.span(*path), "the relation names its own claim",
                            help="name the other claim, or remove the relation"))  # fmt: skip
        else:
            names.check("claim", relation.claim, entry, path, found)


def _check_status(entry: Entry[ClaimRecord], record: ClaimRecord, found: list[Diagnostic]) -> None:
    if record.published is None and record.status != "draft":
        found.append(at("no-publication-date", entry.id_span, f'the claim "{record.id}" has no `published:`',
                        help="add the day of first publication, or status: draft"))  # fmt: skip
    if record.status == "withdrawn" and not record.corrections:
        found.append(at("withdrawn-without-reason", entry.span("status"), "a withdrawn claim must say why",
                        help="add to corrections: a date, and the reason as the change"))  # fmt: skip


def _passages(
    entry: Entry[ClaimRecord],
    record: ClaimRecord,
    names: Names,
    documents: Documents,
    found: list[Diagnostic],
) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for index, item in enumerate(record.passages):
        speaker = item.speaker or (record.actor if item.role == "claim" else None)
        if not names.check("article", item.article, entry, ("passages", index, "article"), found):
            continue
        if item.article not in documents:
            continue  # The article itself is faulty, and says so.
        passage, faults = prove(item, speaker, partial(entry.span, "passages", index), documents)
        found += faults
        if passage:
            passages.append(passage)
    return tuple(passages)
