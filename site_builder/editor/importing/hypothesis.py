"""Reads annotations of Hypothesis: a response of its API (``rows``), the client's export (``annotations``), or a list.

An annotation marks words on a page: its quotation is looked for in the article of that address. What somebody wrote
beside the words is a remark, not a claim: it goes into the file as a comment.
"""

from __future__ import annotations

from typing import Any

from site_builder.editor.importing.item import Contents, Item, Quotation
from site_builder.editor.importing.structure import Object, first, kinds, objects, text

_LISTS = ("rows", "annotations", "items")


def is_annotations(values: Any) -> bool:
    """True when ``values`` are annotations."""
    return bool(_annotations(values))


def read_annotations(values: Any) -> Contents:
    """The annotations in ``values``."""
    found = _annotations(values)
    return Contents(tuple(_item(f"annotation {number}", value) for number, value in enumerate(found, 1)))


def _annotations(values: Any) -> list[Object]:
    found = objects(values)
    for value in list(found):
        for key in _LISTS:
            found += objects(value[key]) if isinstance(value.get(key), list) else []
    return [value for value in found if "target" in value]


def _item(place: str, annotation: Object) -> Item:
    if annotation.get("references"):
        return Item(place, {}, refused="it replies to another annotation, and marks no words")
    selectors = [
        (text(target.get("source")) or text(annotation.get("uri")), selector)
        for target in objects(annotation.get("target"))
        for selector in objects(target.get("selector"))
        if "TextQuoteSelector" in kinds(selector) and text(selector.get("exact"))
    ]
    quotations = tuple(
        Quotation(text(selector["exact"]), source, _raw(selector, "prefix"), _raw(selector, "suffix"))
        for source, selector in selectors
    )
    if not quotations:
        return Item(place, {}, refused="it is a note on a whole page, and marks no words")
    tags = annotation.get("tags")
    values = {"topics": ";".join(filter(None, map(text, tags)))} if isinstance(tags, list) else {}
    remark = text(annotation.get("text"))
    title = text(first(annotation.get("document")).get("title"))
    creator = text(annotation.get("creator")) or text(annotation.get("user"))
    notes = (
        *([f"the page's title: {title}"] if title else []),
        *([f"the annotation{f' of {creator}' if creator else ''} says: {remark}"] if remark else []),
    )
    return Item(place, {key: value for key, value in values.items() if value}, quotations, notes)


def _raw(selector: Object, key: str) -> str:
    value = selector.get(key)
    return value if isinstance(value, str) else ""
