"""Finds the blocks of a template that nothing would ever show: its parent has none of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from site_builder.diagnostics import did_you_mean

_MOST_PARENTS = 20
"""Templates in a chain that are looked at; a longer one is a circle, which rendering reports."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """What decides which blocks of a template are shown."""

    parents: tuple[object, ...]
    """The names of the templates that it extends; None for one that depends on the page."""
    blocks: frozenset[str]
    """The names of its blocks."""
    called: frozenset[str]
    """Names of blocks that it calls itself."""


class Blocks(Environment):
    """An environment whose templates have no block that nothing would show."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._others: dict[str, nodes.Template | None] = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        refuse_unseen(tree, name or "", self._other)
        return tree

    def _other(self, name: str) -> nodes.Template | None:
        """Another template, to look at; None where it cannot be read."""
        if name not in self._others:
            try:
                source = self.loader.get_source(self, name)[0] if self.loader else ""
                self._others[name] = super()._parse(source, name, name)
            except (TemplateNotFound, TemplateSyntaxError):
                self._others[name] = None
        return self._others[name]


def _outline(tree: nodes.Template) -> _Outline:
    parents, blocks, called = [], set(), set()
    for one in tree.find_all((nodes.Extends, nodes.Block, nodes.Getattr)):
        if isinstance(one, nodes.Extends):
            parents.append(one.template.value if isinstance(one.template, nodes.Const) else None)
        elif isinstance(one, nodes.Block):
            blocks.add(one.name)
        elif isinstance(one, nodes.Getattr) and _is_self(one.node):
            called.add(one.attr)
    return _Outline(tuple(parents), frozenset(blocks), frozenset(called))


_outline_of_parent = lru_cache(maxsize=64)(_outline)
"""The parent of most templates is the same one."""


def refuse_unseen(tree: nodes.Template, name: str, read: Callable[[str], nodes.Template | None]) -> None:
    """Raise ``TemplateSyntaxError`` for a block of ``tree``, the template ``name``, that no parent of it has.

    ``read`` returns another template by its name, or None if there is none. A template whose parent depends on the page
    is left alone, and so is a block that the template itself calls (``self.name()``).
    """
    own = _outline(tree)
    above = _above(own, read)
    if above is None:
        return
    for block in _outermost(tree) if not own.blocks <= above | own.called else ():
        if block.name not in above and block.name not in own.called:
            hint = did_you_mean(block.name, above) or f"its blocks are {', '.join(sorted(above)) or 'none'}"
            raise TemplateSyntaxError(
                f'no parent of this template has a block "{block.name}", so nothing would show it: {hint}',
                block.lineno,
                name,
            )


def _above(below: _Outline, read: Callable[[str], nodes.Template | None]) -> set[str] | None:
    """The names of the blocks of all parents of ``below``; None where it has none, or where they are not certain."""
    found: set[str] = set()
    for number in range(_MOST_PARENTS):
        if not below.parents:
            return found if number else None
        parent = below.parents[0]
        if len(below.parents) > 1 or not isinstance(parent, str):
            return None
        following = read(parent)
        if following is None:
            return None
        below = _outline_of_parent(following)
        found |= below.blocks
    return None


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    """The blocks that are in no other."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _is_self(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "self"
