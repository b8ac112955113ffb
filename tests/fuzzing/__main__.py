"""Try many damaged projects: ``python -m tests.fuzzing --seed 0 --count 10000 --jobs 2``.

Prints what is wrong, each kind of fault once, with the smallest part of the damage that shows it. Exit status 1 if
anything is. ``--seed N --count 1`` shows a case again; with ``--keep NAME`` it stays as one (:mod:`tests.fuzzing.finds`).
"""

from __future__ import annotations

import argparse
import sys
from time import perf_counter

from tests.fuzzing.crew import Crew
from tests.fuzzing.finds import keep
from tests.fuzzing.trial import Found, difference

TOLD = 1000
"""After so many cases a line says how many were tried."""


def main() -> int:
    """Try as many cases as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="number of the first case (default: 0)")
    parser.add_argument("--count", type=int, default=1500, metavar="N", help="how many cases (default: 1500)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default: 2)")
    parser.add_argument("--keep", metavar="NAME", help="keep the first that is found, for every later run")
    arguments = parser.parse_args()
    since = perf_counter()
    crew = Crew(arguments.seed, arguments.count, arguments.jobs)
    kinds: dict[str, int] = {}
    told = 0
    for found in crew.run():
        if found is None:
            if crew.running >= told + TOLD:
                told = crew.running
                print(f"{told} tried", file=sys.stderr, flush=True)
            continue
        kinds[found.kind] = kinds.get(found.kind, 0) + 1
        if kinds[found.kind] == 1:
            print(_shown(found), flush=True)
            if arguments.keep and len(kinds) == 1:
                print(f"kept: {keep(found.case, arguments.keep)}", flush=True)
    print(f"{crew.done} projects tried, {sum(kinds.values())} of them faulty, in {perf_counter() - since:.0f} s")
    print(f"{crew.seconds:.0f} s of processor time")
    for kind, many in sorted(kinds.items(), key=lambda pair: -pair[1]):
        print(f"  {many} × {kind}")
    return 1 if kinds else 0


def _shown(found: Found) -> str:
    again = f"python -m tests.fuzzing --seed {found.case.seed} --count 1 --jobs 1"
    return f"\n== {found}\n{difference(found.case)}\n({again})\n"


if __name__ == "__main__":
    sys.exit(main())
