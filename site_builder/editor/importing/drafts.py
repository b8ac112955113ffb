"""Turns a file's statements about a claim into a draft.

Nothing is invented: a value that matches nothing on file, or could mean two things, is left out and reported.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import get_args

from site_builder.dates import Date, parse_date
from site_builder.editor.find import Finder
from site_builder.editor.importing.item import Item
from site_builder.editor.importing.matching import Project, Table
from site_builder.editor.importing.parts import told
from site_builder.editor.importing.proving import Passage, prove, short
from site_builder.editor.new import Value
from site_builder.notations import read
from site_builder.passages.document import Document
from site_builder.records import bounds
from site_builder.records.characters import name_of, no_text
from site_builder.records.models import ClaimRecord
from site_builder.records.values import is_id, suggest_id

_ATTRIBUTIONS = get_args(ClaimRecord.model_fields["attribution"].annotation)
_APART = re.compile(r"[;,|\n]")


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one item."""

    place: str
    """The item's place in its file."""
    fields: Mapping[str, Value]
    """The claim, key by key; none where nothing is filed."""
    notes: tuple[str, ...] = ()
    """The parts of the item that are not in the draft, and why."""
    refused: str = ""
    """The reason why nothing is filed; empty where something is."""
    known: str = ""
    """The id of the claim that the project has already."""

    def without(self, key: str, why: str) -> Draft:
        """The same without the value of ``key``; without its id nothing is left."""
        if key == "id":
            return replace(self, fields={}, refused=why)
        fields = {name: value for name, value in self.fields.items() if name != key}
        return replace(self, fields=fields, notes=(*self.notes, f"`{key}` is left out: {why}"))


class Drafting:
    """Makes drafts, one after the other; each id is given once."""

    def __init__(
        self, project: Project, texts: Mapping[str, Document], fallback: str, among: Container[str] = ()
    ) -> None:
        self._project = project
        self._finder = Finder(texts)
        self._among = among
        """Ids of the claims that the file has."""
        self._fallback = fallback
        """The beginning of an id where nothing else can be spelled in its letters."""
        self._given: dict[str, str] = {}
        """The place of the item that has the id."""
        self._numbers: dict[str, int] = {}
        """The last number after each beginning of an id."""

    def draft(self, item: Item) -> Draft:
        """The draft of ``item``."""
        if item.refused:
            return Draft(item.place, {}, item.notes, item.refused)
        notes = list(item.notes)
        given = {key: text for key, value in item.values.items() if (text := _text(key, value, notes))}
        actor = _one(self._project.actors, "actor", given.get("actor", ""), given.get("actor_name", ""), notes)
        statement = given.get("statement", "")
        known = self._project.claims.get(given.get("id", "")) or self._project.filed(actor, statement, ())
        if known:
            return Draft(item.place, {}, known=known)
        if (first := self._given.get(given.get("id", ""))) is not None:
            return Draft(item.place, {}, tuple(notes), f'it has the id "{given["id"]}", as {first} has')
        passages = self._passages(item, actor, notes)
        if known := self._project.filed(actor, statement, [] if item.values.get("statement") else passages):
            return Draft(item.place, {}, known=known)
        if not statement and not item.quotations:
            return Draft(item.place, {}, tuple(notes), "it has no statement")
        accuses = self._many(self._project.actors, "accuses", given, notes)
        words = statement or item.quotations[0].words
        fields: dict[str, Value] = {
            "id": self._id(given.get("id", ""), actor, words, item.place, notes),
            "actor": actor,
            "statement": statement,
            "date": _date("date", given.get("date", ""), notes),
            "attribution": _attribution(given.get("attribution", ""), notes),
            "about": self._many(self._project.actors, "about", given, notes),
            "accuses": accuses,
            "topics": self._many(self._project.topics, "topics", given, notes),
            **self._verdict(given, notes),
            "summary": given.get("summary", ""),
            "assessment": given.get("assessment", ""),
            "passages": passages,
            "status": "draft",
            "published": _date("published", given.get("published", ""), notes, day=True),
            **told(self._project, item.parts, self._among, partial(_text, notes=notes), notes),
        }
        return Draft(item.place, {key: value for key, value in fields.items() if value}, tuple(notes))

    def _verdict(self, given: Mapping[str, str], notes: list[str]) -> dict[str, Value]:
        """The verdict, and the earlier scale that it stands on; a verdict of a scale that is not here is left out."""
        scale = given.get("scale", "")
        if scale and scale not in self._project.scales:
            notes.append(f'`verdict` is left out: it stands on the scale "{short(scale)}", which is not here')
            return {}
        table = self._project.verdicts_of(scale)
        verdict = _one(table, "verdict", given.get("verdict", ""), given.get("verdict_label", ""), notes)
        return {"verdict": verdict, "scale": scale if verdict else ""}

    def _passages(self, item: Item, actor: str, notes: list[str]) -> list[Passage]:
        found: dict[frozenset[tuple[str, str]], Passage] = {}
        for quotation in item.quotations:
            if not _text("quote", quotation.words, notes):
                continue
            more = {key: text for key, value in quotation.more.items() if (text := _text(key, value, notes))}
            passage, said = prove(replace(quotation, more=more), self._finder, self._project)
            notes += said
            filed = _without_defaults(passage or {}, actor)
            if filed:
                found.setdefault(frozenset(filed.items()), filed)
        return list(found.values())

    def _many(self, table: Table, key: str, given: Mapping[str, str], notes: list[str]) -> list[str]:
        """The ids that the texts in a list are or name; spaces part ids, too."""
        found: dict[str, None] = {}
        for part in filter(None, map(str.strip, _APART.split(given.get(key, "")))):
            id_, problem = table.match(part)
            ids = [id_] if id_ else part.split() if table.ids.issuperset(part.split()) else []
            found |= dict.fromkeys(ids)
            notes += [] if ids else [f"`{key}`: {problem}"]
        return list(found)

    def _id(self, wanted: str, actor: str, words: str, place: str, notes: list[str]) -> str:
        if wanted and not is_id(wanted):
            notes.append(f'"{short(wanted)}" is not an id')
        speaker = f"{actor.split('-')[-1]}-" if actor else ""
        proposed = suggest_id(f"{speaker}{words[:200]}", most=60) if suggest_id(words[:200]) else ""
        start = wanted if is_id(wanted) else proposed or f"{self._fallback}-{place.replace(' ', '-')}"
        number, id_ = self._numbers.get(start, 1), start
        while id_ in self._given or id_ in self._project.claims:
            number += 1
            id_ = f"{start}-{number}"
        self._numbers[start] = number
        self._given[id_] = place
        return id_


