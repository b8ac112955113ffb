"""Checks the scale that a claim is rated on: it must exist and have the verdict."""

from __future__ import annotations

from site_builder.diagnostics import Diagnostic, at, choose
from site_builder.link.names import Names
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord


def check_scales(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    """The verdict of ``record`` on its scale, and the scales that its corrections name."""
    if record.scale is None:
        names.check("verdict", record.verdict, entry, ("verdict",), found)
    elif _check(entry, record.scale, record.verdict, (), names, found) and record.published:
        until = names.scales[record.scale].until
        if record.status != "draft" and record.published.iso > until.iso:
            message = f'the scale "{record.scale}" was in use until {until}, and this check was published later'
            advice = "rate the claim on the scale in use: remove `scale`, and check that the verdict fits"
            found.append(at("date-order", entry.span("scale"), message, help=advice))
    for index, item in enumerate(record.corrections):
        if item.was and item.was.scale:
            _check(entry, item.was.scale, item.was.verdict, ("corrections", index, "was"), names, found)


def _check(
    entry: Entry[ClaimRecord],
    scale: str,
    verdict: str | None,
    path: tuple[str | int, ...],
    names: Names,
    found: list[Diagnostic],
) -> bool:
    """True when there is a ``scale`` with the ``verdict``, both named at ``path``."""
    if not names.check("scale", scale, entry, (*path, "scale"), found) or scale not in names.scales:
        return False
    known = [step.id for step in names.scales[scale].verdicts]
    if verdict in known:
        return True
    if verdict is None:
        message = f'the claim names the scale "{scale}", but no verdict on it'
    else:
        message = f'there is no verdict "{verdict}" on the scale "{scale}"'
    found.append(at("unknown-verdict", entry.span(*path, "verdict"), message, help=choose(verdict or "", known)))
    return False
