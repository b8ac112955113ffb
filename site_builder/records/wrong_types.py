"""Messages for a value of the wrong type: what it must be, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.records.letters import plain
from site_builder.records.lines import line_at
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.slips import MOST_SHOWN, in_quotes
from site_builder.records.values import QUOTES, is_id

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\b")
KINDS = {
    "string_type": "a text",
    "tuple_type": "a list: [one, two], or one item per line after a hyphen",
    "list_type": "a list: [one, two], or one item per line after a hyphen",
    "dict_type": "a record: keys and values",
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
        return "write it in digits, without a sign or a fraction"
    if kind == "bool_type":
        word = _ANSWERS.get(plain(node.value or "").strip(QUOTES).casefold()) if isinstance(node, Scalar) else None
        return f"write {word or 'true or false'}"
    if isinstance(node, Scalar) and keys:
        return _as_record(node, keys)
    return "write keys and values, without hyphens"


def _as_record(node: Scalar, keys: Sequence[str]) -> str:
    if keys[0] != "date":
        return f"write {{{keys[0]}: {_shown(node)}}}"
    day = _DAY.match(node.span.text)
    return f"write {{date: {day[0] if day else '…'}, {keys[1]}: …}}"


def _as_text(node: Node) -> str:
    if isinstance(node, Scalar):
        return "write a text, or remove the item"
    ids = [is_id(item.span.text) for item in node.items] if isinstance(node, ListNode) else []
    if isinstance(node, ListNode) and ids and all(ids) and node.source.text[node.start] == "[":
        alone = f"write {node.items[0].span.text}, without brackets"
        return alone if len(ids) == 1 else f"only one value can be here; or {in_quotes(_flow(node))}"
    line = line_at(node.source, node.start)
    value = line.value or line.content
    sign = node.source.text[node.start]
    if sign in "[{":
        return in_quotes(value if value.startswith(sign) else _flow(node))
    return "write the text after the colon, on the same line"


def _as_list(node: Node, keys: Sequence[str]) -> str:
    """``keys`` are those of the items, where they are records."""
    if isinstance(node, MapNode):
        first = next(iter(node.entries), "")
        return f"put a hyphen before the first key of each item: - {first}: …"
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
