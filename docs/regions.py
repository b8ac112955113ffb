"""Regions of hand-written pages that are made from the code: each stands between two comments, and says its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

_REGION = re.compile(r"<!-- (?P<name>[\w .]+), made by `make docs` -->\n.*?<!-- end -->", re.DOTALL)


def filled(text: str, parts: Mapping[str, str]) -> str:
    """The page ``text`` with each region made anew from ``parts``, by name; raises ``ValueError`` for one left over."""
    wanted = names(text)
    if sorted(wanted) != sorted(parts):
        raise ValueError(f"the page and the code have different parts: {sorted({*wanted} ^ {*parts}) or wanted}")
    return _REGION.sub(lambda found: _region(found["name"], parts[found["name"]]), text)


def names(text: str) -> list[str]:
    """The names of the regions of a page."""
    return [found["name"] for found in _REGION.finditer(text)]


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    written = ["| {} |".format(" | ".join(line)) for line in lines]
    return "\n".join([written[0], f"|{'---|' * len(head)}", *written[1:]])


def _region(name: str, made: str) -> str:
    return f"<!-- {name}, made by `make docs` -->\n\n{made}\n\n<!-- end -->"
