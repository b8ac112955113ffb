"""Turns a YAML tree into a typed record, and gives every fault its position and, if it can be guessed, its remedy.

Puts pydantic's faults in words for the editor; knows nothing of files or other records.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any, TypeVar

from site_builder.codes import CODES
from site_builder.diagnostics import Diagnostic, at, choose
from site_builder.records.faults import SPLIT, merged
from site_builder.records.hiding import hiding
from site_builder.records.keys import advice, record_at
from site_builder.records.letters import plain
from site_builder.records.lines import line_at
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, as_written, find, head, node_at
from site_builder.records.record import Fault, Record, validate
from site_builder.records.slips import opening_sign
from site_builder.records.values import id_fault, is_id
from site_builder.records.whole import Place
from site_builder.records.wrong_types import KINDS, remedy
from site_builder.source import Span

R = TypeVar("R", bound=Record)


def decode(
    model: type[R], node: Node, what: str, may_lack: Container[str | int] = ()
) -> tuple[R | None, list[Diagnostic]]:
    """Type ``node`` as ``model``; ``what`` names the record in messages ("a claim").

    That it lacks keys that it ``may_lack`` is no fault; without one of them there is no record either.
    """
    if not isinstance(node, MapNode):
        message = f"{what} is a record: keys and values, not {_kind(node)}"
        required = [name for name, field in model.model_fields.items() if field.is_required()] or ["name"]
        alone = isinstance(node, Scalar) and (not node.value or (required[0] == "id" and not is_id(node.value)))
        help_ = f"write its keys, a line each: {required[0]}: …" if alone else remedy("model_type", node, Place(model))
        return None, [at("wrong-type", head(node), message, help=help_)]
    record, faults = validate(model, node.data())
    faults = [
        (as_written(node, path), kind, context, message)
        for path, kind, context, message in faults
        if not (kind == "missing" and len(path) == 1 and path[0] in may_lack)
    ]
    found = [_diagnostic(model, node, what, fault) for fault in merged(model, node, faults)]
    faulty = {one.span.start for one in found if one.span}
    return record, [*found, *hiding(node, model.compared, model.printed, faulty)]


def bad_id(span: Span, value: str) -> Diagnostic:
    """The diagnostic for ``value``, a key that should be an id."""
    why, better = id_fault(value)
    return at("invalid-id", span, why, help=better)


def no_id(span: Span, path: tuple[str | int, ...], value: str, remedy: str) -> Diagnostic:
    """The diagnostic for the text ``value`` at ``path``, where the id of another record belongs."""
    return at("invalid-id", span, f"`{_name(path)}`: {id_fault(value)[0]}", help=remedy)


def cut_in_two(second: Node) -> Diagnostic:
    """The diagnostic for a record that a hyphen before its ``second`` half makes two of."""
    place = head(second)
    message = "a new list item begins here, and neither it nor the one above is complete"
    return at("missing-key", place, message,
              help=f"if both are one item, write two spaces instead of the hyphen before `{place.text}:`")  # fmt: skip


def _diagnostic(model: type[Record], node: MapNode, what: str, fault: Fault) -> Diagnostic:
    path, kind, context, message = fault
    path = tuple(step for step in path if step != "[key]")
    where = _name(path)
    if kind == "extra_forbidden":
        return _unknown_key(node, path, context)
    if kind == "missing":
        return _missing(node, path, context["keys"], what)
    if kind == SPLIT:
        return cut_in_two(node_at(node, path[:-1]) or node)
    span, _ = find(node, (*path, context["index"]) if "index" in context else path)
    if kind in CODES:
        return at(kind, span, message if where in ("id", "") else f"`{where}`: {message}", help=context.get("help"))
    if kind == "literal_error":
        return _not_allowed(span, where, context)
    if kind in KINDS:
        value = node_at(node, path)
        place = Place(record_at(model, path), record_at(model, path[:-1]), path[-1] if path else "")
        advice_ = remedy(kind, value or node, place)
        return at("wrong-type", span, f"`{where}` must be {KINDS[kind]}", help=advice_)
    if kind in ("string_too_short", "too_short"):
        return at("missing-key", span, f"`{where}` must not be empty", help="write a value, or remove the key")
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        word = "at least" if "ge" in context else "at most"
        return at("invalid-value", span, f"`{where}` must be {word} {limit}", help=f"write a number {word} {limit}")
    return at("invalid-value", span, f"`{where}`: {message}")


def _unknown_key(node: MapNode, path: tuple[str | int, ...], context: dict[str, Any]) -> Diagnostic:
    key = str(path[-1])
    owner = _owner(node, path)
    span = owner.entries[key][0].span if isinstance(owner, MapNode) and key in owner.entries else head(node)
    known = f"known keys: {', '.join(context['known'])}"
    if "more" in context:
        message = f"`{key}` and {context['more'] - 1} more are not keys of this record"
        return at("unknown-key", span, message, help=known)
    near = context["near"]
    return at("unknown-key", span, f"`{key}` is not a key of this record", help=advice(key, near) if near else known)


def _missing(node: MapNode, path: tuple[str | int, ...], keys: list[str], what: str) -> Diagnostic:
    owner = _owner(node, path)
    inside = f" in `{_name(path[:-1])}`" if len(path) > 1 else ""
    wanted = ", ".join(f"`{name}`" for name in keys)
    named = " and ".join(f"`{name}:`" for name in keys) if len(keys) < 3 else "them"
    written = owner.entries.get(keys[0]) if isinstance(owner, MapNode) and len(keys) == 1 else None
    if written is None:
        return at("missing-key", head(owner), f"{what} needs {wanted}{inside}", help=f"add {named} with a value")
    line = line_at(node.source, written[0].start)
    if line.value.startswith("#"):
        message = f"{what} needs {wanted}{inside}, and only a comment follows it"
        quoted = opening_sign(line)
        return at("missing-key", written[0].span, message, help=quoted.help if quoted else None)
    message = f"{what} needs {wanted}{inside}, and nothing follows it"
    return at("missing-key", written[0].span, message, help=f"write a value after {named}")


def _owner(node: MapNode, path: tuple[str | int, ...]) -> Node:
    """The record in which the last key of ``path`` is, or the nearest that there is."""
    owner: Node = node
    for step in path[:-1]:
        owner = node_at(owner, (step,)) or owner
    return owner


def _not_allowed(span: Span, where: str, context: dict[str, str]) -> Diagnostic:
    allowed = [word.strip(" '") for word in str(context.get("expected", "")).replace(" or ", ",").split(",")]
    word = span.text.strip("'\"")
    same = next((each for each in allowed if plain(word).casefold() == each), None)
    help_ = advice(span.text, same) if same else choose(word, allowed)
    return at("invalid-value", span, f"`{where}` must be one of {', '.join(allowed)}", help=help_)


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
