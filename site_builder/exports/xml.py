"""Texts in XML, as ``xml.sax.saxutils`` writes them: importing that brings clients for HTTP and TLS."""

from __future__ import annotations

import html

_SPACES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str) -> str:
    """``text`` between tags."""
    return html.escape(text, quote=False)


def attribute(text: str) -> str:
    """``text`` as an attribute's value, with quotation marks around it."""
    value = escape(text)
    for space, reference in _SPACES.items():
        value = value.replace(space, reference)
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"' + value.replace('"', "&quot;") + '"'
