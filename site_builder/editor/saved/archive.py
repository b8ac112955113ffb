"""Copies in web archives: the address of the original and the day of the copy, read from the copy's address.

The Wayback Machine and those who use its software write ``/web/20200504101112/https://…``, archive.today
``/2020.05.04-101112/https://…`` or ``/20200504101112/https://…``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from site_builder.editor.saved.days import day_in

_COPY = re.compile(
    r"(?P<host>https?://(?:web\.archive\.org/web|wayback\.archive-it\.org/\w+|arquivo\.pt/(?:noFrame/)?wayback|"
    r"webarchive\.[\w.-]+/(?:\w+/)*|vefsafn\.is/is|archive\.(?:ph|today|is|li|vn|md|fo))/)"
    r"(?P<day>\d{4}[.\d-]{4,})(?P<kind>[a-z]{2}_)?/(?P<original>(?:https?:/{1,2}|https?%3A)\S+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a page in a web archive."""

    url: str
    """The copy's own address."""
    day: str
    """``YYYY-MM-DD``."""
    original: str
    """The publisher's address."""


def copy_at(url: str) -> Copy | None:
    """The copy to which ``url`` leads, as it describes it; None where it leads to no archive."""
    found = _COPY.match(url.strip())
    if found is None:
        return None
    day = day_in(found["day"].replace(".", "-", 2))
    original = unquote(found["original"]) if "%3A" in found["original"][:10].upper() else found["original"]
    original = re.sub(r"^(https?:)/+", r"\1//", original)
    return Copy(f"{found['host']}{found['day']}/{original}", day, original)


def original(url: str) -> str:
    """``url`` as the publisher wrote it, where an archive has rewritten it."""
    copy = copy_at(url)
    return copy.original if copy else url
