"""Edits to texts, templates and assets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from site_builder.records import models as m
from tests.law.fields import places
from tests.law.ground import UNCITED
from tests.law.sources import ARTICLES, PAGES, Sources
from tests.law.values import ids
from tests.law.whole import Edits

_OPENING = re.compile(rb"\{% (?:block|macro) [^%]*%\}")
TEXT_MARK = b"A word of the theme."


def _articles(sources: Sources) -> list[str]:
    """The files of all articles, the most cited first."""
    return [str(path[0]) for path in places(sources, m.ArticleRecord)]


def _paragraph_before(sources: Sources) -> Iterator[Sources]:
    for name in _articles(sources):
        yield sources.write(name, f"A paragraph that is new.\n\n{sources.bodies[name]}")


def _paragraph_behind(sources: Sources) -> Iterator[Sources]:
    for name in _articles(sources):
        yield sources.write(name, f"{sources.bodies[name].rstrip()}\n\nA paragraph that is new.\n")


def _words_beside_a_quotation(sources: Sources) -> Iterator[Sources]:
    """Words in the paragraph of a quotation that begins a sentence, before it."""
    for path in places(sources, m.PassageRecord):
        passage = sources.get(path)
        name = f"{ARTICLES}{passage['article']}.md"
        before, words, behind = sources.bodies[name].partition(passage["quote"])
        if words and before.endswith((" ", "\n\n")):
            yield sources.write(name, f"{before}It was noted then: {words}{behind}")


def _words_of_a_quotation(sources: Sources) -> Iterator[Sources]:
    """A word at the end of a quotation, in the article and in every record that cites it."""
    for path in places(sources, m.PassageRecord):
        passage = sources.get(path)
        name, old = f"{ARTICLES}{passage['article']}.md", passage["quote"]
        new = f"{old.rstrip('.,')} indeed"
        after = sources.write(name, sources.bodies[name].replace(old, new))
        for place in places(sources, m.PassageRecord):
            if sources.get(place)["quote"] == old:
                after = after.put((*place, "quote"), new)
        if after.bodies != sources.bodies:
            yield after


def _quotation_set_otherwise(sources: Sources) -> Iterator[Sources]:
    """The same words in other white space: the record is another, the claim nearly the same."""
    for path in places(sources, m.PassageRecord):
        yield sources.put((*path, "quote"), sources.get(path)["quote"].replace(" ", "  ", 1))


def _note_in_an_article(sources: Sources) -> Iterator[Sources]:
    for name in _articles(sources):
        body = sources.bodies[name].rstrip()
        yield sources.write(name, f"{body}\n\nA line with a note.[^n]\n\n[^n]: The note.\n")


def _uncited_text(sources: Sources) -> Iterator[Sources]:
    if UNCITED in sources.bodies:
        yield sources.write(UNCITED, f"{sources.bodies[UNCITED]}\nNor on Tuesday.\n")


def _page_text(sources: Sources) -> Iterator[Sources]:
    actor = ids(sources, "actor")[0]
    for name in sources.names(PAGES):
        yield sources.write(name, f"{sources.bodies[name]}\nOne more line about [[actor:{actor}]].\n")


def _new_asset(sources: Sources) -> Iterator[Sources]:
    for name in ("assets/own.css", "assets/own.svg", "own.html"):
        yield replace(sources, theme={**sources.theme, name: b"/* nothing */"})


def _new_static(sources: Sources) -> Iterator[Sources]:
    """A file that is published as it is, and a text that links to it."""
    after = replace(sources, static={**sources.static, "own/file.txt": b"words\n"})
    yield after
    for name in sources.names(PAGES):
        yield after.write(name, f"{sources.bodies[name]}\nSee [the file](../own/file.txt).\n")


def _changed(name: str) -> Edits:
    """The file ``name`` of the theme with something more in it, of a template where readers see it."""

    def edits(sources: Sources) -> Iterator[Sources]:
        data = sources.theme[name]
        opening = _OPENING.search(data)
        end = opening.end() if opening else 0
        text = TEXT_MARK if name.endswith(".html") else b""
        yield replace(sources, theme={**sources.theme, name: data[:end] + text + data[end:] + b"\n"})

    return edits


TEXTS: Mapping[str, Edits] = {
    "paragraph before an article": _paragraph_before,
    "paragraph behind an article": _paragraph_behind,
    "words beside a quotation": _words_beside_a_quotation,
    "words of a quotation": _words_of_a_quotation,
    "white space in a quotation": _quotation_set_otherwise,
    "note in an article": _note_in_an_article,
    "text of an article that nobody cites": _uncited_text,
    "text of a page": _page_text,
    "file added to the theme": _new_asset,
    "file published as it is": _new_static,
}
"""By what is changed."""


def theme(sources: Sources) -> Mapping[str, Edits]:
    """An edit for each file of the theme."""
    return {f"templates/{name}": _changed(name) for name in sorted(sources.theme)}
