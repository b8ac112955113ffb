"""Finds the blocks of a template that nothing would ever show: its parent has none of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from site_builder.diagnostics import did_you_mean

_MOST_PARENTS = 20
"""Templates in a chain that are looked at; a longer one is a circle, which rendering reports."""


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


def refuse_unseen(tree: nodes.Template, name: str, read: Callable[[str], nodes.Template | None]) -> None:
    """Raise ``TemplateSyntaxError`` for a block of ``tree``, the template ``name``, that no parent of it has.

    ``read`` returns another template by its name, or None if there is none. A template whose parent depends on the page
    is left alone, and so is a block that the template itself calls (``self.name()``).
    """
    above = _above(tree, read)
    if above is None:
        return
    called = {one.attr for one in tree.find_all(nodes.Getattr) if _is_self(one.node)}
    for block in _outermost(tree):
        if block.name not in above and block.name not in called:
            hint = did_you_mean(block.name, above) or f"its blocks are {', '.join(sorted(above)) or 'none'}"
            raise TemplateSyntaxError(
                f'no parent of this template has a block "{block.name}", so nothing would show it: {hint}',
                block.lineno,
                name,
            )


def _above(tree: nodes.Template, read: Callable[[str], nodes.Template | None]) -> set[str] | None:
    """The names of the blocks of all parents of ``tree``; None where it has none, or where they are not certain."""
    found: set[str] = set()
    for number in range(_MOST_PARENTS):
        extended = list(tree.find_all(nodes.Extends))
        if not extended:
            return found if number else None
        parent = extended[0].template
        if len(extended) > 1 or not (isinstance(parent, nodes.Const) and isinstance(parent.value, str)):
            return None
        following = read(parent.value)
        if following is None:
            return None
        tree = following
        found |= {block.name for block in tree.find_all(nodes.Block)}
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
