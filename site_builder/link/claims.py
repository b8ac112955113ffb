"""One claim: its references, its dates, its passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from site_builder import urls
from site_builder.diagnostics import Diagnostic, at
from site_builder.editorial import Asked
from site_builder.link import prose
from site_builder.link.faulty import check_faulty
from site_builder.link.known import ClaimRecords, Key
from site_builder.link.names import Names
from site_builder.link.order import NO_ANSWER, claim_order
from site_builder.link.people import check_people, known_as
from site_builder.link.quotations import Documents, prove
from site_builder.link.scales import check_scales
from site_builder.model import Claim, Correction, Passage, Relation
from site_builder.parallel import spread
from site_builder.records import scales
from site_builder.records.entries import Entry
from site_builder.records.models import AskedRecord, ClaimRecord
from site_builder.records.values import is_id
from site_builder.trace import Asker

WORTH_A_PROCESS = 1000
"""Claims below which starting processes takes longer than it saves."""
LinkedClaim = tuple[Claim | None, list[Diagnostic], tuple[Relation, ...]]
"""A claim, where there could be one, its faults, and the relations filed with it."""


def link_claims(
    keys: Sequence[Key], claims: ClaimRecords, names: Names, documents: Documents, asker: Asker, jobs: int
) -> Mapping[Key, LinkedClaim]:
    """Link those of ``claims`` that have ``keys``, in up to ``jobs`` processes; ``asker`` knows those that are linked.

    A claim with a fault is linked in every run: a fault has a place, and places change with every line.
    """

    def make(key: Key) -> LinkedClaim:
        found: list[Diagnostic] = []
        record = claims.records[key]
        filed = _relations(record) if record else ()
        return link_claim(claims.entries[key], names, documents, found), found, filed

    def is_good(result: LinkedClaim) -> bool:
        return result[0] is not None and not result[1]

    return asker.step("claim", keys, make, is_good, partial(spread, jobs=jobs, worth_it=WORTH_A_PROCESS))


def link_claim(entry: Entry[ClaimRecord], names: Names, documents: Documents, found: list[Diagnostic]) -> Claim | None:
    """The claim of ``entry``, or None when it lacks a passage that could be proved; faults go to ``found``."""
    record = entry.record
    if record is None:
        check_faulty(entry, names, documents, found)
        return None
    _check_record(entry, record, names, found)
    passages = _passages(entry, record, names, documents, found)
    place = partial(entry.span, "assessment")
    assessment = prose.render(record.assessment, urls.claim(record.id), names, place, found, top=3)
    return Claim(
        id=record.id,
        actor=record.actor,
        statement=record.statement,
        date=record.date,
        attribution=record.attribution,
        about=tuple(dict.fromkeys((*record.about, *record.accuses))),
        accuses=tuple(dict.fromkeys(record.accuses)),
        topics=record.topics,
        verdict=scales.key(names.verdicts, names.scales, names.last_used, record.scale, record.verdict),
        summary=record.summary,
        assessment=assessment,
        passages=passages,
        published=record.published,
        checked_by=known_as(record.checked_by, names.people, names.people_ids),
        reviewed_by=known_as(record.reviewed_by, names.people, names.people_ids),
        asked=tuple(map(_asked, record.asked)),
        corrections=_corrections(record, names),
        withdrawn=record.status == "withdrawn",
        draft=record.status == "draft",
        former_ids=record.former_ids,
    )


def _corrections(record: ClaimRecord, names: Names) -> tuple[Correction, ...]:
    """An old verdict stood on the scale that its correction names, or on that of the verdict which took its place."""
    found: list[Correction] = []
    scale = record.scale
    for item in reversed(record.corrections):
        was = dict(item.was) if item.was else {}
        scale = was.pop("scale", None) or scale
        if was.get("verdict"):
            was["verdict"] = scales.key(names.verdicts, names.scales, names.last_used, scale, was["verdict"])
        found.append(Correction(item.date, item.change, tuple((key, value) for key, value in was.items() if value)))
    return tuple(reversed(found))


def _asked(record: AskedRecord) -> Asked:
    none = record.answer == NO_ANSWER
    return Asked(record.date, record.of, None if none else record.answer, none)


def _relations(record: ClaimRecord) -> tuple[Relation, ...]:
    return tuple(Relation(record.id, item.claim, item.kind, item.note) for item in record.relations)


def _check_record(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    """All that can be said without the articles' texts."""
    _check_references(entry, record, names, found)
    _check_status(entry, record, found)
    check_people(entry, record, names, found)
    found += claim_order(entry, record, names.published)
    if not any(passage.role == "claim" for passage in record.passages):
        found.append(at("no-claim-passage", entry.span("passages"), "no passage has the role `claim`",
                        help="add the passage in which the claim was made"))  # fmt: skip


def _check_references(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    names.check("actor", record.actor, entry, ("actor",), found)
    check_scales(entry, record, names, found)
    references = (
        ("actor", "about", record.about),
        ("actor", "accuses", record.accuses),
        ("topic", "topics", record.topics),
    )
    for kind, key, ids in references:
        for index, id_ in enumerate(ids):
            names.check(kind, id_, entry, (key, index), found)
    for index, asked in enumerate(record.asked):
        if is_id(asked.of):
            names.check("actor", asked.of, entry, ("asked", index, "of"), found)
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
