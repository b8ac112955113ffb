"""A search entry as the minimal page that Pagefind reads.

Title and section headings are elements with ids, so that results lead to a passage; filters, metadata and sort keys are
Pagefind's data attributes.
"""

from __future__ import annotations

from html import escape

from site_builder.search import SearchEntry

EVERYTHING = "everythinghere"
"""A word in the metadata of every page: searching for it lists all pages that pass the filters, at a hundredth of what
the engine loads for filters alone. The search page's script has it too."""

TITLE_WEIGHT = 7
"""How much a word in the title counts; Pagefind allows 0 to 10, text counts 1."""


def to_html(entry: SearchEntry) -> str:
    """The page for ``entry``; every text in it is escaped."""
    parts = [
        f'<!doctype html><html lang="{escape(entry.language.split("-")[0].lower())}"><head><title>',
        escape(entry.title),
        "</title></head><body data-pagefind-body>",
        f'<h1 data-pagefind-meta="title" data-pagefind-weight="{TITLE_WEIGHT}">{escape(entry.title)}</h1>',
    ]
    for kind, pairs in (("filter", entry.filters), ("meta", entry.metadata), ("sort", entry.sort)):
        # One element a value: a value may hold commas and colons, which the attribute's own syntax would read.
        parts += [f'<span data-pagefind-{kind}="{escape(name)}[content]" content="{escape(value)}"></span>'
                  for name, value in pairs]  # fmt: skip
    parts.append(f'<span data-pagefind-meta="all[content]" content="{EVERYTHING}"></span><p>{escape(entry.lead)}</p>')
    for section in entry.sections:
        parts.append(f'<h2 id="{escape(section.anchor)}">{escape(section.heading)}</h2><p>{escape(section.text)}</p>')
    parts.append("</body></html>")
    return "".join(parts)
