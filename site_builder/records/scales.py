"""Rating scales: the current one, and earlier ones for claims that keep their old verdicts.

An id may be on several scales and mean something else on each.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from site_builder.dates import Date
from site_builder.records.models import CorrectionRecord, ScaleRecord, SiteRecord, VerdictRecord

BETWEEN = "--"
"""Between scale and verdict in a key; no id has two hyphens side by side."""


@dataclass(frozen=True, slots=True)
class Step:
    """A verdict of one of the scales."""

    key: str
    """Its address under ``verdicts/``: its id, where no later scale has that."""
    verdict: VerdictRecord
    """Its record."""
    scale: str | None
    """Id of the scale; None for the one in use."""
    until: Date | None
    """The last day on which the scale was in use."""
    path: tuple[str | int, ...]
    """Its path in site.yaml."""


def key(
    current: Container[str], scales: Mapping[str, ScaleRecord], last: Mapping[str, str], scale: str | None, verdict: str
) -> str:
    """The key of ``verdict`` on ``scale``. ``current`` has ids of the scale in use, ``last`` is :func:`last_used`."""
    own = scales.get(scale or "")
    if scale is None or own is None:
        return verdict
    return f"{scale}{BETWEEN}{verdict}" if verdict in current or last.get(verdict, "") > own.until.iso else verdict


def last_used(scales: Mapping[str, ScaleRecord]) -> dict[str, str]:
    """For each verdict of earlier scales, by its id: the last day (ISO 8601) on which one that has it was in use."""
    last: dict[str, str] = {}
    for scale in scales.values():
        until = scale.until.iso
        last |= {step.id: until for step in scale.verdicts if last.get(step.id, "") < until}
    return last


def plain(key_: str) -> str:
    """The id of the verdict with ``key_``."""
    return key_.rpartition(BETWEEN)[2]


def steps(site: SiteRecord, named: Container[str]) -> Iterator[Step]:
    """The scale in use, then those earlier ones that are ``named``, each in its order."""
    current = {verdict.id for verdict in site.verdicts}
    last = last_used(site.scales)
    for index, verdict in enumerate(site.verdicts):
        yield Step(verdict.id, verdict, None, None, ("verdicts", index))
    for id_, scale in site.scales.items():
        for index, verdict in enumerate(scale.verdicts if id_ in named else ()):
            path = ("scales", id_, "verdicts", index)
            yield Step(key(current, site.scales, last, id_, verdict.id), verdict, id_, scale.until, path)


class Rated(Protocol):
    """A claim's record, as far as its scale goes."""

    @property
    def status(self) -> str:
        """draft, published or withdrawn."""

    @property
    def scale(self) -> str | None:
        """The scale on which it is rated; None for the one in use."""

    @property
    def corrections(self) -> Sequence[CorrectionRecord]:
        """Its corrections, which name the scales before them."""


def named_by(claims: Iterable[Rated | None], *, drafts: bool = False) -> set[str]:
    """Ids of the scales on which ``claims`` are or were rated, as readers see them."""
    shown = [
        record
        for record in claims
        if record and (record.status == "published" or (drafts and record.status == "draft"))
    ]
    found = {record.scale for record in shown}
    found |= {item.was.scale for record in shown for item in record.corrections if item.was}
    return {id_ for id_ in found if id_}
