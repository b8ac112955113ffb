"""Writes the code of a template, with the sandbox's checks where they are needed.

Most names are refused or allowed once, when a template is compiled; those in :data:`DOUBTFUL` depend on the object.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import compiler, nodes

from site_builder.output.bounds import check_number

GROW = frozenset(
    (
        "center",
        "encode",
        "expandtabs",
        "join",
        "ljust",
        "replace",
        "rjust",
        "striptags",
        "from_bytes",
        "to_bytes",
        "translate",
        "unescape",
        "zfill",
    )
)
"""Methods whose result can be far larger than their input; filters of these names are limited."""
_FORMAT = frozenset(("format", "format_map"))
_INSIDE = frozenset(("mro", "gi_frame", "gi_code", "cr_frame", "cr_code", "ag_frame", "ag_code", "ag_running"))
_MUTATE = frozenset(("add", "append", "appendleft", "clear", "difference_update", "discard", "extend", "extendleft"))
_MUTATE |= frozenset(("insert", "pop", "popitem", "popleft", "remove", "reverse", "rotate", "setdefault", "sort"))
_MUTATE |= frozenset(("symmetric_difference_update", "update"))
COMPARE = frozenset(("lstrip", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "strip"))
"""Methods that compare each character of a text with many of another; the filter ``trim`` does, too."""
REPEAT = frozenset(("fromkeys",))
"""Methods whose result has one value many times."""
DOUBTFUL = GROW | COMPARE | REPEAT | _FORMAT | _INSIDE | _MUTATE
"""Names that are checked while a page is rendered, because the answer depends on the object."""


class Generator(compiler.CodeGenerator):
    """As Jinja's; the code counts steps, checks what can grow, and leaves out checks whose result is known."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:
        """The whole; raises :class:`~site_builder.output.bounds.TooMuch` for a number that is too large."""
        self._counted = {id(node.body)}
        for part in node.find_all((nodes.Const, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)):
            if isinstance(part, nodes.Const):
                check_number(part.value)
            else:
                self._counted.add(id(part.body))  # type: ignore[attr-defined]
        super().visit_Template(node, frame)
        others: tuple[Any, ...] = (nodes.Import, nodes.FromImport, nodes.Include)
        imported = [part.template for part in node.find_all(others)]
        names = [name.value for name in imported if isinstance(name, nodes.Const)]
        self.writeline(f"imported = {names!r}")
        self.writeline(f"stateless = {len(names) == len(imported) and all(map(_is_stateless, node.body))}")

    def blockvisit(self, body: Iterable[nodes.Node], frame: compiler.Frame) -> None:
        """A body, which counts as a step where it is a loop's, a macro's or a block's."""
        if id(body) in self._counted:
            self.writeline("step()")
        super().blockvisit(body, frame)

    def write(self, x: str) -> None:
        """Text of the code, without the sandbox's check of calls."""
        # A template can reach nothing that is unsafe to call, so no check is needed.
        super().write("context.call(" if x == "environment.call(context, " else x)

    def _output_child_to_const(self, node: nodes.Expr, frame: compiler.Frame, finalize: Any) -> str:
        """As Jinja's, but only texts and numbers are printed at once; what else there is, is checked on each page."""
        if not isinstance(node, nodes.TemplateData) and not isinstance(
            node.as_const(frame.eval_ctx), (str, int, float)
        ):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_Compare(self, node: nodes.Compare, frame: compiler.Frame) -> None:
        """A comparison of values within bounds."""
        # Nothing deep equals a text or a number.
        if any(isinstance(each, nodes.Const) for each in (node.expr, *(other.expr for other in node.ops))):
            super().visit_Compare(node, frame)
            return
        self.write("(")
        self._weighed(node.expr, frame)
        for other in node.ops:
            self.write(f" {compiler.operators[other.op]} ")
            self._weighed(other.expr, frame)
        self.write(")")

    def visit_List(self, node: nodes.List, frame: compiler.Frame) -> None:
        """A list within bounds."""
        self._made(node.items, super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: compiler.Frame) -> None:
        """A tuple within bounds, where it is not the target of an assignment."""
        self._made(node.items if node.ctx == "load" else (), super().visit_Tuple, node, frame)

    def _made(self, items: Iterable[nodes.Expr], visit: Any, node: nodes.Expr, frame: compiler.Frame) -> None:
        """What ``visit`` writes, checked where one of ``items`` may be a list itself."""
        doubtful = any(not isinstance(item, (nodes.Const, nodes.TemplateData, nodes.Concat)) for item in items)
        self.write("environment.made(" if doubtful else "")
        visit(node, frame)
        self.write(")" if doubtful else "")

    def visit_Dict(self, node: nodes.Dict, frame: compiler.Frame) -> None:
        """A dictionary within bounds, and with keys within bounds."""
        self.write("environment.made({")
        for number, item in enumerate(node.items):
            self.write(", " if number else "")
            self._weighed(item.key, frame)
            self.write(": ")
            self.visit(item.value, frame)
        self.write("})")

    def _weighed(self, node: nodes.Node, frame: compiler.Frame) -> None:
        self.write("" if isinstance(node, nodes.Const) else "environment.weighed(")
        self.visit(node, frame)
        self.write("" if isinstance(node, nodes.Const) else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: compiler.Frame) -> None:
        """An attribute: refused, looked up, or checked on each page."""
        if node.attr.startswith("_"):
            self.fail(f"templates cannot read {node.attr}: names with _ in front are the program's own", node.lineno)
        self.write("environment.getattr(" if node.attr in DOUBTFUL else "environment.known(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")


def _is_stateless(part: nodes.Node) -> bool:
    """True for a part of a template that leaves nothing behind which one page could change for another."""
    if isinstance(part, nodes.Output):
        return all(isinstance(each, nodes.TemplateData) for each in part.nodes)
    if isinstance(part, nodes.Assign):
        return isinstance(part.target, nodes.Name) and _is_constant(part.node)
    return isinstance(part, (nodes.Macro, nodes.Import, nodes.FromImport))


def _is_constant(value: nodes.Node) -> bool:
    if isinstance(value, (nodes.List, nodes.Tuple)):
        return all(map(_is_constant, value.items))
    if isinstance(value, nodes.Dict):
        return all(_is_constant(item.key) and _is_constant(item.value) for item in value.items)
    return isinstance(value, nodes.Const)
