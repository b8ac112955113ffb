"""Messages for a value of the wrong type: what it must be, and how to write it."""

from __future__ import annotations

from site_builder.records.letters import plain
from site_builder.records.lines import line_at
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.slips import MOST_SHOWN, in_quotes, quoted
from site_builder.records.swapped import as_mapping, of_keys, of_list
from site_builder.records.values import QUOTES, is_id, suggest_id
from site_builder.records.whole import OPEN, Place, as_list, as_record

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


def remedy(kind: str, node: Node, place: Place) -> str:
    """Advice on a replacement for ``node``, which stands at ``place``."""
    if kind == "string_type":
        return _as_text(node)
    if kind in ("tuple_type", "list_type"):
        return _as_list(node, place)
    if kind == "int_type":
        alone = node.items[0].span.text if isinstance(node, ListNode) and len(node.items) == 1 else ""
        digits = "write it in digits, without a sign or a fraction"
        return f"write {alone}, without brackets" if alone.isdecimal() else digits
    if kind == "bool_type":
        word = _ANSWERS.get(plain(node.value or "").strip(QUOTES).casefold()) if isinstance(node, Scalar) else None
        return f"write {word or 'true or false'}"
    if isinstance(node, Scalar) and place.record and kind == "model_type":
        return f"write {' or '.join(as_record(place.record, _value(node)))}"
    if isinstance(node, ListNode):
        return as_mapping(node, place.keys) if kind == "dict_type" else of_list(node, place.keys)
    if kind == "dict_type":
        return f"write an id and a colon, and the keys of each indented below it: {_id_of(node)}:"
    return "write keys and values, without hyphens"


def _id_of(node: Node) -> str:
    return suggest_id((node.value if isinstance(node, Scalar) else "") or "") or "ID"


def _value(node: Scalar) -> str:
    """What the editor wrote, as far as advice can repeat it."""
    value = " ".join((node.value or "").split())
    return value if 0 < len(value) <= MOST_SHOWN else OPEN


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


def _as_list(node: Node, place: Place) -> str:
    if isinstance(node, MapNode):
        return of_keys(node, place.keys)
    if not isinstance(node, Scalar):
        return "write one item per line after a hyphen"
    if place.record:
        return f"write a record after each hyphen: - {as_record(place.record, _value(node))[0]}"
    lines = node.span.text.splitlines()
    if lines[0].startswith("-"):
        return f"put a space after each hyphen: - {lines[0][1:].strip()}"
    if len(lines) > 1:
        return f"write each item after a hyphen and a space: - {lines[0].strip()}"
    shown = plain(_shown(node)).strip("[]")
    shown = shown[1:-1] if shown[:1] + shown[-1:] == "()" else shown
    return as_list(place, [item for part in shown.split(",") if (item := part.strip())])


def _flow(node: Node) -> str:
    """A list or record in brackets as it stands on its line, else its first sign."""
    text = node.source.text[node.start : node.end]
    return text if "\n" not in text and text.endswith(("]", "}")) else text[:1]


def _shown(node: Scalar) -> str:
    text = node.span.text
    return text if len(text) <= MOST_SHOWN and "\n" not in text else "…"
