"""Seconds a stage and peak memory for sites of N generated claims, and whether each stage is linear.

    python -m benchmarks.growth [--large] [N …]

Each N is built by the command as an editor calls it, cold and with a search: once for the seconds that ``--explain`` prints, once more
for the memory of all its processes together. A stage that takes n times as long for n times as many claims grows with the power
1.0; what is said to be linear has at most 1.15 between the two largest sites, which leaves room for a machine that others use. Stages of less
than a twentieth of a second are not judged.
"""

from __future__ import annotations

import math
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks import records
from benchmarks.command import command, forget
from benchmarks.corpus import corpus
from benchmarks.measure import run

SIZES = (1_000, 3_000, 10_000, 30_000)
LARGE = 100_000
"""Only where it is asked for: it takes many minutes and gigabytes."""
LINEAR = 1.15
"""The largest power of N that counts as linear."""
MEASURABLE = 0.05
"""Seconds."""
QUIET = 0.1
"""Cores that other programs may keep busy before the judgement is called rough."""
REST = "the rest"
"""Python's start, reading and publishing: what no stage counts."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a site of so many claims took."""

    claims: int
    seconds: dict[str, float]
    """By stage, and as a whole."""
    others: float
    """Cores that other programs kept busy meanwhile."""
    peak: float
    """Megabytes."""


def measure(claims: int, folder: Path) -> Growth:
    """Build a site of ``claims`` claims twice, below ``folder``."""
    root = folder / str(claims)
    records.write(corpus(claims), root)
    timed = run(command("build", ".", "--explain"), root)
    stages = {name: float(ms) / 1000 for name, ms in re.findall(r"^ *(\w+) +([\d.]+) ms$", timed.errors, re.MULTILINE)}
    seconds = {**stages, REST: timed.seconds - sum(stages.values()), "all": timed.seconds}
    forget(root)
    return Growth(claims, seconds, timed.others, run(command("build", "."), root, memory=True).peak)


def power(first: float, second: float, factor: float) -> float:
    """The power with which a value grows that is ``first``, and ``second`` where the input is ``factor`` times as large."""
    return math.log(second / first) / math.log(factor)


def judged(found: list[Growth]) -> str:
    """A line that says which stages are linear between the two largest sites."""
    small, large = found[-2:]
    powers = {
        stage: power(small.seconds[stage], large.seconds[stage], large.claims / small.claims)
        for stage in large.seconds
        if min(small.seconds[stage], large.seconds[stage]) >= MEASURABLE
    }
    linear = [f"{stage} ({value:.2f})" for stage, value in powers.items() if value <= LINEAR]
    others = [f"{stage} ({value:.2f})" for stage, value in powers.items() if value > LINEAR]
    busy = max(small.others, large.others)
    rough = f" Other programs kept up to {busy:.2f} cores busy, so this is rough." if busy > QUIET else ""
    return (
        f"From {small.claims:,} to {large.claims:,} claims, linear: {', '.join(linear) or 'nothing'}; "
        f"not linear: {', '.join(others) or 'nothing'}. In brackets: the power of the number of claims.{rough}"
    )


def table(found: list[Growth]) -> str:
    """One column for each site, in Markdown."""
    lines = [["claims", *(f"{each.claims:,}" for each in found)], ["---"] * (len(found) + 1)]
    for stage in found[-1].seconds:
        lines.append([f"{stage} (s)", *(f"{each.seconds.get(stage, 0):.2f}" for each in found)])
    lines.append(["ms a claim", *(f"{1000 * each.seconds['all'] / each.claims:.2f}" for each in found)])
    lines.append(["peak memory of all processes (MB)", *(f"{each.peak:.0f}" for each in found)])
    lines.append(["cores that others kept busy", *(f"{each.others:.2f}" for each in found)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(arguments: list[str]) -> None:
    """Print the table and the judgement."""
    found = []
    sizes = sorted(int(argument) for argument in arguments if argument != "--large") or list(SIZES)
    for claims in [*sizes, LARGE] if "--large" in arguments else sizes:
        with tempfile.TemporaryDirectory() as folder:
            found.append(measure(claims, Path(folder)))
    print(table(found))
    if len(found) > 1:
        print(judged(found))


if __name__ == "__main__":
    main(sys.argv[1:])
