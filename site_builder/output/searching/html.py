"""A search entry as the minimal page that Pagefind reads.

Each section is after an empty heading with its id, so that results tell where a word was found; its weight is
Pagefind's data attribute. What results show is stored as filters: like the engine's metadata they come with a result,
but unlike metadata they are not searched. No browser asks for them as filters, so none loads their lists.
"""

from __future__ import annotations

from html import escape

from site_builder.search import SearchEntry

TITLE_WEIGHT = 10
"""The weight of a word in the title; Pagefind allows 0 to 10."""

_INVISIBLE = "\u200b\ufeff"


def language(entry: SearchEntry) -> str:
    """The base language of ``entry``: regional codes share one index."""
    return entry.language.split("-")[0].lower()


def visible(text: str) -> str:
    """``text`` without zero-width spaces and byte order marks: the engine drops them too, but not everywhere."""
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return text


def has_words(entry: SearchEntry) -> bool:
    """True when ``entry`` has a letter or digit: the engine leaves pages without words out."""
    texts = (entry.title, *(part.text for part in entry.sections))
    return any(character.isalnum() for text in texts for character in text)


def to_html(entry: SearchEntry) -> str:
    """The page for ``entry``; every text in it is escaped."""
    title = escape(visible(entry.title))
    parts = [
        f'<!doctype html><html lang="{escape(language(entry))}"><head><title>{title}</title></head>',
        f'<body data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-weight="{TITLE_WEIGHT}">{title}</h1>',
    ]
    parts += [_filter(name, value) for name, value in entry.shown]
    for section in entry.sections:
        parts.append(f'<h2 id="{escape(section.anchor)}"></h2>')
        parts.append(f'<p data-pagefind-weight="{section.weight}">{escape(visible(section.text))}</p>')
    parts.append("</body></html>")
    return "".join(parts)


def _filter(name: str, value: str) -> str:
    """One element a value: a value may hold commas and colons, which the attribute's own syntax would read."""
    return f'<span data-pagefind-filter="{escape(name)}[content]" content="{escape(value)}"></span>'
