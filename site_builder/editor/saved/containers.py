"""Files that hold a page beside its pictures and style sheets: MHTML (RFC 2557) and Safari's web archives."""

from __future__ import annotations

import plistlib
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Any

from site_builder.errors import EnvironmentProblem

_IS_MHTML = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_WEB_ARCHIVE = b"bplist00"
_HEADER_BYTES = 20_000
_KIND = re.compile(rb"^content-type:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
MOST_KIND = 2_000
"""Bytes of a header that says what a part is: the standard library reads it in time that grows with their square."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as bytes, with the facts that the file around it states."""

    data: bytes
    encoding: str = ""
    """As its header names it; often not at all."""
    location: str = ""
    """Its address."""
    styles: tuple[bytes, ...] = ()
    """The style sheets beside it."""


def unpack(data: bytes) -> Page | None:
    """The page in ``data``; None when that is no such file, or has no page.

    Raises :class:`EnvironmentProblem` for a header with more than :data:`MOST_KIND` bytes.
    """
    if data.startswith(_WEB_ARCHIVE):
        return _of_safari(data)
    start = data.lstrip(b"\xef\xbb\xbf\r\n\t ")
    return (
        _of_mhtml(start)
        if _IS_MHTML.match(start[:_HEADER_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
        else None
    )


def _of_mhtml(data: bytes) -> Page | None:
    if any(len(found[0]) > MOST_KIND for found in _KIND.finditer(data)):
        message = f"the saved page has a Content-Type with more than {MOST_KIND:,} bytes"
        raise EnvironmentProblem(message, "save the page again, or save it as HTML")
    whole = message_from_bytes(data)
    parts = [part for part in whole.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        return None
    location = str(whole.get("Snapshot-Content-Location") or pages[0].get("Content-Location") or "")
    styles = tuple(_bytes(part) for part in parts if part.get_content_type() == "text/css")
    return Page(_bytes(pages[0]), str(pages[0].get_content_charset() or ""), location.strip(), styles)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _of_safari(data: bytes) -> Page | None:
    try:
        archive: Any = plistlib.loads(data)
    except (plistlib.InvalidFileException, ValueError, OverflowError, IndexError):
        return None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        return None
    encoding, location = (str(main.get(key) or "") for key in ("WebResourceTextEncodingName", "WebResourceURL"))
    return Page(main["WebResourceData"], encoding, location)
