"""Seconds a stage and peak memory for sites of N generated claims.

    python benchmarks/build.py [--search] N [N …]

Each N runs in a process of its own on one core (where the system can pin it); publishing is measured into a temporary
folder, on an empty one and again with nothing changed.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def measure(claims: int, *, search: bool) -> dict[str, float]:
    """Build a site of ``claims`` claims; seconds by stage, pages, and peak memory in MB."""
    from benchmarks.generate import project
    from site_builder.build import Options, build
    from site_builder.output.publish import publish

    if hasattr(os, "sched_setaffinity") and not search:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    made = project(claims)
    result = build(made, options=Options(search=search, exports=True))
    assert result.files is not None, result.report.diagnostics[:3]
    figures = dict(result.seconds)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("publish", "republish"):
            since = perf_counter()
            publish(result.files, Path(folder, "public"), Path(folder, "project"))
            figures[name] = perf_counter() - since
    since = perf_counter()
    build(made, result.memo, Options(search=False))
    figures["rebuild"] = perf_counter() - since
    largest = max(len(data) for name, data in result.files.items() if name.endswith(".html"))
    scale = 1e6 if sys.platform == "darwin" else 1e3
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    return {"claims": claims, "pages": result.pages, **figures, "largest page KB": largest / 1e3, "peak MB": peak}


def main(arguments: list[str]) -> None:
    """Print a table, one column for each N."""
    search = "--search" in arguments
    rows: list[dict[str, float]] = []
    for claims in [argument for argument in arguments if argument != "--search"] or ["1000"]:
        if len(arguments) > 1 + search:
            own = [sys.executable, __file__, "--json", claims, *(["--search"] if search else [])]
            rows.append(json.loads(subprocess.run(own, check=True, capture_output=True, text=True).stdout))
        else:
            rows.append(measure(int(claims), search=search))
    for key in rows[0]:
        digits = 0 if key in ("claims", "pages", "largest page KB", "peak MB") else 2
        print(f"{key:>16}" + "".join(f"{row[key]:>12.{digits}f}" for row in rows))
    stages = ("load", "link", "plan", "render", "export", "publish")
    per_page = "".join(f"{1000 * sum(row[s] for s in stages) / row['pages']:>12.3f}" for row in rows)
    print(f"{'ms a page':>16}{per_page}")


if __name__ == "__main__":
    if "--json" in sys.argv:
        number = next(int(argument) for argument in sys.argv[1:] if argument.isdigit())
        print(json.dumps(measure(number, search="--search" in sys.argv)))
    else:
        main(sys.argv[1:])
