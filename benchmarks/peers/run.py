"""The project next to Zola and Hugo, each with Pagefind: the table of docs/performance.md.

    make bench-peers                        # once: fetches the peers
    make bench                              # 1,000 and 10,000 claims, three rounds
    python -m benchmarks.peers.run --huge   # 50,000 as well: takes long

All make the same pages of the same generated claims (``benchmarks/corpus.py``), and what a peer made is checked to be whole before
anything is timed. Without the peers the table has this project's figures alone.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.edit import middle
from benchmarks.peers import rounds
from benchmarks.peers.packages import PAGEFIND
from benchmarks.peers.rounds import OURS, Place, Round, prepare
from benchmarks.peers.table import Row, busy, table, timed
from benchmarks.peers.tools import Peer, present
from benchmarks.serving import waits
from site_builder.output.searching.engine import engine_version

SMALL, LARGE, HUGE = 1_000, 10_000, 50_000


def main() -> None:
    """Measure, and print the table."""
    arguments = _arguments()
    peers = present()
    print(_machine(peers), flush=True)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        small = prepare(arguments.small, Path(folder), peers)
        large = prepare(arguments.large, Path(folder), peers)
        rounds.memory(small)  # for the check that the sites are whole
        peaks = rounds.memory(large)
        in_small, in_large = _repeat(small, large, arguments.rounds)
        rows = [
            *_rows(in_small, in_large, arguments.small, arguments.large),
            *_waits(large),
            _memory(arguments.large, peaks, 0.7),
        ]
        done = [*in_small, *in_large]
        if arguments.huge:
            huge = prepare(arguments.huge, Path(folder), peers)
            peaks = rounds.memory(huge)
            once = rounds.cold(huge)
            rows += [
                timed(f"{arguments.huge:,} {rounds.COLD}", rounds.COLD, [once], 0.6),
                _memory(arguments.huge, peaks, 3),
            ]
            done.append(once)
    print(table(rows, peers))
    print(busy(done))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="This project next to Zola and Hugo, each with Pagefind.")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is built in turn (default: 3)")
    parser.add_argument("--folder", help="where the sites are written (default: the system's folder for such files)")
    parser.add_argument("--small", type=int, default=SMALL, metavar="N", help=f"claims, instead of {SMALL:,}")
    parser.add_argument("--large", type=int, default=LARGE, metavar="N", help=f"claims, instead of {LARGE:,}")
    parser.add_argument(
        "--huge", type=int, nargs="?", const=HUGE, metavar="N", help=f"build so many claims as well, once ({HUGE:,})"
    )
    return parser.parse_args()


def _repeat(small: Place, large: Place, count: int) -> tuple[list[Round], list[Round]]:
    in_small, in_large = [], []
    for number in range(count):
        in_small.append(rounds.cold(small))
        in_large.append(rounds.all_cases(large))
        print(f"round {number + 1} of {count}: {busy([in_small[-1], in_large[-1]])}", file=sys.stderr, flush=True)
    return in_small, in_large


def _rows(in_small: Sequence[Round], in_large: Sequence[Round], small: int, large: int) -> list[Row]:
    return [
        timed(f"{small:,} {rounds.COLD}", rounds.COLD, in_small, 1),
        timed(f"{large:,} {rounds.COLD}", rounds.COLD, in_large, 0.8),
        timed(f"{large:,} {rounds.NO_SEARCH}", rounds.NO_SEARCH, in_large, 2.5),
        timed(f"{large:,} {rounds.EDITED}, search fresh", rounds.EDITED, in_large, 0.1),
        timed(f"{large:,} {rounds.UNCHANGED}", rounds.UNCHANGED, in_large, 0.04),
    ]


def _waits(place: Place) -> list[Row]:
    served, searched = waits(middle(place.made), place.ours)
    size = f"{len(place.made.claims):,}"
    return [
        Row(f"{size} one edit seen in the preview", {OURS: [served]}, 0.3, ratio=False),
        Row(f"{size} one edit found in the preview", {OURS: [searched]}, 1.5, ratio=False),
    ]


def _memory(size: int, peaks: dict[str, float], goal: float) -> Row:
    values: dict[str, Sequence[float]] = {who: [peak / 1000] for who, peak in peaks.items()}
    return Row(f"{size:,} {rounds.COLD}: memory of all processes", values, goal, ratio=False, unit="GB")


def _machine(peers: Sequence[Peer]) -> str:
    with_search = f"with Pagefind {PAGEFIND.version}"
    found = " and ".join(f"{peer.name.capitalize()} {peer.version}" for peer in peers)
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        processor = names[0].partition(":")[2].strip() if names else processor
    return (
        f"{os.cpu_count()} cores ({processor}), Python {platform.python_version()}, Pagefind {engine_version()} here; "
        + (f"{found} {with_search}" if peers else "the peers are not here: make bench-peers fetches them")
    )


if __name__ == "__main__":
    main()
