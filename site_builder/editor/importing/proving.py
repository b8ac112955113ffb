"""Looks for a quotation from elsewhere in this project's articles, and files it only if it is proved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import get_args

from site_builder.editor.find import Finder, Match
from site_builder.editor.importing.item import Quotation
from site_builder.editor.importing.matching import Project, is_url, plain_url
from site_builder.passages.document import Document
from site_builder.records.models import PassageRecord

_CHOICES = {key: get_args(PassageRecord.model_fields[key].annotation) for key in ("role", "speech")}
BEFORE = 60
"""Characters before a place by which it is told from others."""
Passage = dict[str, str]


def prove(quotation: Quotation, texts: Mapping[str, Document], project: Project) -> tuple[Passage | None, list[str]]:
    """The passage of ``quotation``, in the article's own words, or None; and what the editor is told."""
    named, why = _articles(quotation.article, project)
    among = {id_: texts[id_] for id_ in named if id_ in texts}
    finder = Finder(among)
    spots = finder.spots(quotation.words, quotation.prefix, quotation.suffix)
    if len(spots) > 1 and quotation.start is not None and len(among) == 1:
        before = next(iter(among.values())).text[: quotation.start][-BEFORE:]
        meant = finder.spots(quotation.words, before)
        spots = meant if [parts[0][0] for _, parts in meant] == [quotation.start] else spots
    told = f'the words "{short(quotation.words)}"'
    if len(spots) == 1:
        match = finder.match(spots[0])
        passage, notes = _passage(match, quotation, project)
        if why:
            notes.append(f"{told} were found in {match.article}: {why}")
        return passage, notes
    if spots:
        places = ", ".join(dict.fromkeys(f"{match.file}:{match.line}" for match in map(finder.match, spots[:5])))
        return None, [f"{told} stand in {len(spots)} places, and it is not clear which is meant: {places}"]
    if len(among) == 1:
        near = finder.find(quotation.words)
        there = f"; the nearest are: {short(near[0].words)}" if near else ""
        return None, [f"{told} are not in {next(iter(among))}{there}"]
    others = Finder({id_: text for id_, text in texts.items() if id_ not in among}).spots(quotation.words)
    elsewhere = f"; they are in {', '.join(dict.fromkeys(article for article, _ in others))}" if others else ""
    if why:
        return None, [f"{why}; {told} are not filed{elsewhere}"]
    return None, [f"{told} are in no article"]


def _articles(name: str, project: Project) -> tuple[Iterable[str], str]:
    """The ids of the articles in which words from ``name`` may be, and what is to be said where it names none."""
    if not name:
        return project.articles.ids, ""
    if is_url(name):
        found = project.addresses.get(plain_url(name), ())
        # An article whose address is not on file may have this one.
        return (found, "") if found else (project.unaddressed, f"no article on file has the address {name}")
    id_, _ = project.articles.match(name)
    return ((id_,), "") if id_ else (project.articles.ids, f'"{short(name)}" is neither an article id nor a headline')


def _passage(match: Match, quotation: Quotation, project: Project) -> tuple[Passage, list[str]]:
    notes: list[str] = []
    passage = dict(match.passage)
    given = {**quotation.more, "speech": quotation.speech}
    for key, allowed in _CHOICES.items():
        value = given.pop(key, "")
        if value in allowed:
            passage[key] = value
        elif value:
            notes.append(f'`{key}` is one of {", ".join(allowed)}, and not "{short(value)}"')
    if speaker := given.pop("speaker", ""):
        id_, problem = project.actors.match(speaker)
        passage |= {"speaker": id_} if id_ else {}
        notes += [problem] if problem else []
    return passage | {key: value for key, value in given.items() if value}, notes


def short(text: str) -> str:
    """``text`` as it is in a report: on one line, and not long."""
    return textwrap.shorten(text, 80, placeholder=" …")
