"""Checks what corrections say was there before: it cannot be what came after it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord

_KEYS = ("statement", "verdict", "summary")


def unchanged(entry: Entry[ClaimRecord], record: ClaimRecord) -> Iterator[Diagnostic]:
    """A fault for each old value of ``record`` that is the value by which the correction replaced it.

    That is the old value of the next correction which has one, or else the claim's own. A verdict is another one if it
    stood on another scale.
    """
    later: dict[str, object] = {key: getattr(record, key) for key in _KEYS}
    scale = record.scale
    for index, correction in reversed([*enumerate(record.corrections)]):
        was = correction.was
        if was is None:
            continue
        old_scale = was.scale or scale
        for key in _KEYS:
            value = getattr(was, key)
            if value is None:
                continue
            if value == later[key] and (key != "verdict" or old_scale == scale):
                message = f"according to this correction the {key} was what it is after it"
                advice = f"write the {key} as it was before the change; if it did not change, remove the key"
                yield at("invalid-value", entry.span("corrections", index, "was", key), message, help=advice)
            later[key] = value
        scale = old_scale
