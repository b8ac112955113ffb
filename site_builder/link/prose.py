"""The site's own Markdown: rendered for its page, its links checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from site_builder import markdown
from site_builder.diagnostics import Diagnostic, at
from site_builder.link.hiding import misleading_reference
from site_builder.link.names import Names
from site_builder.markdown import Fault
from site_builder.records.hidden import may_hide
from site_builder.source import Span

_REACH = 2000
"""Characters searched for the place of a fault, once one was not found in all of the text."""
Place = Span | Callable[[], Span]
"""The place of a text, or a function that finds it when something is wrong in the text."""


def render(
    text: str | None, permalink: str, names: Names, place: Place, found: list[Diagnostic], top: int = 2
) -> str | None:
    """``text`` as HTML for the page at ``permalink``, headings from level ``top``; faults go to ``found``."""
    if text is None:
        return None
    rendered, faults = markdown.prose(text, names.resolver(permalink), top)
    if may_hide(rendered):
        found += misleading_reference(text, rendered, place if isinstance(place, Span) else place())
    if faults:
        found += _diagnostics(faults, place if isinstance(place, Span) else place())
    return rendered


def _diagnostics(faults: Iterable[Fault], within: Span) -> Iterator[Diagnostic]:
    """Diagnostics for ``faults`` at the places in ``within`` where their texts stand."""
    source = within.source
    first_line = source.position(within.start)[0]
    cursors: dict[str, int] = {}
    reach = within.end
    for fault in faults:
        floor = max(within.start, min(source.line_start(first_line + fault.line), within.end))
        # Those of one code come in the order of the text.
        since = max(cursors.get(fault.code, 0), floor)
        start = source.text.find(fault.literal, since, min(since + reach, within.end))
        if start < 0:
            reach = _REACH  # the next that is not there must not cost as much
            start, end = floor, floor + 1
        else:
            end = cursors[fault.code] = start + len(fault.literal)
        yield at(fault.code, Span(source, start, end), fault.message, help=fault.help)
