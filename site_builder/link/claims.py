"""One claim: its references, its dates, its passages."""

from __future__ import annotations

from functools import partial

from site_builder import urls
from site_builder.diagnostics import Diagnostic, at
from site_builder.link import prose
from site_builder.link.names import Names
from site_builder.link.quotations import Documents, prove
from site_builder.model import Claim, Correction, Passage, Relation
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord


def link_claim(entry: Entry[ClaimRecord], names: Names, documents: Documents, found: list[Diagnostic]) -> Claim | None:
    """The claim of ``entry``, or None when it lacks a passage that could be proved; faults go to ``found``."""
    record = entry.record
    if record is None:
        return None
    _check_references(entry, record, names, found)
    _check_dates(entry, record, found)
    if not any(passage.role == "claim" for passage in record.passages):
        found.append(at("no-claim-passage", entry.span("passages"), "no passage has the role `claim`",
                        help="add the passage in which the claim was made"))  # fmt: skip
    passages = _passages(entry, record, names, documents, found)
    assessment = prose.render(record.assessment, urls.claim(record.id), names, entry.span("assessment"), found)
    return Claim(
        id=record.id,
        actor=record.actor,
        statement=record.statement,
        date=record.date,
        about=tuple(dict.fromkeys((*record.about, *record.accuses))),
        accuses=tuple(dict.fromkeys(record.accuses)),
        topics=record.topics,
        verdict=record.verdict,
        summary=record.summary,
        assessment=assessment,
        passages=passages,
        published=record.published,
        reviewed_by=record.reviewed_by,
        corrections=tuple(Correction(item.date, item.change) for item in record.corrections),
        withdrawn=record.status == "withdrawn",
        former_ids=record.former_ids,
    )


def relations(record: ClaimRecord) -> list[Relation]:
    """The relations filed with a claim."""
    return [Relation(record.id, item.claim, item.kind, item.note) for item in record.relations]


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
    for index, relation in enumerate(record.relations):
        path = ("relations", index, "claim")
        if relation.claim == record.id:
            found.append(at("relation-to-self", entry.span(*path), "the relation names its own claim"))
        else:
            names.check("claim", relation.claim, entry, path, found)


def _check_dates(entry: Entry[ClaimRecord], record: ClaimRecord, found: list[Diagnostic]) -> None:
    if record.published is None:
        if record.status != "draft":
            found.append(at("no-publication-date", entry.id_span, f'the claim "{record.id}" has no `published:`',
                            help="add the day of first publication, or status: draft"))  # fmt: skip
    elif record.date.earliest > record.published.earliest:
        message = f"the claim is dated {record.date}, after its check was published on {record.published}"
        found.append(at("date-order", entry.span("date"), message))
    if record.status == "withdrawn" and not record.corrections:
        found.append(at("withdrawn-without-reason", entry.span("status"), "a withdrawn claim must say why",
                        help="add to corrections: a date, and the reason as the change"))  # fmt: skip
    earlier = record.published
    for index, correction in enumerate(record.corrections):
        if earlier and correction.date.earliest < earlier.earliest:
            what = "the correction above it" if index else "the publication"
            message = f"the correction of {correction.date} comes before {what} of {earlier}"
            found.append(at("date-order", entry.span("corrections", index, "date"), message,
                            help="corrections are listed newest last"))  # fmt: skip
        earlier = correction.date


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
        if item.speaker:
            names.check(
                "actor",
                item.speaker,
                entry,
                (
                    "passages",
                    index,
                    "speaker",
                ),
                found,
            )
        if not names.check(
            "article",
            item.article,
            entry,
            (
                "passages",
                index,
                "article",
            ),
            found,
        ):
            continue
        if item.article not in documents:
            continue  # The article itself is faulty, and says so.
        passage, faults = prove(item, speaker, partial(entry.span, "passages", index), documents)
        found += faults
        if passage:
            passages.append(passage)
    return tuple(passages)