def _without_defaults(passage: Passage, actor: str) -> Passage:
    """``passage`` without the values that count unless it says otherwise."""
    is_claim = passage.get("role", "claim") == "claim"
    defaults = {"role": "claim", "speech": "reported", "speaker": actor if is_claim else ""}
    return {key: value for key, value in passage.items() if defaults.get(key) != value}


def _text(key: str, value: str, notes: list[str]) -> str:
    """``value`` where it can be in a record; nothing, and a note, where it cannot."""
    found = no_text(value)
    if found:
        notes.append(f"`{key}` is left out: the character {name_of(found[0])} in it is not text")
        return ""
    most = bounds.TEXT if key in ("answer", "assessment", "quote", "translation") else bounds.SHORT_TEXT
    text = value.strip() if key in ("answer", "assessment") else " ".join(value.split())
    if len(text) > most:
        notes.append(f"`{key}` is left out: it has {len(text):,} characters, more than {most:,}")
        return ""
    return text


def _one(table: Table, key: str, word: str, name: str, notes: list[str]) -> str:
    """The id that ``word``, else ``name``, is or names."""
    problems: list[str] = []
    for text in filter(None, dict.fromkeys((word, name))):
        id_, problem = table.match(text)
        if id_:
            return id_
        problems.append(problem)
    notes += [f"`{key}`: {problem}" for problem in problems]
    return ""


def _attribution(word: str, notes: list[str]) -> str:
    if word and word not in _ATTRIBUTIONS:
        notes.append(f'`attribution` is one of {", ".join(_ATTRIBUTIONS)}, and not "{short(word)}"')
    return word if word in _ATTRIBUTIONS and word != _ATTRIBUTIONS[0] else ""


def _date(key: str, text: str, notes: list[str], *, day: bool = False) -> str:
    """``text`` as a date of ours where it can mean one alone."""
    if not text:
        return ""
    try:
        date: Date | str | None = parse_date(text)
    except ValueError:
        date = read(text)
    if not isinstance(date, Date):
        notes.append(f'`{key}`: "{short(text)}" is left out: {date or "it is not a date with one certain meaning"}')
        return ""
    if day and (date.day is None or date.qualifier or date.until):
        notes.append(f'`{key}`: "{short(text)}" is left out: it is not a single day')
        return ""
    if str(date) != text.strip():
        notes.append(f'`{key}`: "{short(text)}" was read as {date}')
    return str(date)
