"""Projects of one article and one claim, for text that the world prints."""

from __future__ import annotations

import json

from site_builder.build import BuildResult
from site_builder.diagnostics import Diagnostic
from site_builder.load.files import Project
from tests.projects import changed, checked, minimal

ARTICLE = "content/articles/world.md"


def project(text: str, *quotes: str, direct: bool = False, **front: str) -> Project:
    """The minimal project with the article ``text`` and a claim that cites ``quotes`` from it."""
    head = {"title": "Minister on roads", "publisher": "The Daily", "published": "2020-05-03", **front}
    article = "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items()) + f"---\n{text}\n"
    passages = "".join(
        f"      - article: world\n        quote: {json.dumps(quote, ensure_ascii=False)}\n"
        + ("        speech: direct\n" if direct else "")
        for quote in quotes
    )
    record = (
        "claims:\n  - id: world\n    actor: ann\n    statement: The roads are safe.\n    date: 2020-05-02\n"
        "    verdict: disputed\n    summary: Nobody gives figures.\n    published: 2020-06-01\n"
        f"    passages:\n{passages}"
    )
    files: dict[str, bytes | None] = {ARTICLE: article.encode()}
    if quotes:
        files["claims/world.yaml"] = record.encode()
    return changed(minimal(), files)


def built(text: str, *quotes: str, direct: bool = False, **front: str) -> BuildResult:
    """That project, built."""
    return checked(project(text, *quotes, direct=direct, **front))


def diagnostics(text: str, *quotes: str, direct: bool = False, **front: str) -> list[Diagnostic]:
    """What that project's check says."""
    return list(built(text, *quotes, direct=direct, **front).report.diagnostics)
