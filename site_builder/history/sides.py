"""Both sides of a comparison, and the target in the later one of each address of the earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_builder.records.entries import Entry, Records
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord

ADVICE = "add to corrections a date and, under change, what was wrong and what it says now"

Addressed = Entry[ClaimRecord] | Entry[ActorRecord] | Entry[ArticleRecord]
A = TypeVar("A", Entry[ClaimRecord], Entry[ActorRecord], Entry[ArticleRecord])


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides, and the target in the later one of each address of the earlier one."""

    before: Records
    after: Records
    actors: Mapping[str, str]
    articles: Mapping[str, str]
    corrected: frozenset[str]
    """Claims of ``after`` with a correction that ``before`` does not have."""


def leads_of(entries: Sequence[Addressed]) -> dict[str, str]:
    """The id of the record to which each id, present or former, leads."""
    former = {id_: entry.id for entry in entries if entry.record for id_ in entry.record.former_ids}
    return former | {entry.id: entry.id for entry in entries}


def renamed(before: Sequence[Addressed], after: Sequence[Addressed]) -> dict[str, str]:
    """Like :func:`leads_of`, but two records that became one are two still: the speaker has changed."""
    earlier = {entry.id for entry in before}
    return {id_: lead if lead == id_ or lead not in earlier else id_ for id_, lead in leads_of(after).items()}


def paired(before: Sequence[A], after: Sequence[A]) -> Iterator[tuple[A, A]]:
    """Each record of ``before`` and the one to which its id leads."""
    leads = leads_of(after)
    now = {entry.id: entry for entry in after}
    for entry in before:
        if entry.id in leads:
            yield entry, now[leads[entry.id]]


def flow(text: str) -> str:
    """``text`` as YAML that may be between braces: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
