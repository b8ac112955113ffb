"""Reads clipped articles in Markdown: takes their front matter over and leaves their text unchanged.

Keys that articles know stay; common names of other programs (``date``, ``author``, ``source`` …) become ours where they
mean the same; the report names all others, and none becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.editor.saved.days import day_in
from site_builder.records.models import ArticleRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.parser import parse
from site_builder.source import Source

_FENCE = re.compile(r"---[ \t]*\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_OURS = {
    "date": "published",
    "published_at": "published",
    "datepublished": "published",
    "publish_date": "published",
    "author": "byline",
    "authors": "byline",
    "site": "publisher",
    "site_name": "publisher",
    "publication": "publisher",
    "link": "url",
    "canonical": "url",
    "canonical_url": "url",
    "source_url": "url",
    "lang": "language",
    "headline": "title",
    "source": "url",
}
_KNOWN = frozenset(ArticleRecord.model_fields) - {"former_ids", "rights"}
Value = str | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True)
class Clipped:
    """An article in Markdown with front matter."""

    fields: dict[str, Value]
    """By the keys of an article's front matter."""
    body: str
    unknown: tuple[str, ...]
    """Keys that were left out."""


def read_clipped(text: str) -> Clipped | None:
    """The front matter and the Markdown of ``text``; None where no front matter is at its beginning."""
    found = _FENCE.match(text)
    if found is None:
        return None
    root, _ = parse(Source("front matter", found[1] + "\n"))
    if not isinstance(root, MapNode):  # a rule, or keys that cannot be read: those are no text either
        is_matter = re.match(r"[\w-]+:(?:\s|$)", found[1]) is not None
        return Clipped({}, text[found.end() :].strip("\n"), ("all of it: it is not YAML",)) if is_matter else None
    fields: dict[str, Value] = {}
    unknown: list[str] = []
    for key, value in _pairs(root):
        name = key if key in _KNOWN else _OURS.get(key.lower(), "")
        if key == "source" and not _is_kind(value):
            name = "url"
        kept = _kept(name, value) if name else None
        if kept and name not in fields:
            fields[name] = kept
        else:
            unknown.append(key)
    return Clipped(fields, text[found.end() :].strip("\n"), tuple(unknown))


def _pairs(root: MapNode) -> Iterator[tuple[str, Value | None]]:
    for key, (_, node) in root.entries.items():
        yield key, _value(node)


def _value(node: Node) -> Value | None:
    if isinstance(node, Scalar):
        return node.value or ""
    if isinstance(node, ListNode):
        items = [item.value for item in node.items if isinstance(item, Scalar) and item.value]
        return items if len(items) == len(node.items) else None
    if not isinstance(node, MapNode):
        return None
    inner = {key: entry[1].value for key, entry in node.entries.items() if isinstance(entry[1], Scalar)}
    return {key: value for key, value in inner.items() if value}


def _is_kind(value: Value | None) -> bool:
    return value in ("independent", "state", "agency", "official", "other")


def _kept(name: str, value: Value | None) -> Value | None:
    """``value`` as the key ``name`` takes it; None where it cannot."""
    if name in ("byline", "contributors", "captions"):
        return [value] if isinstance(value, str) and value else value if isinstance(value, list) else None
    if name == "pages":
        return value if isinstance(value, dict) else None
    if name == "archived":
        return (
            {key: value[key] for key in ("url", "date") if key in value}
            if isinstance(value, dict) and "url" in value
            else None
        )
    if not isinstance(value, str):
        return None
    if name == "published" and not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?]?", value):
        return day_in(value) or None
    if name == "url" and not re.match(r"https?://", value):
        return None
    return value or None
