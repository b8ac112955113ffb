"""The second sanitiser of HTML made from editors' text.

Markdown is already rendered without raw HTML; here the result is cleaned once more, against a list of what prose needs.
The only module that imports nh3.
"""

from __future__ import annotations

from html import escape

import nh3

SCHEMES = frozenset(("http", "https", "mailto"))

_TAGS = set(
    "a blockquote br code dd del dl dt em h2 h3 h4 h5 h6 hr li mark ol p pre s span strong sub sup "
    "table tbody td th thead tr ul".split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class", "rel"},
    "code": {"class"},
    "h2": {"id"},
    "h3": {"id"},
    "hr": {"class"},
    "li": {"id", "class"},
    "mark": {"id", "class", "data-number", "data-passages"},
    "ol": {"start", "class"},
    "span": {"id", "class"},
    "sup": {"class"},
    "td": {"class"},
    "th": {"class"},
}


_UNSEEN_ENDS = "\x0b\x0c\x85\u2028\u2029"
"""White space that ends a line for some readers; a reference (``&#x2028;``) can still write it."""

_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def clean(html: str) -> str:
    """``html`` with only the elements, attributes, link schemes and white space that prose needs."""
    cleaned = str(_CLEANER.clean(html))
    for sign in _UNSEEN_ENDS:
        cleaned = cleaned.replace(sign, " ") if sign in cleaned else cleaned
    return cleaned


def text(plain: str) -> str:
    """``plain`` escaped for element content and quoted attributes."""
    return escape(plain, quote=True)
