"""Finds what makes a ``security.txt`` void: no contact, or no day until which it holds, or one that is over (RFC 9116).

The file is one of the project's own: it lies in ``static/``, at its root or in ``.well-known/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.files import Project
from site_builder.load.places import STATIC_FOLDER
from site_builder.source import Source, Span

NAMES = (".well-known/security.txt", "security.txt")
_SOON = timedelta(days=30)
_MARK = re.compile(r"\[(?:fill in|example): ")
"""What ``init`` left is reported as that."""
_DOOR = re.compile(r"(?:mailto:|tel:|https://)\S+", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})")


def security(project: Project, now: datetime) -> Iterator[Diagnostic]:
    """A diagnostic for each fault of each such file; ``now`` has a time zone."""
    for name in NAMES:
        if name in project.static:
            text = project.static[name].decode("utf-8", "replace").removeprefix("\ufeff")
            yield from _faults(Source(f"{STATIC_FOLDER}/{name}", text), now)


def _faults(source: Source, now: datetime) -> Iterator[Diagnostic]:
    contacts, days = _values(source, "Contact"), _values(source, "Expires")
    example = f"Expires: {now + timedelta(days=365):%Y-%m-%d}T00:00:00Z"
    start = Span(source, 0, 0)
    if not contacts:
        yield at("security-txt", start, "nobody can be reached: the file has no line Contact",
                 help="add one: Contact: mailto:security@ and your domain")  # fmt: skip
    for contact in contacts:
        if not _MARK.search(contact.text) and not _DOOR.fullmatch(contact.text):
            door = "mailto:" if "@" in contact.text and ":" not in contact.text else "mailto:, https:// or tel:"
            yield at("security-txt", contact, f"{contact.text or 'nothing'} is no address that a program can follow",
                     help=f"begin it with {door}")  # fmt: skip
    if not days:
        yield at("security-txt", start, "the file does not say until when it holds", help=f"add one line: {example}")
    for more in days[1:]:
        yield at(
            "security-txt", more, "the file says twice until when it holds", help="remove one of the lines Expires"
        )
    if days and not _MARK.search(days[0].text):
        yield from _expired(days[0], now, example)


def _expired(written: Span, now: datetime, example: str) -> Iterator[Diagnostic]:
    moment = _moment(written.text)
    if moment is None:
        what = written.text or "nothing"
        yield at("security-txt", written, f"{what} is no moment of RFC 9116: a day, a time and a zone",
                 help=f"write it like this: {example}")  # fmt: skip
    elif moment <= now:
        message = "the file is no longer valid: those who find a problem will take its contacts for old"
        yield at("security-txt", written, message,
                 help=f"see whether the contacts are right, and write {example}")  # fmt: skip
    elif moment <= now + _SOON:
        days = (moment - now).days
        yield at("security-txt-expiring", written, f"the file is valid for {days} more day{'' if days == 1 else 's'}",
                 help=f"see whether the contacts are right, and write {example}")  # fmt: skip


def _values(source: Source, field: str) -> list[Span]:
    """The values of a field; names of fields have no case."""
    lines = re.finditer(rf"^{field}:[ \t]*(.*?)[ \t\r]*$", source.text, re.IGNORECASE | re.MULTILINE)
    return [Span(source, *found.span(1)) for found in lines]


def _moment(text: str) -> datetime | None:
    """A moment of RFC 3339; None for anything else."""
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC) if _MOMENT.fullmatch(text) else None
    except (ValueError, OverflowError):
        return None
