"""How well search answers: more than a hundred queries on the shipped site, alone and among 1,000 claims.

    python benchmarks/relevance.py [-v]

Prints for both sites the mean reciprocal rank (MRR) of the first right page, precision at 3 (of the pages that a query
names, or of three where it names more, how many stand among the first three), how many queries break a rule, and with -v
which. The site's own script is asked, in Node.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


from benchmarks.corpus import corpus
from benchmarks.records import files
from benchmarks.relevance_queries import QUERIES, Query
from site_builder.build import Options, build
from site_builder.load.files import Project, read_project
from tests.projects import written
from tests.scripts import answer

HERE = Path(__file__).resolve().parent
LARGE = 1000
FIRST, SECOND = 3, 5
"""How many results precision counts, and among how many a second page must be."""


@dataclass(frozen=True)
class Score:
    """What came of all queries."""

    mrr: float
    """Mean reciprocal rank of the first right page, 0 to 1."""
    precision: float
    """Mean precision at 3, 0 to 1."""
    broken: tuple[str, ...]
    """The queries that break a rule, each with what came instead."""


def shipped() -> Project:
    """The project of this repository."""
    return read_project(HERE.parent)


def large() -> Project:
    """The shipped project with as many generated claims as make 1,000, on its topics."""
    project = shipped()
    content = dict(project.content)
    topics = ("conduct-of-elections", "unrest-and-protest", "outside-help", "whose-matter", "rights-and-freedoms")
    own = sum(data.count(b"\n    statement:") for name, data in content.items() if name.endswith(".yaml"))
    made = corpus(LARGE - own)
    for name, text in files(made).items():
        if name.startswith("content/articles/"):
            content[name] = text.encode()
        elif name.endswith("claims.yaml") or name.startswith("claims/"):
            for number, topic in enumerate(made.topics):
                text = text.replace(f"topics: [{topic.id}]", f"topics: [{topics[number % len(topics)]}]")
            # What these verdicts need on file is not generated.
            text = text.replace("verdict: corroborated", "verdict: unsupported").replace(
                "verdict: disputed", "verdict: contradicted"
            )
            content[f"claims/generated-{name.replace('/', '-')}"] = text.encode()
    return Project(content, project.theme)


def site(project: Project, folder: Path) -> None:
    """Build ``project`` into ``folder``."""
    made = build(project, options=Options())
    assert made.files is not None, [diagnostic.message for diagnostic in made.report.diagnostics[:3]]
    written(made.files, folder)


def answers(folder: Path, queries: list[list[Any]]) -> list[dict[str, Any]]:
    """What the site in ``folder`` answers to ``queries``, each [words, chosen, order]; see ask.mjs."""
    found: list[dict[str, Any]] = answer(HERE / "ask.mjs", [str(folder)], queries)
    return found


def score(folder: Path) -> Score:
    """Ask the site in ``folder`` all queries."""
    ranks, precisions, broken = [], [], []
    for query, found in zip(QUERIES, answers(folder, [[query.words] for query in QUERIES]), strict=True):
        pages = [page.strip("/") for page in found["pages"]]
        if query.first:
            ranks.append(next((1 / place for place, page in enumerate(pages, 1) if page in query.first), 0.0))
            right = {*query.first, *query.second}
            wanted = min(FIRST, len(right)) if query.second else 1
            precisions.append(min(len(right.intersection(pages[:FIRST])) / wanted, 1.0))
        if not _holds(query, pages):
            broken.append(f"{query.words}: {', '.join(pages[:SECOND]) or 'nothing'}")
    return Score(sum(ranks) / len(ranks), sum(precisions) / len(precisions), tuple(broken))


def _holds(query: Query, pages: list[str]) -> bool:
    if not query.first:
        return not pages
    return (
        bool(set(query.first).intersection(pages[: query.place]))
        and set(query.second) <= set(pages[:SECOND])
        and not set(query.never).intersection(pages)
    )


def main(arguments: list[str]) -> None:
    """Print the scores."""
    print(f"{'':>10}{'MRR':>8}{'P@3':>8}{'broken':>8}")
    for name, project in (("shipped", shipped()), ("1,000", large())):
        with tempfile.TemporaryDirectory() as folder:
            site(project, Path(folder))
            found = score(Path(folder))
        print(f"{name:>10}{found.mrr:>8.3f}{found.precision:>8.3f}{len(found.broken):>8}")
        if "-v" in arguments:
            print("".join(f"    {line}\n" for line in found.broken), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
