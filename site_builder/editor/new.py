"""Adds a record to a file without touching the rest.

Takes and returns text. The record is inserted after the last one of its kind, with that record's indentation; an empty
``[]``, ``{}`` or ``null`` gives way to the first. Comments, order and line ends do not change. A check decides whether
the result is valid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from site_builder.errors import EnvironmentProblem
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.parser import parse
from site_builder.records.scalars import scalar
from site_builder.records.values import is_id
from site_builder.source import Source

Value: TypeAlias = "str | Sequence[str] | Mapping[str, Value] | Sequence[Mapping[str, Value]]"
"""A text, a list of texts, a record, or a list of records."""


def record(fields: Mapping[str, Value]) -> list[str]:
    """The lines of a record; keys without a value are left out."""
    lines: list[str] = []
    for key, value in fields.items():
        if isinstance(value, str):
            lines += [f"{key}: {scalar(value)}"] if value else []
        elif isinstance(value, Mapping):
            own = record(value)
            lines += [f"{key}:", *(f"  {line}" for line in own)] if own else []
        else:
            lines += _listed(key, value)
    return lines


def _listed(key: str, items: Sequence[str] | Sequence[Mapping[str, Value]]) -> list[str]:
    """The lines of a list: ids on one line, other texts and records each on their own."""
    texts = [item for item in items if isinstance(item, str)]
    if texts and all(map(is_id, texts)):
        return [f"{key}: [{', '.join(texts)}]"]
    lines = [f"{key}:"] if items else []
    for item in items:
        own = [scalar(item)] if isinstance(item, str) else record(item)
        lines += [f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(own)]
    return lines


def with_claim(text: str, fields: Mapping[str, Value]) -> str:
    """``text`` (a claims file) with a claim after its last one."""
    own = record(fields)
    return _inserted(text, "claims", [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(own)])


def with_actor(text: str, id_: str, fields: Mapping[str, Value]) -> str:
    """``text`` (a claims file) with an actor after its last one."""
    return _inserted(text, "actors", [f"{id_}:", *(f"  {line}" for line in record(fields))])


def _inserted(text: str, key: str, lines: list[str]) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    root, faults = parse(Source("claims.yaml", text))
    if root is None and text.strip() and faults:
        raise EnvironmentProblem("claims.yaml cannot be read", "correct it first: `site-builder check` says where")
    holder = root.get(key) if isinstance(root, MapNode) else None
    empty = root if _is_nothing(root) else holder if _is_nothing(holder) else None
    if empty and empty.end > empty.start:
        return _inserted(text[: empty.start].rstrip(" \t") + text[empty.end :], key, lines)
    if root and is_in_brackets(root):
        raise EnvironmentProblem("claims.yaml is written on one line", "write it as a block first")
    entry = root.entries.get(key) if isinstance(root, MapNode) else None
    gap = [""] if key == "claims" else []
    if isinstance(holder, MapNode | ListNode) and _last(holder) is not None:
        if is_in_brackets(holder):
            raise EnvironmentProblem(f"`{key}` is written on one line", "write it as a block first")
        indent = _indent(text, holder)
        at = _behind(text, end_of(holder), indent)
    elif entry:
        if holder is not None and not _is_nothing(holder):
            raise EnvironmentProblem(f"`{key}` holds a word in place of records", f"write `{key}:` alone")
        at, indent, gap = _line_end(text, entry[0].end), "  ", []
    else:
        at, indent = len(text.rstrip()), "  "
        lines, gap = [f"{key}:", *(f"{indent}{line}" for line in lines)], [""] if text.strip() else []
        indent = ""
    block = line_end.join([*gap, *(f"{indent}{line}" if line else "" for line in lines)])
    before = text[:at]
    return before + (line_end if before else "") + block + (text[at:] if text[at:].strip() else line_end)


def _is_nothing(node: Node | None) -> bool:
    """Whether ``node`` holds nothing, however that is written: ``[]``, ``{}``, ``~``, ``null`` or not at all."""
    return node is not None and (node.value is None if isinstance(node, Scalar) else _last(node) is None)


def _last(node: Node) -> Node | None:
    """The value inside ``node`` that comes last in the file: a record can have an id that its file's name gives it."""
    held = node.items if isinstance(node, ListNode) else _values(node) if isinstance(node, MapNode) else []
    return max(held, key=lambda value: value.start, default=None)


def _values(node: MapNode) -> list[Node]:
    return [value for _, value in node.entries.values()]


def end_of(node: Node) -> int:
    """The end of the last value inside ``node``; a block's own end may lie after comments that follow it."""
    while (last := _last(node)) is not None and not is_in_brackets(node):
        node = last
    return node.end if not isinstance(node, Scalar) or node.end > node.start else node.start


def is_in_brackets(node: Node) -> bool:
    """Whether ``node`` is a list or record in brackets or braces, on one line or more."""
    return isinstance(node, MapNode | ListNode) and node.source.text[node.start : node.start + 1] in ("[", "{")


def _behind(text: str, end: int, indent: str) -> int:
    """The end of the record that ends at ``end``: its comments, indented deeper than ``indent``, are a part of it."""
    at = _line_end(text, len(text[:end].rstrip()))
    own = re.compile(rf"(?:[ \t]*\r?\n)+{indent} +#[^\r\n]*")
    while comment := own.match(text, at):
        at = comment.end()
    return at


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"\r?\n|\Z").search(text, at)
    return found.start() if found else len(text)


def _indent(text: str, holder: Node) -> str:
    """The indentation of the records in ``holder``."""
    first = holder.items[0].start if isinstance(holder, ListNode) else holder.start
    start = text.rfind("\n", 0, first) + 1
    line = text[start:first]
    return line[: len(line) - len(line.lstrip(" "))]
