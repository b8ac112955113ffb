"""The program with one declared dependency taken away, to see whether the law notices.

What a stage compares before it uses an earlier result stands in the functions of :data:`DECLARING`: an element of a
tuple of inputs, a condition joined by ``and`` that must hold, one joined by ``or`` that forbids, a comparison with what
was known. A mutant lacks one of them. It is made of the function's own source and put in its place in memory.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

ELEMENTS, CONDITIONS, BARS, COMPARISONS = "element", "condition", "bar", "comparison"
DECLARING: Mapping[str, tuple[str, ...]] = {
    "pages.plan:plan": (ELEMENTS,),
    "pages.plan:_named": (ELEMENTS,),
    "pages.plan:_related": (ELEMENTS,),
    "pages.plan:_claim_inputs": (ELEMENTS,),
    "pages.plan:_actor_inputs": (ELEMENTS,),
    "pages.plan:_article_inputs": (ELEMENTS,),
    "pages.plan:_Memo.kept": (CONDITIONS,),
    "pages.lookup:_same_words": (CONDITIONS,),
    "pages.lookup:_kept": (COMPARISONS,),
    "pages.lookup:index": (CONDITIONS, COMPARISONS),
    "link.claims:_answers": (ELEMENTS,),
    "link.claims:_is_good": (CONDITIONS, BARS),
    "link.claims:link_claims": (CONDITIONS,),
    "link.site:_kept": (COMPARISONS,),
    "link.site:link_again": (COMPARISONS,),
    "link.texts:Texts.__getitem__": (CONDITIONS,),
    "load.records:load_again": (CONDITIONS,),
    "output.render:Theme.after": (BARS, COMPARISONS),
    "output.render:_Remember.__call__": (ELEMENTS,),
    "build:_build": (CONDITIONS,),
}
"""Where dependencies are declared, by module and name, and in which forms."""


@dataclass(frozen=True)
class Mutant:
    """A function that lacks one thing."""

    function: str
    """As in :data:`DECLARING`."""
    form: str
    """Of what it lacks."""
    number: int
    """Which of this form, from 0."""
    lacks: str
    """Its source."""

    def __str__(self) -> str:
        return f"{self.function} without {self.lacks}"


def mutants() -> list[Mutant]:
    """Every mutant there is."""
    return [
        Mutant(function, form, number, lacks)
        for function, forms in DECLARING.items()
        for form in forms
        for number, lacks in enumerate(_found(function, form))
    ]


@contextmanager
def at_large(mutant: Mutant) -> Iterator[None]:
    """While this holds, the program is ``mutant``."""
    function = _function(*_module(mutant.function))
    before = function.__code__
    function.__code__ = _lacking(mutant)
    try:
        yield
    finally:
        function.__code__ = before


@lru_cache(maxsize=1)
def _lacking(mutant: Mutant) -> CodeType:
    """The code of ``mutant``'s function."""
    module, name = _module(mutant.function)
    tree = ast.parse(inspect.getsource(module))
    _Taking(mutant.form, mutant.number).visit(_definition(tree, name))
    return _code(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec"), name)


class _Taking(ast.NodeTransformer):
    """Takes the thing of a ``form`` with a ``number`` away; told no number, only lists what could be taken."""

    def __init__(self, form: str, number: int | None = None) -> None:
        self.form = form
        self.number = number
        self.seen: list[str] = []

    def _takes(self, node: ast.expr) -> bool:
        self.seen.append(ast.unparse(node))
        return len(self.seen) - 1 == self.number

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node  # what sorts, not what is compared

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        return node  # what is made, not what it is made of

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        self.generic_visit(node)
        if self.form == ELEMENTS and isinstance(node.ctx, ast.Load):
            node.elts = [element for element in node.elts if not self._takes(element)]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return node  # types and indices

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        return node if isinstance(node.targets[0], ast.Tuple) else self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        # What stands inside is no condition by itself.
        return self._fewer(node) if self.form == CONDITIONS and isinstance(node.op, ast.And) else node

    def visit_If(self, node: ast.If) -> ast.AST:
        test = node.test
        if self.form == BARS and isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
            node.test = self._fewer(test)
        return self.generic_visit(node)

    def _fewer(self, node: ast.BoolOp) -> ast.expr:
        """``node`` without one of its operands. That something is known is no dependency: else there is none to use."""
        left = [value for value in node.values if _is_guard(value) or not self._takes(value)]
        return ast.BoolOp(node.op, left) if len(left) > 1 else left[0]

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        equal = self.form == COMPARISONS and isinstance(node.ops[0], ast.Eq)
        if equal and self._takes(node):
            return ast.Compare(node.left, [ast.IsNot()], [ast.Constant(None)])
        return node


def _is_guard(node: ast.expr) -> bool:
    """True when ``node`` only asks whether there is something."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) == "isinstance"
    if isinstance(node, ast.Compare):
        return isinstance(node.comparators[0], ast.Constant) and node.comparators[0].value is None
    return isinstance(node, ast.Name) and node.id in ("known", "before", "claim", "record")


@cache
def _found(function: str, form: str) -> tuple[str, ...]:
    """The sources of what ``function`` has of a ``form``."""
    module, name = _module(function)
    taking = _Taking(form)
    taking.visit(_definition(ast.parse(inspect.getsource(module)), name))
    return tuple(taking.seen)


def _module(function: str) -> tuple[ModuleType, list[str]]:
    module, _, name = function.partition(":")
    return importlib.import_module(f"site_builder.{module}"), name.split(".")


def _function(module: ModuleType, name: list[str]) -> FunctionType:
    found: Any = module
    for part in name:
        found = getattr(found, part)
    assert isinstance(found, FunctionType)
    return found


def _definition(tree: ast.AST, name: list[str]) -> ast.AST:
    """The function or class of a ``name`` in ``tree``."""
    for part in name:
        tree = next(node for node in ast.iter_child_nodes(tree) if getattr(node, "name", None) == part)
    return tree


def _code(code: CodeType, name: list[str]) -> CodeType:
    """The code of the function of a ``name`` in that of a module."""
    for part in name:
        code = next(inner for inner in code.co_consts if isinstance(inner, CodeType) and inner.co_name == part)
    return code
