"""What is run for the table, on tiny sites and without the peers."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.measure import Run
from benchmarks.peers import rounds, run
from benchmarks.peers.rounds import COLD, EDITED, NO_SEARCH, OURS, UNCHANGED, prepare

BUILT = Run(2.0, 2.0, 0.25, 0, "")


def test_without_the_peers_it_says_so_and_prints_this_projects_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = (COLD, NO_SEARCH, EDITED, UNCHANGED)
    monkeypatch.setattr(run, "present", lambda: ())
    monkeypatch.setattr(run, "waits", lambda *_: (0.25, 2.5))
    monkeypatch.setattr(rounds, "memory", lambda place: {OURS: 100.0 * len(place.made.claims)})
    monkeypatch.setattr(rounds, "cold", lambda _: {(COLD, OURS): [BUILT]})
    monkeypatch.setattr(rounds, "all_cases", lambda _: {(case, OURS): [BUILT] for case in cases})
    sizes = ["--small", "4", "--large", "12", "--huge", "31", "--rounds", "2"]
    monkeypatch.setattr("sys.argv", ["run.py", *sizes, "--folder", str(tmp_path)])
    run.main()
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.endswith("; the peers are not here: make bench-peers fetches them")
    assert rest == [
        "|  | site-builder | goal |  |",
        "| --- | --- | --- | --- |",
        "| 4 cold, with search | 2.00 s | ≤ 1 | – |",
        "| 12 cold, with search | 2.00 s | ≤ 0.8 | – |",
        "| 12 cold, without search | 2.00 s | ≤ 2.5 | – |",
        "| 12 one claim edited, search fresh | 2.00 s | ≤ 0.1 | – |",
        "| 12 nothing edited | 2.00 s | ≤ 0.04 | – |",
        "| 12 one edit seen in the preview | 0.25 s | ≤ 0.3 s | met |",
        "| 12 one edit found in the preview | 2.50 s | ≤ 1.5 s | missed |",
        "| 12 cold, with search: memory of all processes | 1.20 GB | ≤ 0.7 GB | missed |",
        "| 31 cold, with search | 2.00 s | ≤ 0.6 | – |",
        "| 31 cold, with search: memory of all processes | 3.10 GB | ≤ 3 GB | missed |",
        "Beside the runs other programs kept 0.25 cores busy on average, at most 0.25 during one run.",
    ]
    assert not list(tmp_path.iterdir())


def test_each_case_builds_what_it_is_named_after(tmp_path: Path) -> None:
    place = prepare(8, tmp_path, ())
    done = rounds.all_cases(place)
    assert list(done) == [(COLD, OURS), (EDITED, OURS), (UNCHANGED, OURS), (NO_SEARCH, OURS)]
    assert not (place.ours / "public/pagefind").exists()  # the last one
    assert (place.ours / "public/claims/claim-4/index.html").exists()


def test_a_site_that_is_not_whole_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = prepare(8, tmp_path, ())
    monkeypatch.setattr(rounds, "lacking_here", lambda *_: ["claims/claim-3/ lacks 'a word'"])
    with pytest.raises(SystemExit, match=r"did not make the whole site, 1 faults:\n  claims/claim-3/ lacks 'a word'"):
        rounds.memory(place)
