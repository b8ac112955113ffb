"""The site's own Markdown: rendered for its page, its record links checked."""

from __future__ import annotations

import re

from site_builder import markdown
from site_builder.diagnostics import Diagnostic
from site_builder.link.names import Names
from site_builder.markdown import Unknown
from site_builder.passages.document import at_fault
from site_builder.source import Span

_LINK = re.compile(r"\[\[(claim|actor|article):([^\]|]*)")


def links(text: str) -> list[tuple[str, str]]:
    """Kind and id of each record link that ``text`` may have."""
    return _LINK.findall(text)


def check(text: str | None, names: Names, span: Span, found: list[Diagnostic]) -> None:
    """As :func:`render` where only the faults are wanted: most texts are seen to have none without rendering."""
    if text is None:
        return
    resolve = names.resolver("")
    if markdown.is_harmless(text) and not any(isinstance(resolve(*link), Unknown) for link in links(text)):
        return
    render(text, "", names, span, found)


def render(
    text: str | None, permalink: str, names: Names, span: Span, found: list[Diagnostic], top: int = 2
) -> str | None:
    """``text`` as HTML for the page at ``permalink``, headings from level ``top``; what is wrong goes to ``found``."""
    if text is None:
        return None
    rendered, faults = markdown.prose(text, names.resolver(permalink), top)
    found += [at_fault(fault, span) for fault in faults]
    return rendered
