from __future__ import annotations

import pickle
from datetime import date

import pytest

from site_builder.history.against import compare
from site_builder.history.future import in_future
from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.records import written
from site_builder.records.nodes import MapNode
from tests.projects import edited, minimal


def test_a_record_without_faults_keeps_no_tree() -> None:
    records, faults = load(minimal())
    assert not faults
    assert b"MapNode" not in pickle.dumps(records)


def test_a_record_with_a_fault_keeps_its_tree() -> None:
    (entry,) = load(edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: soon"))[0].claims
    assert entry.record is None
    assert isinstance(entry.written, MapNode)
    assert entry.span("date").text == "soon"


def test_where_nothing_is_wrong_no_record_is_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    project = edited(minimal(), "claims.yaml", "    published:", "    former_ids: [old]\n    published:")

    def never(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(written, "parse", never)
    records, faults = load(project)
    site, more = link(records)
    assert site is not None
    assert faults + more + in_future(records, date(2026, 11, 29)) + compare(records, records) == []
    with pytest.raises(AssertionError, match="read again"):
        records.claims[0].span("date")
