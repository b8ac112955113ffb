"""The diagnostics that an addition to a project causes: those that were not there before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from site_builder.diagnostics import Diagnostic, Report
from site_builder.records.entries import Entry, Records
from site_builder.records.nodes import MapNode
from site_builder.workspace import Workspace


def added_faults(before: Workspace, after: Workspace) -> Report:
    """The diagnostics of ``after`` that ``before`` did not have."""
    known = Counter((fault.code, fault.message) for fault in before.faults)
    added: list[Diagnostic] = []
    for fault in Report.of(after.faults).diagnostics:
        same = (fault.code, fault.message)
        known[same] -= 1
        if known[same] < 0:
            added.append(fault)
    return Report.of(added)


def keys_at_fault(report: Report, name: str, records: Records, kind: str = "claim") -> dict[str, dict[str, str]]:
    """The errors in the file ``name``, by id of the claim, actor or article and by key; the first of each key.

    A fault of a record as a whole is one of its id.
    """
    articles = tuple(entry for entry, _ in records.articles)
    kinds: dict[str, tuple[Entry[Any], ...]] = {"actor": records.actors, "article": articles}
    all_ = kinds.get(kind, records.claims)
    entries = [(entry, entry.node) for entry in all_ if entry.written.source.name == name]
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for fault in report.diagnostics:
        if fault.file != name or fault.severity != "error" or fault.span is None:
            continue
        holding = [pair for pair in entries if pair[1].start <= fault.span.start or pair[0].id_span == fault.span]
        if holding:
            entry, node = holding[-1]
            keys = node.entries.items() if isinstance(node, MapNode) else ()
            key = next((key for key, (where, _) in reversed(list(keys)) if where.start <= fault.span.start), "id")
            found[entry.id].setdefault(key, fault.message)
    return found


def faults_by_key(report: Report, name: str, records: Records, kind: str, id_: str) -> Mapping[str, str]:
    """The errors of the record ``id_`` in the file ``name``, by key; an id that is there twice is one of its id."""
    twice = [fault for fault in report.diagnostics if fault.code == "duplicate-key" and f'"{id_}"' in fault.message]
    return keys_at_fault(report, name, records, kind).get(id_) or ({"id": twice[0].message} if twice else {})
