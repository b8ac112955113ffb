"""Milliseconds of the processor and bytes for each share image: of the shipped site, and of N generated claims.

    python benchmarks/images.py [N …]

Each site's images are drawn in a process of its own, one after the other and without the cache of pictures. What a
process does once, such as reading fonts, counts with its first picture.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SHIPPED = "shipped"


def measure(which: str) -> tuple[int, float, float]:
    """How many images a site has, milliseconds of the processor for each, and kilobytes of each on average."""
    from benchmarks.records import project
    from site_builder.link.site import link
    from site_builder.load.files import read_project
    from site_builder.load.records import load
    from site_builder.output import images
    from site_builder.pages.lookup import index
    from site_builder.pages.plan import plan, tasks, whole
    from site_builder.pages.share import pictured

    made = read_project(ROOT) if which == SHIPPED else project(int(which))
    site, _ = link(load(made)[0])
    assert site is not None
    lookup = whole(index(replace(site, images=True)), (), None)
    with_picture = pictured(lookup, images.font_check())
    pages = (with_picture(page) for task in tasks(lookup) for page in plan(lookup, task))
    wanted = [page.image for page in pages if page.image]
    since = process_time()
    drawn = images.draw_all(wanted, 1, None)
    each = (process_time() - since) * 1000 / len(drawn)
    return len(drawn), each, sum(map(len, drawn.values())) / len(drawn) / 1000


def main(sizes: list[str]) -> None:
    """Print a line for each site."""
    print(f"{'site':>10}{'images':>10}{'ms each':>10}{'KB each':>10}")
    for which in (SHIPPED, *sizes):
        own = [sys.executable, __file__, "--one", which]
        print(subprocess.run(own, check=True, capture_output=True, text=True).stdout, end="", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        count, each, size = measure(sys.argv[2])
        print(f"{sys.argv[2]:>10}{count:>10}{each:>10.2f}{size:>10.1f}")
    else:
        main(sys.argv[1:])
