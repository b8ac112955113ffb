"""Messages for a value of the wrong type: what it must be, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.records.letters import plain
from site_builder.records.lines import line_at
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.slips import MOST_SHOWN, in_quotes, quoted
from site_builder.records.swapped import as_list, as_mapping, as_record
from site_builder.records.values import QUOTES, is_id, suggest_id

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\b")
KINDS = {
    "string_type": "a text",
    "tuple_type": "a list: [one, two], or one item per line after a hyphen",
    "list_type": "a list: [one, two], or one item per line after a hyphen",
    "dict_type": "ids, each with a record",
    "model_type": "a record: keys and values",
    "int_type": "a whole number",
    "bool_type": "true or false",
}
"""The value that is required, by pydantic's word for the fault."""
_ANSWERS = {
    **dict.fromkeys(("yes", "y", "on", "1", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "none", "never", "false"), "false"),
}
"""Words that people write for true and false."""


def remedy(kind: str, node: Node, keys: Sequence[str]) -> str:
    """Advice on a replacement for ``node``; ``keys`` are those that it may have where it must be a record."""
    if kind == "string_type":
        return _as_text(node)
    if kind in ("tuple_type", "list_type"):
        return _as_list(node, keys)
    if kind == "int_type":
        alone = node.items[0].span.text if isinstance(node, ListNode) and len(node.items) == 1 else ""
        digits = "write it in digits, without a sign or a fraction"
        return f"write {alone}, without brackets" if alone.isdecimal() else digits
    if kind == "bool_type":
        word = _ANSWERS.get(plain(node.value or "").strip(QUOTES).casefold()) if isinstance(node, Scalar) else None
        return f"write {word or 'true or false'}"
    if isinstance(node, Scalar) and keys and kind == "model_type":
        return _as_record(node, keys)
    if isinstance(node, ListNode):
        return as_mapping(node, keys) if kind == "dict_type" else as_record(node, keys)
    if kind == "dict_type":
        return f"write an id and a colon, and the keys of each indented below it: {_id_of(node)}:"
    return "write keys and values, without hyphens"


def _id_of(node: Node) -> str:
    return suggest_id((node.value if isinstance(node, Scalar) else "") or "") or "ID"


def _as_record(node: Scalar, keys: Sequence[str]) -> str:
    if keys[0] != "date":
        return f"write {{{keys[0]}: {_shown(node)}}}"
    day = _DAY.match(node.span.text)
    return f"write {{date: {day[0] if day else '…'}, {keys[1]}: …}}"


def _as_text(node: Node) -> str:
    if isinstance(node, Scalar):
        return "write a text, or remove the item"
    line = line_at(node.source, node.start)
    value = line.value or line.content
    sign = node.source.text[node.start]
    if sign not in "[{":
        return "write the text after the colon, on the same line"
    # Only what begins the value can be all of it: behind a text in brackets more may follow.
    begins = value.startswith(sign) and (not line.value or line.value_start == node.start)
    return _out_of_brackets(node) or in_quotes(value if begins else _flow(node))


def _out_of_brackets(node: Node) -> str:
    """Advice for a list or record in brackets that is meant as one; empty for words that begin with a bracket."""
    if isinstance(node, MapNode):
        values = [value for _, value in node.entries.values()]
        if not values or any(isinstance(value, Scalar) and value.value is None for value in values):
            return ""
        if len(values) == 1 and isinstance(values[0], Scalar):
            return f"write {_shown(values[0])}, without braces and key; if these are meant, write {quoted(_flow(node))}"
        return "one text goes here, not a record: write it without braces and keys"
    items = node.items if isinstance(node, ListNode) else []
    ids = [is_id(item.span.text) for item in items]
    if len(items) == 1 and isinstance(items[0], Scalar):
        meant = "" if all(ids) else f"; if the brackets are meant, write {quoted(_flow(node))}"
        return f"write {_shown(items[0])}, without brackets{meant}"
    return f"only one value can be here; or {in_quotes(_flow(node))}" if ids and all(ids) else ""


def _as_list(node: Node, keys: Sequence[str]) -> str:
    """``keys`` are those of the items, where they are records."""
    if isinstance(node, MapNode):
        return as_list(node, keys)
    if not isinstance(node, Scalar):
        return "write one item per line after a hyphen"
    if keys:
        return f"write a record after each hyphen: - {keys[0]}: …"
    lines = node.span.text.splitlines()
    if lines[0].startswith("-"):
        return f"put a space after each hyphen: - {lines[0][1:].strip()}"
    if len(lines) > 1:
        return f"write each item after a hyphen and a space: - {lines[0].strip()}"
    shown = plain(_shown(node)).strip("[]")
    return f"write [{shown[1:-1] if shown[:1] + shown[-1:] == '()' else shown}]"


def _flow(node: Node) -> str:
    """A list or record in brackets as it stands on its line, else its first sign."""
    text = node.source.text[node.start : node.end]
    return text if "\n" not in text and text.endswith(("]", "}")) else text[:1]


def _shown(node: Scalar) -> str:
    text = node.span.text
    return text if len(text) <= MOST_SHOWN and "\n" not in text else "…"
