"""Finds remains of ``init``: placeholders in square brackets and examples, which must not be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.files import Project
from site_builder.load.front import front_matter
from site_builder.load.places import ARTICLES_FOLDER, STATIC_FOLDER
from site_builder.source import Source, Span

_MARK = re.compile(r"\[(fill in|example): ([^\[\]\n]*)\]")
_HELP = {
    "fill in": "replace the brackets and everything between them, or remove the sentence",
    "example": "remove the file and the claims that cite it, with actors and topics that only they have",
}


def unfilled(project: Project) -> Iterator[Diagnostic]:
    """A diagnostic for each such place in records, pages, front matter of articles and static texts.

    The text of an article is verbatim: brackets in it are its own.
    """
    static = {f"{STATIC_FOLDER}/{name}": data for name, data in project.static.items() if name.endswith(".txt")}
    for name, data in {**project.content, **static}.items():
        source = Source(name, data.decode("utf-8", "replace").removeprefix("\ufeff"))
        front = front_matter(source.text) if name.startswith(f"{ARTICLES_FOLDER}/") else None
        for found in _MARK.finditer(source.text, 0, front.body if front else len(source.text)):
            kind, what = found.groups()
            message = f"still to be filled in: {what}" if kind == "fill in" else f"this is an example: {what}"
            yield at("not-filled-in", Span(source, *found.span()), message, help=_HELP[kind])
