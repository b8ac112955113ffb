"""The table: medians, ratios within a round, and whether a goal is met."""

from __future__ import annotations

from benchmarks.measure import Run
from benchmarks.peers.rounds import COLD, NO_SEARCH, OURS, Round
from benchmarks.peers.table import Row, busy, table, timed
from benchmarks.peers.tools import PEERS


def took(seconds: float, others: float = 0.0) -> Run:
    return Run(seconds, seconds, others, 0, "")


ROUNDS: list[Round] = [
    {(COLD, OURS): [took(2)], (COLD, "zola"): [took(1), took(3)], (COLD, "hugo"): [took(2), took(3)]},
    {(COLD, OURS): [took(6)], (COLD, "zola"): [took(2), took(6)], (COLD, "hugo"): [took(4), took(6)]},
    {(COLD, OURS): [took(3)], (COLD, "zola"): [took(1), took(2)], (COLD, "hugo"): [took(3), took(3)]},
]


def test_a_value_is_a_median_and_a_ratio_is_taken_within_a_round() -> None:
    row = timed("all", COLD, ROUNDS, 0.8)
    assert row.values == {OURS: [2, 6, 3], "zola": [4, 8, 3], "hugo": [5, 10, 6]}
    assert table([row], PEERS).splitlines() == [
        "|  | site-builder | Zola + Pagefind | ratio | Hugo + Pagefind | ratio | goal |  |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| all | 3.00 s | 4.00 s | 0.75 | 6.00 s | 0.50 | ≤ 0.8 | met |",
    ]


def test_a_goal_is_met_only_where_the_best_peer_is_beaten() -> None:
    assert table([timed("all", COLD, ROUNDS, 0.7)], PEERS).endswith("| ≤ 0.7 | missed |")
    assert table([timed("all", COLD, ROUNDS, 0.7)], PEERS[1:]).endswith("| ≤ 0.7 | met |")


def test_another_case_is_another_row() -> None:
    both = [{**ROUNDS[0], (NO_SEARCH, OURS): [took(1)], (NO_SEARCH, "zola"): [took(1)]}]
    assert timed("none", NO_SEARCH, both, 2.5).values == {OURS: [1], "zola": [1]}


def test_without_peers_a_ratio_cannot_be_judged() -> None:
    alone: list[Round] = [{(COLD, OURS): [took(2)]}]
    assert table([timed("all", COLD, alone, 0.8)], ()).splitlines()[-1] == "| all | 2.00 s | ≤ 0.8 | – |"


def test_a_goal_of_seconds_or_gigabytes_is_this_projects_own() -> None:
    seen = Row("seen", {OURS: [0.2]}, 0.3, ratio=False)
    memory = Row("memory", {OURS: [0.9], "zola": [0.3], "hugo": [1.8]}, 0.7, ratio=False, unit="GB")
    assert table([seen, memory], PEERS).splitlines()[-2:] == [
        "| seen | 0.20 s | – | – | – | – | ≤ 0.3 s | met |",
        "| memory | 0.90 GB | 0.30 GB | 3.00 | 1.80 GB | 0.50 | ≤ 0.7 GB | missed |",
    ]


def test_how_busy_other_programs_were() -> None:
    rounds: list[Round] = [{(COLD, OURS): [took(2, 0.1)], (COLD, "zola"): [took(1, 0.2), took(3, 0.6)]}]
    assert busy(rounds) == (
        "Beside the runs other programs kept 0.30 cores busy on average, at most 0.60 during one run."
    )
