"""Advice on a list that was written where keys belong, and on keys where a list belongs: in the editor's own words."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.slips import MOST_SHOWN
from site_builder.records.values import is_id, suggest_id


def as_mapping(node: ListNode, keys: Sequence[str]) -> str:
    """Advice on a list where each record belongs under its id; ``keys`` are those of such a record."""
    first = node.items[0] if node.items else None
    id_, fields = _record(first, keys)
    shown = _shown(id_, fields) if fields else f"{id_}: {{{keys[0] if keys else 'name'}: …}}"
    return f"write each id and a colon instead of a hyphen, and the other keys indented below it: {shown}"


def of_list(node: ListNode, keys: Sequence[str]) -> str:
    """Advice on a list where one record belongs, which may have the ``keys``."""
    items = node.items
    if items and all(isinstance(item, MapNode) for item in items):
        first = next(iter(_texts(items[0]).items()), None)
        return "write keys and values, without hyphens" + (f": {first[0]}: {first[1]}" if first else "")
    words = [item.span.text for item in items if isinstance(item, Scalar)]
    if not keys or len(words) != len(items):
        return "write keys and values, without hyphens"
    shown = ", ".join(f"{key}: {word}" for key, word in zip(keys, words, strict=False))
    return f"write keys and values, without hyphens: {_short('{' + shown + '}', '{' + keys[0] + ': …}')}"


def of_keys(node: MapNode, keys: Sequence[str]) -> str:
    """Advice on keys where a list belongs; ``keys`` are those of its items where they are records."""
    first, value = next(((key, value) for key, (_, value) in node.entries.items()), ("", None))
    if not keys and first:
        return f"write the items alone: {_short('[' + ', '.join(node.entries) + ']', f'[{first}, …]')}"
    if first in keys or not first:
        return f"put a hyphen before the first key of each item: - {first}: …"
    if isinstance(value, MapNode):
        return f"begin each item with a hyphen and the key `{keys[0]}`, its other keys below that: - {keys[0]}: {first}"
    return f"write each item after a hyphen, with its keys: - {keys[0]}: {first}"


def _record(node: Node | None, keys: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The id of an item of such a list, as far as one can be seen, and its other keys with their values."""
    if isinstance(node, Scalar):
        text = node.value or ""
        return (text, {}) if is_id(text) else (_id(text), {keys[0]: node.span.text} if keys else {})
    texts = _texts(node)
    if isinstance(node, MapNode) and "id" in node.entries:
        return texts.pop("id", "") or "ID", texts
    if isinstance(node, MapNode) and next(iter(node.entries), "") not in keys:
        return next(iter(node.entries), "ID"), {}
    return _id(next(iter(texts.values()), "")), texts


def _id(name: str) -> str:
    return suggest_id(name) or "ID"


def _texts(node: Node | None) -> dict[str, str]:
    """The keys of a record that have a text, as they are written."""
    entries = node.entries if isinstance(node, MapNode) else {}
    return {key: value.span.text for key, (_, value) in entries.items() if isinstance(value, Scalar) and value.value}


def _shown(id_: str, fields: dict[str, str]) -> str:
    inside = ", ".join(f"{key}: {value}" for key, value in fields.items())
    return f"{id_}: " + _short(f"{{{inside}}}", f"{{{next(iter(fields))}: …}}")


def _short(text: str, instead: str) -> str:
    return text if len(text) <= MOST_SHOWN and "\n" not in text else instead
