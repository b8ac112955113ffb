"""HTML tags, which are text in an article although somebody may have meant markup (HTML Standard, "Elements")."""

from __future__ import annotations

import re

_ELEMENTS = frozenset(
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center "
    "cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label "
    "legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture "
    "pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub "
    "summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr".split()
)
_HTML = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>\w][^<>]*>|</?([a-zA-Z][a-zA-Z0-9]*)>|<!--")


def tag_at(content: str, at: int) -> re.Match[str] | None:
    """The tag of an element that HTML has, or the beginning of a comment, at ``at`` in ``content``."""
    match = _HTML.match(content, at)
    name = (match[1] or match[2] or "").lower() if match else ""
    return match if not name or name in _ELEMENTS else None
