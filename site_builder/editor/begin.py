"""``init``: the smallest project that builds, as an example to be written over."""

from __future__ import annotations

from pathlib import Path

from site_builder.editor.save import save
from site_builder.errors import EnvironmentProblem

FILES = {
    "claims.yaml": """\
# yaml-language-server: $schema=schema/claims.schema.json
actors:
  example-minister:
    name: Example Minister
    role: Minister of Roads

claims:
  - id: example-roads-are-safe
    actor: example-minister
    statement: The roads of the north are safer than ever.
    date: 2020-05-02
    topics: [roads]
    verdict: unsupported
    summary: The minister gives no figures, and nobody else in the article does.
    assessment: |
      How the verdict was reached, in Markdown. [[article:example-daily-2020-05-03]] is the only source.
    passages:
      - article: example-daily-2020-05-03
        quote: the roads are safer than ever
        speech: direct
    status: draft
""",
    "content/site.yaml": """\
title: A fact-check site
tagline: Who said what, in which words, and what is known against it.
language: en
base_url: https://example.org/
publisher: {name: Name of the newsroom}
verdicts:
  - {id: corroborated, label: Corroborated, definition: Another source supports it., tone: positive}
  - {id: disputed, label: Disputed, definition: Somebody named in the sources denies it., tone: mixed}
  - {id: unsupported, label: Unsupported, definition: The sources give no evidence for it., tone: mixed}
  - {id: contradicted, label: Contradicted, definition: Facts reported in the sources tell against it., tone: negative}
  - {id: not-checkable, label: Not checkable, definition: It is an intention or an opinion., tone: neutral}
topics:
  roads: {label: Roads}
policies: {methodology: methodology}
""",
    "content/articles/example-daily-2020-05-03.md": """\
---
title: Minister on roads
publisher: The Example Daily
published: 2020-05-03
source: other
---
The Minister of Roads said on Saturday that “the roads are safer than ever” in the north.
""",
    "content/pages/methodology.md": """\
---
title: How we work
menu: 1
---
How claims are chosen, and what each verdict means.
""",
    ".gitignore": "/public/\n/.site-builder/\n",
}


def begin(folder: Path) -> list[Path]:
    """Write the files into ``folder``; returns their paths.

    Raises :class:`EnvironmentProblem` when there is something in it already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EnvironmentProblem(f"{folder} is not an empty folder", "name one that does not exist yet")
    paths = []
    for name, text in FILES.items():
        save(folder / name, text)
        paths.append(folder / name)
    return paths
