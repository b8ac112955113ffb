"""Looks for a quotation from elsewhere in this project's articles, and files it only if it is proved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import get_args

from site_builder.editor.find import MOST_EXACT, Finder, Match, Spot
from site_builder.editor.importing.item import Quotation
from site_builder.editor.importing.matching import Project, is_url, plain_url
from site_builder.records.models import PassageRecord

_CHOICES = {key: get_args(PassageRecord.model_fields[key].annotation) for key in ("role", "speech")}
BEFORE = 60
"""Characters before a place that distinguish it from others."""
Passage = dict[str, str]


def prove(quotation: Quotation, finder: Finder, project: Project) -> tuple[Passage | None, list[str]]:
    """The passage of ``quotation``, in the article's own words, or None; and notes for the editor."""
    named, why = _articles(quotation.article, project)
    among = [id_ for id_ in named if id_ in finder.texts]
    spots = _spots(quotation, finder, among)
    told = f'the words "{short(quotation.words)}"'
    if len(spots) == 1:
        match = finder.match(spots[0])
        passage, notes = _passage(match, quotation, project)
        if why:
            notes.append(f"{told} were found in {match.article}: {why}")
        return passage, notes
    if spots:
        places = ", ".join(dict.fromkeys(f"{match.file}:{match.line}" for match in map(finder.match, spots[:5])))
        count = len(spots) if len(spots) <= MOST_EXACT else f"more than {MOST_EXACT}"
        return None, [f"{told} stand in {count} places, and it is not clear which is meant: {places}"]
    if len(among) == 1:
        near = finder.find(quotation.words, among)
        there = f"; the nearest are: {short(near[0].words)}" if near else ""
        return None, [f"{told} are not in {among[0]}{there}"]
    others = [id_ for id_ in finder.texts if id_ not in among and finder.spots(quotation.words, among=[id_])]
    elsewhere = f"; they are in {', '.join(others)}" if others else ""
    if why:
        return None, [f"{why}; {told} are not filed{elsewhere}"]
    return None, [f"{told} are in no article"]


def _spots(quotation: Quotation, finder: Finder, among: Sequence[str]) -> list[Spot]:
    """The places of its words; their start counts if they are there more than once."""
    spots = finder.spots(quotation.words, quotation.prefix, quotation.suffix, among=among)
    if len(spots) > 1 and quotation.start is not None and len(among) == 1:
        before = finder.texts[among[0]].text[: quotation.start][-BEFORE:]
        meant = finder.spots(quotation.words, before, among=among)
        return meant if [parts[0][0] for _, parts in meant] == [quotation.start] else spots
    return spots


def _articles(name: str, project: Project) -> tuple[Iterable[str], str]:
    """The ids of the articles in which words from ``name`` may be, and a note where it names none."""
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
