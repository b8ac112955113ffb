"""Web addresses that somebody meant but did not write: a slash too few, no scheme, a slip in ``https``. For advice."""

from __future__ import annotations

import re

_MAIL = re.compile(
    r"(?:(?:mail|mailto|e-?mail)\s*[:;]?[/\s]*)?([^\s@:/<>\"]+@[^\s@:/<>\".]+(?:\.[^\s@:/<>\".]+)+)", re.IGNORECASE
)
# The letters of https in any number and order, then at least one of the signs that follow them.
_WEB = re.compile(r"([htps]{2,8})\s*(?:[:;]\s*[:/\\]{0,4}|[/\\]{2}:?[/\\]{0,2})\s*", re.IGNORECASE)
_NO_SCHEME = re.compile(r"[:/\\]{2,4}(?=[^:/\\])")
_HOST = re.compile(r"(?:[^\s/?#@:\[\]\\<>\".]+\.)+[^\W\d_]{2,63}\.?(?::\d{1,5})?(?=[/?#]|$)|localhost(?=[:/]|$)")
_SOUND = re.compile(r"https?://(?!https?:)[^\s/?#\\]", re.IGNORECASE)
_WRITABLE = re.compile(r"mailto:(?:[^@\s]+@[^@\s]+|\?)", re.IGNORECASE)
_LONGEST = 2_000
"""Characters of a text that is looked at."""


def mail_meant(text: str) -> str:
    """The link for writing to somebody, if ``text`` is an e-mail address, with a word such as ``mail:`` or none."""
    found = _MAIL.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return f"mailto:{found[1]}" if found else ""


def link_fault(address: str) -> tuple[str, str]:
    """What is wrong with a link's ``address`` that begins with http:, https: or mailto:, and what to write; or nothing.

    Of others nothing is known here.
    """
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto" and not _WRITABLE.match(address):
        return (
            f"{address} names no e-mail address",
            "write mailto: and the address, such as mailto:desk@ and your domain",
        )
    if scheme in ("http", "https") and not _SOUND.match(address):
        better = web_meant(address)
        return f"{address} is not a web address", f"write {better or 'the whole address, starting with https://'}"
    return "", ""


def instead_of(text: str) -> str:
    """Advice on what to write where a web address belongs."""
    if mail_meant(text):
        return "write the address of a page, starting with https://; an e-mail address cannot be here"
    return f"write {web_meant(text) or 'the whole address, starting with https://, without spaces or quotation marks'}"


def web_meant(text: str, *, bare: bool = True) -> str:
    """The web address that ``text`` was meant to be; empty where nobody can tell.

    With ``bare``, the name of a host is enough; without, it needs to begin with ``www.`` or two slashes, since it
    could be the name of a file.
    """
    if len(text) > _LONGEST:
        return ""
    rest, scheme, marked = text.strip().strip("<>\"'“”„«»"), "", bare
    while found := _WEB.match(rest):
        rest, marked = rest[found.end() :], True
        scheme = "https" if "s" in found[1].lower() else "http"
    if not scheme and (found := _NO_SCHEME.match(rest)):
        rest, marked = rest[found.end() :], True
    rest = rest.replace("\\", "/")
    if any(sign.isspace() for sign in rest) or not _HOST.match(rest):
        return ""
    return f"{scheme or 'https'}://{rest}" if marked or rest.lower().startswith("www.") else ""
