"""Writes the pages that are made from the code: commands, diagnostics (with the golden cases) and templates.

python docs/generate.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def diagnostics() -> str:
    """The reference page: every code with its meaning, and what a project with that fault is told."""
    from site_builder.codes import CODES

    parts = [
        "# Diagnostics\n",
        "Made from the code table and the golden cases by `make docs`; `site-builder explain CODE` prints the same.\n",
    ]
    for name, code in CODES.items():
        example = (ROOT / "tests" / "cases" / name / "expected.txt").read_text().split("\n\n", 1)[0]
        parts.append(
            f"## {name}\n\n*{code.severity}.* {code.title}.\n\n{code.explanation}\n\n```text\n{example}\n```\n"
        )
    return "\n".join(parts)


def templates() -> str:
    """The reference of templates, from the pages of the shipped site and of a larger one."""
    from docs.reference import templates
    from site_builder.load.files import read_project
    from tests.pages.planned import crowd, planned

    return templates([*planned(read_project(ROOT)), *planned(crowd())])


def commands() -> str:
    """The reference of the command line."""
    from docs.commands import commands
    from site_builder.command_line import parser

    return commands(parser())


if __name__ == "__main__":
    for page in (commands, diagnostics, templates):
        (ROOT / "docs" / f"{page.__name__}.md").write_text(page())
