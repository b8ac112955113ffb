"""The reference of templates: every template with the values of its page, read from the views themselves."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

from docs.blocks import Template, told
from site_builder.page import Frame, LinkView, Page

_INTRODUCTION = """\
# Templates

Made from the templates and the views by `make docs`. [themes.md](themes.md) explains how to change a part of a page: a
template of your own can extend the built-in one and override its blocks, those that it fills itself and those of
`base.html`.

Every template has `page`, `site`, `root` (the way from the page to the site's root, put before every address), `assets`
(published names by name) and `view`, which holds what the page shows. `_("Words")` translates, `|date` writes a date,
`|absolute` makes an address absolute, `|directed` marks a text that is written against the direction of the site's
language, and `remember(macro, value)` calls a macro once for each value. The types are Python's: `tuple[X, …]` is a
list, and `X | None` may be missing.
"""


def templates(pages: Iterable[Page], theme: Mapping[str, Template]) -> str:
    """The reference page; ``pages`` has one of each template at least, ``theme`` the templates."""
    views: dict[str, set[type]] = {}
    for page in pages:
        views.setdefault(page.template, set()).add(type(page.view))
    parts = [_INTRODUCTION, "## `page`\n", _table(Page), "## `site`\n", _table(Frame)]
    shared: dict[str, type] = {LinkView.__name__: LinkView}
    for template in sorted(views.keys() | theme):
        kinds = views.get(template, set())
        parts += [f"## {template}\n", told(theme, template)]
        if template not in views:
            parts.append("Other templates extend it; it has no page of its own.\n")
        for kind in sorted(kinds, key=lambda kind: kind.__name__):
            if _fields(kind):
                parts += [f"`view` (`{kind.__name__}`): {_said(kind)}\n", _table(kind)]
            else:
                parts.append("`view` holds nothing.\n")
            shared |= _reached(kind)
    own = {kind for kinds in views.values() for kind in kinds} | {Page, Frame}
    parts.append("## Values in other values\n")
    for name, kind in sorted(shared.items()):
        if kind not in own:
            parts += [f"### {name}\n", f"{_said(kind)}\n", _table(kind)]
    return "\n".join(parts)


def _said(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").split())


def _table(kind: type) -> str:
    rows = [f"| `{name}` | `{type_}` | {said} |" for name, type_, said in _fields(kind)]
    return "\n".join(["| name | type | |", "|---|---|---|", *rows]) + "\n"


def _reached(kind: type) -> dict[str, type]:
    """The classes of this program in the fields of ``kind``, and in theirs, by name."""
    found: dict[str, type] = {}
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        names = sys.modules[one.__module__].__dict__
        for _, type_, _ in _fields(one):
            for name in re.findall(r"[A-Z]\w+", type_):
                other = names.get(name)
                if isinstance(other, type) and other.__module__.startswith("site_builder") and name not in found:
                    found[name] = other
                    waiting.append(other)
    return found


@cache
def _fields(kind: type) -> tuple[tuple[str, str, str], ...]:
    """Name, type and meaning of each field and property of ``kind``, as its source has them."""
    if not kind.__module__.startswith("site_builder"):
        return ()
    tree = _tree(sys.modules[kind.__module__])
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__)
    return tuple(_members(body))


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text())


def _members(body: list[ast.stmt]) -> Iterator[tuple[str, str, str]]:
    for node, following in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            said = following.value if isinstance(following, ast.Expr) else None
            text = said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""
            yield node.target.id, _written(node.annotation), " ".join(text.split())
        elif isinstance(node, ast.FunctionDef) and _is_property(node) and not node.name.startswith("_"):
            returns = _written(node.returns) if node.returns else "object"
            yield node.name, returns, " ".join((ast.get_docstring(node) or "").split())


def _written(annotation: ast.expr) -> str:
    return ast.unparse(annotation).replace("...", "…").replace("|", "\\|")


def _is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id in ("property", "cached_property") for one in node.decorator_list)
