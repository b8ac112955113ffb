"""A claim's entry, whether in a list of claims or in a file of its own."""

from __future__ import annotations

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.decode import decode
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord
from site_builder.records.nodes import MapNode, Node, Scalar, head

MAY_COME_LATER = tuple(key for key, known in ClaimRecord.model_fields.items() if known.is_required() and key != "id")
"""The keys that a claim needs, and a draft does not need yet."""


def claim_entry(node: Node) -> tuple[Entry[ClaimRecord], list[Diagnostic]]:
    """The claim in ``node``, and its faults; a draft may lack everything that a claim needs but its id."""
    id_, status = (_text(node, key) for key in ("id", "status"))
    name = id_.value if id_ and id_.value else ""
    is_draft = status is not None and status.value == "draft"
    record, faults = decode(ClaimRecord, node, "a claim", MAY_COME_LATER if is_draft else ())
    entry = Entry.of(name, id_.span if name and id_ else head(node), record, node, draft=is_draft)
    if record is None and not faults and isinstance(node, MapNode):
        faults = [_incomplete(entry, [key for key in MAY_COME_LATER if key not in node.data()])]
    return entry, faults


def _text(node: Node, key: str) -> Scalar | None:
    value = node.get(key) if isinstance(node, MapNode) else None
    return value if isinstance(value, Scalar) else None


def _incomplete(entry: Entry[ClaimRecord], lacking: list[str]) -> Diagnostic:
    keys = [f"`{key}`" for key in lacking]
    listed = f"{', '.join(keys[:-1])} and {keys[-1]}" if len(keys) > 1 else keys[0]
    message = f'the draft "{entry.id}" lacks {listed}'
    advice = f"write {'them' if len(keys) > 1 else 'it'} before the claim is published; the rest of it is checked"
    return at("draft-incomplete", entry.id_span, message, help=advice)
