"""Processor seconds, memory and size of a search index: written here, and made by Pagefind alone; and what an edit costs.

    python benchmarks/searching.py N [N …]

Each index of N generated claims is made in a process of its own, one after the other. Memory is the peak of that process
and of the engine's together. A second table has the seconds of both, in one process, for an index from nothing, for those
that continue from it after an edit, and for writing and reading what they continue from.
"""

from __future__ import annotations

import gc
import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

WAYS = ("here", "engine")
Result = TypeVar("Result")


def measure(way: str, path: str) -> dict[str, float]:
    """Index the entries stored at ``path``: seconds, MB, and MB of the bundle."""
    from site_builder.output.searching.canonical import canonical
    from site_builder.output.searching.engine import bundles
    from site_builder.output.searching.html import to_html
    from site_builder.output.searching.index import index

    entries = pickle.loads(Path(path).read_bytes())  # noqa: S301 – our own, a moment old
    gc.disable()  # as in a build
    before, since = usage(resource.RUSAGE_SELF), perf_counter()
    if way == "here":
        made = index(entries)
        assert made.by_engine is None, made.by_engine
        files = made.files
    else:
        files = canonical(bundles([[(f"/{entry.url}", to_html(entry)) for entry in entries]])[0])
    wall = perf_counter() - since
    own, engine = usage(resource.RUSAGE_SELF), usage(resource.RUSAGE_CHILDREN)
    return {
        "own s": own[0] - before[0],
        "engine s": engine[0],
        "both s": own[0] - before[0] + engine[0],
        "wall s": wall,
        "peak MB": own[1] + engine[1],
        "bundle MB": sum(map(len, files.values())) / 1e6,
    }


def edits(path: str) -> dict[str, float]:
    """Processor seconds, the engine's included, of indexes of the entries stored at ``path``, one after another."""
    from dataclasses import replace

    from site_builder.output.searching.index import continued
    from site_builder.output.searching.memory import NOTHING, from_bytes, to_bytes

    entries = list(pickle.loads(Path(path).read_bytes()))  # noqa: S301 – our own, a moment old
    claims = [number for number, entry in enumerate(entries) if entry.url.startswith("claims/")]
    middle = claims[len(claims) // 2]
    gc.disable()  # as in a build
    found: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Result]) -> Result:
        since = both()
        result = work()
        found[name] = both() - since
        return result

    memory = timed("from nothing", lambda: continued(NOTHING, entries))
    entries[middle] = replace(entries[middle], title=f"{entries[middle].title} Indeed.")
    memory = timed("one edited", lambda: continued(memory, entries))
    entries.insert(middle, replace(entries[middle], url="claims/another/"))
    memory = timed("one inserted", lambda: continued(memory, entries))
    del entries[middle]
    memory = timed("one deleted", lambda: continued(memory, entries))
    data = timed("written", lambda: b"".join(to_bytes(memory)))
    again = timed("read", lambda: from_bytes(data))
    assert continued(again, entries) is again
    assert memory.files == continued(NOTHING, entries).files
    return {**found, "MB written": len(data) / 1e6}


def both() -> float:
    """Processor seconds of this process and of those that it waited for."""
    return usage(resource.RUSAGE_SELF)[0] + usage(resource.RUSAGE_CHILDREN)[0]


def usage(who: int) -> tuple[float, float]:
    """Processor seconds and peak MB."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def store(size: str, path: str) -> None:
    """Write the entries of ``size`` claims to ``path``."""
    from benchmarks.records import project
    from site_builder.build import Options, build

    entries = build(project(int(size)), options=Options(index=False)).entries
    Path(path).write_bytes(pickle.dumps(entries))


def run(*arguments: str) -> str:
    """Call this program anew: a process begins with the peak of the one that it was made from, so this one stays small."""
    return subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True).stdout


def main(sizes: list[str]) -> None:
    """Print a table for each N."""
    for size in sizes:
        with tempfile.NamedTemporaryFile() as stored:
            run("--store", size, stored.name)
            rows = [json.loads(run("--measure", way, stored.name)) for way in WAYS]
            after = json.loads(run("--edits", stored.name))
        print(f"{size} claims")
        print(f"{'':>10}" + "".join(f"{way:>10}" for way in WAYS) + f"{'ratio':>10}")
        for key in rows[0]:
            first, second = (row[key] for row in rows)
            print(f"{key:>10}{first:>10.2f}{second:>10.2f}{first / second:>10.2f}")
        print(f"{'both s':>20}{'ratio':>10}")
        for key, seconds in after.items():
            ratio = "" if key.startswith("MB") else f"{seconds / after['from nothing']:.3f}"
            print(f"{key:>12}{seconds:>8.2f}{ratio:>10}")


if __name__ == "__main__":
    if "--store" in sys.argv:
        store(*sys.argv[2:])
    elif "--measure" in sys.argv:
        print(json.dumps(measure(*sys.argv[2:])))
    elif "--edits" in sys.argv:
        print(json.dumps(edits(*sys.argv[2:])))
    else:
        main(sys.argv[1:] or ["1000"])
