"""Writes what is made from the code: commands, diagnostics (with the golden cases), templates, and parts of more pages.

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
    from docs import macros
    from docs.blocks import read
    from docs.reference import templates
    from site_builder.load.files import read_project
    from tests.pages.planned import crowd, planned

    pages = [*planned(read_project(ROOT)), *planned(crowd())]
    return f"{templates(pages, read(ROOT / 'templates'))}\n{macros.listed(macros.read(ROOT / 'templates' / 'parts'))}"


def commands() -> str:
    """The reference of the command line."""
    from docs.commands import commands
    from site_builder.command_line import parser

    return commands(parser())


def records() -> str:
    """The record format, with its tables of keys."""
    from docs.fields import parts
    from docs.regions import filled

    return filled((ROOT / "docs" / "records.md").read_text("utf-8"), parts())


def data() -> str:
    """What a site publishes for programs, with its tables of files and keys."""
    from docs.data_fields import parts
    from docs.regions import filled

    return filled((ROOT / "docs" / "data.md").read_text("utf-8"), parts())


def themes() -> str:
    """How to change the theme, with the blocks of the frame of every page."""
    from docs.blocks import listed, read
    from docs.regions import filled

    blocks = listed(read(ROOT / "templates"), "base.html")
    return filled((ROOT / "docs" / "themes.md").read_text("utf-8"), {"Blocks of base.html": blocks})


PAGES = (commands, diagnostics, templates, records, data, themes)

if __name__ == "__main__":
    for page in PAGES:
        (ROOT / "docs" / f"{page.__name__}.md").write_text(page(), "utf-8")
