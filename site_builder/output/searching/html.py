"""A search entry as the minimal page that Pagefind reads.

Title and section headings are elements with ids, so that results lead to a passage; filters, metadata and sort keys are
Pagefind's data attributes.
"""

from __future__ import annotations

from html import escape

from site_builder.search import SearchEntry

EVERYTHING = "𐀀𐀁𐀂𐀃"
"""A word in the metadata of every page: searching for it lists all pages that pass the filters, at a hundredth of what
the engine loads for filters alone. The search page's script has it too. It is in Linear B, because the engine finds a
word by its beginnings, too, and these nobody types."""

TITLE_WEIGHT = 7
"""How much a word in the title counts; Pagefind allows 0 to 10, text counts 1."""

HEADING_WEIGHT = 6
"""How much Pagefind lets a word in a heading of the second level count."""

_INVISIBLE = str.maketrans("", "", "\u200b\ufeff")


def language(entry: SearchEntry) -> str:
    """The base language of ``entry``: regional codes share one index."""
    return entry.language.split("-")[0].lower()


def visible(text: str) -> str:
    """``text`` without zero-width spaces and byte order marks: the engine drops them too, but not everywhere."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def has_words(entry: SearchEntry) -> bool:
    """Whether ``entry`` has a letter or digit: the engine leaves pages without words out."""
    texts = (entry.title, entry.lead, *(text for part in entry.sections for text in (part.heading, part.text)))
    return any(character.isalnum() for text in texts for character in text)


def to_html(entry: SearchEntry) -> str:
    """The page for ``entry``; every text in it is escaped."""
    title = escape(visible(entry.title))
    parts = [
        f'<!doctype html><html lang="{escape(language(entry))}"><head><title>{title}</title></head>',
        f'<body data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-weight="{TITLE_WEIGHT}">{title}</h1>',
    ]
    parts += [_attribute("filter", name, value) for name, value in entry.filters]
    parts += [_attribute("meta", name, visible(value)) for name, value in entry.metadata]
    parts += [_attribute("sort", name, value) for name, value in entry.sort]
    parts.append(_attribute("meta", "all", EVERYTHING))
    parts.append(f"<p>{_text(entry.lead)}</p>")
    for section in entry.sections:
        parts.append(f'<h2 id="{escape(section.anchor)}">{_text(section.heading)}</h2><p>{_text(section.text)}</p>')
    parts.append("</body></html>")
    return "".join(parts)


def _attribute(kind: str, name: str, value: str) -> str:
    """One element a value: a value may hold commas and colons, which the attribute's own syntax would read."""
    return f'<span data-pagefind-{kind}="{escape(name)}[content]" content="{escape(value)}"></span>'


def _text(text: str) -> str:
    return escape(visible(text))
