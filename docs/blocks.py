"""Templates and their blocks, read from the theme: what each extends, and what a theme can override in it.

A comment beside a block says what the block holds: ``{# block header: the site's name and the menu #}``. A template
that fills a block of the one that it extends needs no comment of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docs.regions import table

_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")
_EXTENDS = re.compile(r'{%-?\s*extends\s+"([^"]+)"')
_SAID = re.compile(r"{#-?\s*block\s+(\w+):\s*(.+?)\s*-?#}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the theme."""

    extends: str
    """The template that it extends; empty for none."""
    blocks: tuple[str, ...]
    """The names of the blocks that it has or fills, in their order."""
    said: Mapping[str, str]
    """The blocks' contents, as its comments say."""


def read(folder: Path) -> dict[str, Template]:
    """The templates of a theme by name."""
    return {path.name: _template(path.read_text("utf-8")) for path in sorted(folder.glob("*.html"))}


def _template(text: str) -> Template:
    extends = _EXTENDS.search(text)
    said = {name: " ".join(words.split()) for name, words in _SAID.findall(text)}
    return Template(extends[1] if extends else "", tuple(dict.fromkeys(_BLOCK.findall(text))), said)


def holds(templates: Mapping[str, Template], name: str) -> dict[str, str]:
    """All blocks that a template called ``name`` can override, and what each holds; empty where nothing says it."""
    own = templates[name]
    inherited = holds(templates, own.extends) if own.extends else {}
    return inherited | {block: own.said.get(block, inherited.get(block, "")) for block in own.blocks}


def listed(templates: Mapping[str, Template], name: str) -> str:
    """The blocks that a template has or fills, as a table."""
    every = holds(templates, name)
    return table(("block", "holds"), [(f"`{block}`", every[block]) for block in templates[name].blocks])


def told(templates: Mapping[str, Template], name: str) -> str:
    """What a template extends, and its blocks, for the reference."""
    own = templates[name]
    if not own.extends and not own.blocks:
        return "Extends nothing, and has no blocks.\n"
    more = f"Extends `{own.extends}`, and fills:" if own.extends else "Extends nothing. Its blocks:"
    return f"{more}\n\n{listed(templates, name)}\n"
