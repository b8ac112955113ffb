"""From a YAML tree to a typed record, every fault with its place and, where one can be guessed, its remedy.

Knows the shape of pydantic's faults and nothing of files or other records.
"""

from __future__ import annotations

from typing import TypeVar

from site_builder.codes import CODES
from site_builder.diagnostics import Diagnostic, at, did_you_mean
from site_builder.records.models import Fault, Record, keys_at, validate
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, find, head
from site_builder.records.values import suggest_id
from site_builder.source import Span

R = TypeVar("R", bound=Record)

_KINDS = {
    "string_type": "a text",
    "tuple_type": "a list: [one, two], or one item a line behind a hyphen",
    "list_type": "a list: [one, two], or one item a line behind a hyphen",
    "dict_type": "a record: keys and values",
    "model_type": "a record: keys and values",
    "int_type": "a whole number",
}


def decode(model: type[R], node: Node, what: str) -> tuple[R | None, list[Diagnostic]]:
    """Type ``node`` as ``model``; ``what`` names the record in messages ("a claim")."""
    if not isinstance(node, MapNode):
        return None, [at("wrong-type", head(node), f"{what} is a record: keys and values, not {_kind(node)}")]
    record, faults = validate(model, node.data())
    return record, [_diagnostic(model, node, what, fault) for fault in _merged(faults)]


def _merged(faults: list[Fault]) -> list[Fault]:
    """One fault for all keys that a record lacks; none for a list that is empty because its items are faulty."""
    lacking: dict[tuple[str | int, ...], list[str]] = {}
    for path, kind, _, _ in faults:
        if kind == "missing":
            lacking.setdefault(path[:-1], []).append(str(path[-1]))
    merged: list[Fault] = []
    for path, kind, context, message in faults:
        if kind == "missing":
            keys = lacking.pop(path[:-1], [])
            if keys:
                merged.append((path, kind, {"keys": keys}, message))
        elif kind != "too_short" or not any(other[: len(path)] == path and other != path for other, *_ in faults):
            merged.append((path, kind, context, message))
    return merged


def _diagnostic(model: type[Record], node: MapNode, what: str, fault: Fault) -> Diagnostic:
    path, kind, context, message = fault
    path = tuple(step for step in path if step != "[key]")
    where = _name(path)
    if kind == "extra_forbidden":
        return _unknown_key(model, node, path)
    if kind == "missing":
        keys = list(map(str, context["keys"]))
        owner = f" in `{_name(path[:-1])}`" if len(path) > 1 else ""
        wanted = ", ".join(f"`{name}`" for name in keys)
        named = " and ".join(f"`{name}:`" for name in keys) if len(keys) < 3 else "them"
        span = _key_or_owner(node, path) if len(keys) == 1 else _owner(node, path)
        return at("missing-key", span, f"{what} needs {wanted}{owner}", help=f"add {named} with a value")
    span, _ = find(node, (*path, context["index"]) if "index" in context else path)
    if kind in CODES:
        advice = None
        if kind == "invalid-id" and suggest_id(span.text):
            advice = f"write {suggest_id(span.text)}"
        return at(kind, span, message if where in ("id", "") else f"`{where}`: {message}", help=advice)
    if kind == "literal_error":
        return _not_allowed(span, where, context)
    if kind in _KINDS:
        return at("wrong-type", span, f"`{where}` must be {_KINDS[kind]}", help=_as_list(kind, span))
    if kind in ("string_too_short", "too_short"):
        return at("missing-key", span, f"`{where}` must not be empty")
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        word = "at least" if "ge" in context else "at most"
        return at("invalid-value", span, f"`{where}` must be {word} {limit}")
    return at("invalid-value", span, f"`{where}`: {message}")


def bad_id(span: Span, value: str) -> Diagnostic:
    """The diagnostic for ``value``, a key that should be an id."""
    better = suggest_id(value)
    message = f'"{value}" is not an id: use small letters a-z and digits, joined by single hyphens'
    return at("invalid-id", span, message, help=f"write {better}" if better else None)


def _unknown_key(model: type[Record], node: MapNode, path: tuple[str | int, ...]) -> Diagnostic:
    key = str(path[-1])
    owner_node = _owner_node(node, path)
    known = keys_at(model, path[:-1])
    present = set(owner_node.entries) if isinstance(owner_node, MapNode) else set()
    span = (
        owner_node.entries[key][0].span if isinstance(owner_node, MapNode) and key in owner_node.entries else head(node)
    )
    hint = did_you_mean(key, [name for name in known if name not in present] or known)
    return at(
        "unknown-key", span, f"`{key}` is not a key of this record", help=hint or f"known keys: {', '.join(known)}"
    )


def _child(node: Node, step: str | int) -> Node:
    if isinstance(node, MapNode) and isinstance(step, str):
        return node.get(step) or node
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return node


def _key_or_owner(node: MapNode, path: tuple[str | int, ...]) -> Span:
    """The key itself when it is written without a value, else the record that lacks it."""
    owner = _owner_node(node, path)
    if isinstance(owner, MapNode) and str(path[-1]) in owner.entries:
        return owner.entries[str(path[-1])][0].span
    return head(owner)


def _owner(node: MapNode, path: tuple[str | int, ...]) -> Span:
    return head(_owner_node(node, path))


def _owner_node(node: MapNode, path: tuple[str | int, ...]) -> Node:
    owner: Node = node
    for step in path[:-1]:
        owner = _child(owner, step)
    return owner


def _not_allowed(span: Span, where: str, context: dict[str, str]) -> Diagnostic:
    allowed = [word.strip(" '") for word in str(context.get("expected", "")).replace(" or ", ",").split(",")]
    hint = did_you_mean(span.text.strip("'\""), allowed)
    return at("invalid-value", span, f"`{where}` must be one of {', '.join(allowed)}", help=hint)


def _as_list(kind: str, span: Span) -> str | None:
    return f"write [{span.text}]" if kind in ("tuple_type", "list_type") and "\n" not in span.text else None


def _name(path: tuple[str | int, ...]) -> str:
    """``passages[2].quote``: counted from 1, as people count."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return "nothing" if node.value is None else "a text"
    return "a list" if isinstance(node, ListNode) else "a record"
