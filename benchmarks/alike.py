"""The nearest passage, found by rapidfuzz and by difflib: milliseconds of processor time, and what rapidfuzz weighs.

    .venv/bin/python benchmarks/alike.py

A quotation of 120 characters with three wrong letters, in a text of 17,000: the shipped articles and pages.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.metadata import distribution
from pathlib import Path

from site_builder.passages.alike import most_alike

CONTENT = Path(__file__).resolve().parents[1] / "content"
LENGTH, QUOTED = 17_000, 120


def by_difflib(wanted: str, text: str) -> tuple[float, int]:
    """The likeness and the start of the stretch of ``text`` that is most like ``wanted``."""
    best = (0.0, 0)
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    for start in range(len(text) - len(wanted) + 1):
        matcher.set_seq1(text[start : start + len(wanted)])
        # Each of the two bounds the next from above, and takes less time.
        if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
            best = max(best, (matcher.ratio(), start))
    return best


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """The median of ``runs``, in processor time."""
    taken = []
    for _ in range(runs):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken) * 1000


def main() -> None:
    """Print both times, and the size of what is installed (without bytecode)."""
    text = "".join(path.read_text() for path in sorted(CONTENT.rglob("*.md")))[:LENGTH]
    assert len(text) == LENGTH
    at = LENGTH // 2
    wanted = text[at : at + QUOTED].replace("e", "i", 3)
    places = [(0, len(text))]
    assert most_alike(wanted, text, places, (0.0, 0, 0))[1] == by_difflib(wanted, text)[1] == at
    print(f"rapidfuzz {milliseconds(lambda: most_alike(wanted, text, places, (0.0, 0, 0)), 51):8.2f} ms")
    print(f"difflib   {milliseconds(lambda: by_difflib(wanted, text), 1):8.0f} ms")
    package = distribution("rapidfuzz")
    files = [Path(str(package.locate_file(file))) for file in package.files or ()]
    size = sum(file.stat().st_size for file in files if file.suffix != ".pyc" and file.exists())
    print(f"rapidfuzz {package.version}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
