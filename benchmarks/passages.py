"""Quotations in one long article: a check, a build, and the nearest passages of near misses.

    python benchmarks/passages.py [MEGABYTES …]

An article of so many megabytes, in one paragraph and in many, with 500 quotations of fifteen words; then a hundred of them with one
letter changed. A last line proves a quotation of repeated words in an article that has them twice as often. Seconds, and the peak
memory of the process; each size runs in a process of its own.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

QUOTATIONS = 500
NEAR_MISSES = 100
REPEATED = 100_000


def article(size: int, one_paragraph: bool) -> str:
    """Markdown of ``size`` characters in words of no language, with the marks that articles have."""
    chosen = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chosen.choices(letters, k=chosen.randint(2, 9))) for _ in range(5000)]
    lines: list[str] = []
    length = 0
    while length < size:
        line = " ".join(chosen.choices(words, k=12)) + chosen.choice([".", ",", '"', "'"])
        lines.append(line)
        length += len(line) + 1
        if not one_paragraph and len(lines) % 8 == 0:
            lines.append("")
    return "\n".join(lines) + "\n"


def project(text: str, quotes: list[str]) -> dict[str, bytes]:
    """The files of a project with one article and a claim for each ten quotations."""
    head = "---\ntitle: Long\npublisher: The Daily\npublished: 2020-05-03\nurl: https://daily.example/long\n---\n"
    records = ["actors:\n  ann: {name: Ann Able}\nclaims:\n"]
    for number in range(0, len(quotes), 10):
        records.append(
            f"  - id: c{number}\n    actor: ann\n    statement: Statement {number}.\n    date: 2020-05-02\n    verdict: disputed\n"
            "    summary: Somebody denies it.\n    published: 2020-06-01\n    passages:\n"
        )
        records += [
            f"      - article: long\n        quote: {json.dumps(quote)}\n" for quote in quotes[number : number + 10]
        ]
    site = (
        "title: T\nbase_url: https://example.org/\npublisher: {name: N}\nverdicts:\n"
        "  - {id: disputed, label: Disputed, definition: Denied., value: 3, tone: mixed}\n"
    )
    return {
        "claims.yaml": "".join(records).encode(),
        "content/site.yaml": site.encode(),
        "content/articles/long.md": (head + text).encode(),
    }


def clock(call: Callable[[], object]) -> float:
    """Seconds that ``call`` takes."""
    since = perf_counter()
    call()
    return perf_counter() - since


def measure(megabytes: float, one_paragraph: bool) -> None:
    """Print a line for one article."""
    from site_builder.build import BuildResult, Options, build, check
    from site_builder.load.files import Project, read_project
    from site_builder.passages.document import read_document
    from site_builder.passages.nearest import nearest
    from site_builder.source import Source, Span

    text = article(int(megabytes * 1e6), one_paragraph)
    document, _ = read_document(Span(Source("long.md", text), 0, len(text)))
    words, chosen = document.text.split(), random.Random(2)
    starts = [chosen.randrange(len(words) - 20) for _ in range(QUOTATIONS)]
    quotes = [" ".join(words[start : start + 15]).strip("\"',.") for start in starts]
    made = Project(project(text, quotes), read_project(ROOT).theme)

    def make(step: Callable[..., BuildResult]) -> None:
        result = step(made, options=Options(search=False))
        assert result.report.ok, list(result.report.diagnostics)[:3]

    checked, built = clock(lambda: make(check)), clock(lambda: make(build))
    misses = [quote.replace("e", "o", 1) for quote in quotes[:NEAR_MISSES]]
    near = clock(lambda: [nearest(document, quote) for quote in misses])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    kind = "one paragraph" if one_paragraph else "many paragraphs"
    print(
        f"{megabytes:g} MB, {kind}: check {checked:.1f} s, build {built:.1f} s, nearest {near:.1f} s, {memory} MB",
        flush=True,
    )


def repeated() -> None:
    """Print the seconds of a quotation that repeats itself."""
    from site_builder.passages.anchor import anchor
    from site_builder.passages.document import read_document
    from site_builder.source import Source, Span

    text = "no " * 2 * REPEATED
    document, _ = read_document(Span(Source("no.md", text), 0, len(text)))
    seconds = clock(lambda: anchor(document, ("no " * REPEATED).strip()))
    print(f"{REPEATED} repeated words among {2 * REPEATED}: {seconds:.1f} s", flush=True)


def main(arguments: list[str]) -> None:
    """Print a line for each size and kind."""
    if arguments[:1] == ["--one"]:
        measure(float(arguments[1]), arguments[2] == "one")
        return
    for megabytes in arguments or ["1", "5"]:
        for kind in ("one", "many"):
            subprocess.run([sys.executable, __file__, "--one", megabytes, kind], check=True)
    repeated()


if __name__ == "__main__":
    main(sys.argv[1:])
