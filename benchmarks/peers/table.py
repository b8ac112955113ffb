"""The table: medians of seconds, medians of the ratios within a round, and the goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.peers.rounds import OURS, Round
from benchmarks.peers.tools import Peer


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    values: dict[str, Sequence[float]]
    """By who ran: a value for each round."""
    goal: float
    """This project's value, or its ratio to the best peer, is at most this."""
    ratio: bool = True
    """Whether the goal is a ratio."""
    unit: str = "s"


def timed(what: str, case: str, rounds: Sequence[Round], goal: float) -> Row:
    """The row of a case: wall-clock seconds."""
    values: dict[str, Sequence[float]] = {
        who: [sum(run.seconds for run in done[case, who]) for done in rounds]
        for known, who in rounds[0]
        if known == case
    }
    return Row(what, values, goal)


def table(rows: Sequence[Row], peers: Sequence[Peer]) -> str:
    """The rows in Markdown."""
    head = ["", OURS]
    for peer in peers:
        head += [f"{peer.name.capitalize()} + Pagefind", "ratio"]
    lines = [[*head, "goal", ""], ["---"] * (len(head) + 2)]
    for row in rows:
        cells = [row.what, _value(row, OURS)]
        for peer in peers:
            ratio = _ratio(row, peer)
            cells += [_value(row, peer.name), "–" if ratio is None else f"{ratio:.2f}"]
        lines.append([*cells, f"≤ {row.goal:g}" + ("" if row.ratio else f" {row.unit}"), _verdict(row, peers)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def busy(rounds: Sequence[Round]) -> str:
    """How busy other programs kept the machine while these rounds ran."""
    found = [run.others for done in rounds for runs in done.values() for run in runs]
    return (
        f"Beside the runs other programs kept {sum(found) / len(found):.2f} cores busy on average, "
        f"at most {max(found):.2f} during one run."
    )


def _value(row: Row, who: str) -> str:
    if who not in row.values:
        return "–"
    return f"{median(row.values[who]):.2f} {row.unit}"


def _ratio(row: Row, peer: Peer) -> float | None:
    if peer.name not in row.values:
        return None
    return median(ours / theirs for ours, theirs in zip(row.values[OURS], row.values[peer.name], strict=True))


def _verdict(row: Row, peers: Sequence[Peer]) -> str:
    """Whether the goal is met; a ratio is compared with the peer that does best."""
    if not row.ratio:
        reached: float | None = median(row.values[OURS])
    else:
        reached = max((ratio for peer in peers if (ratio := _ratio(row, peer)) is not None), default=None)
    if reached is None:
        return "–"
    return "met" if reached <= row.goal else "missed"
