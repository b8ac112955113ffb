"""Saves that are seen and found in a preview that really runs."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.edit import middle
from benchmarks.records import write
from benchmarks.serving import EDITS, waits


def test_a_save_is_seen_and_then_found(tmp_path: Path) -> None:
    made = corpus(12)
    write(made, tmp_path)
    served, searched = waits(middle(made), tmp_path)
    assert 0 < served <= searched
    longer = middle(made).readings[1]
    assert (longer in (tmp_path / "claims.yaml").read_text()) == (EDITS % 2 == 1)
