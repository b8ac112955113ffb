"""The macros of the theme's ``parts/``, read from the templates: how each is called, and what it makes.

The comment on the line above a macro says what it makes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docs.regions import table

_MACRO = re.compile(
    r"(?:^{#-?\s*(?P<said>(?:(?!#}).)+?)\s*-?#}\n)?^{%-?\s*macro\s+(?P<call>\w+\([^)]*\))", re.MULTILINE | re.DOTALL
)
_HEAD = """\
## Macros

The files in `parts/` hold what many pages share. `{% from "parts/claim.html" import card %}` gives a template of yours
one of them. A file of your own replaces all macros of the built-in one that has its name; [themes.md](themes.md) shows
how to keep the others.
"""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of one of the files."""

    call: str
    """Its name and arguments, as the template has them."""
    said: str
    """What it makes; empty where no comment says so."""


def read(folder: Path) -> dict[str, list[Macro]]:
    """The macros of each file of ``folder`` that has some, by the file's name."""
    files = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.html"))}
    found = {name: [_macro(one) for one in _MACRO.finditer(text)] for name, text in files.items()}
    return {name: macros for name, macros in found.items() if macros}


def _macro(found: re.Match[str]) -> Macro:
    return Macro(found["call"], " ".join((found["said"] or "").split()))


def listed(files: Mapping[str, Sequence[Macro]]) -> str:
    """The macros for the reference of templates."""
    parts = [_HEAD]
    for name, macros in files.items():
        rows: list[tuple[str, ...]] = [(f"`{macro.call}`", macro.said) for macro in macros]
        parts.append(f"### parts/{name}\n\n{table(('macro', 'makes'), rows)}\n")
    return "\n".join(parts)
