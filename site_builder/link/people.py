"""Checks those who checked and reviewed: whether each is known, whether they are enough, and declared interests.

Works on records. A key that names people takes ids under ``people`` in site.yaml, and plain names: a name that is
there is that person, any other is a person too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.folding import fold
from site_builder.link.heads import Head
from site_builder.link.names import Names, ids_by_name
from site_builder.records.entries import Entry, Everything
from site_builder.records.models import ClaimRecord, ReviewRecord, SiteRecord
from site_builder.records.values import is_id

KEYS = ("checked_by", "reviewed_by")
"""The keys of a claim that name people."""


def known_as(named: Iterable[str], people: Mapping[str, str], ids: Mapping[str, str]) -> tuple[str, ...]:
    """Each of ``named`` once: by id where ``people`` (names by id) or ``ids`` (by name) has one, else as named."""
    return tuple(dict.fromkeys(who if who in people else ids.get(who, who) for who in named))


def check_people(entry: Entry[ClaimRecord], record: ClaimRecord, names: Names, found: list[Diagnostic]) -> None:
    """On a site that lists people, a name in the form of an id must be the id of one of them."""
    for key in KEYS:
        for index, who in enumerate(getattr(record, key)):
            if is_id(who) and names.people:
                names.check("person", who, entry, (key, index), found)


def check_interests(entry: Entry[SiteRecord], record: SiteRecord, names: Names, found: list[Diagnostic]) -> None:
    """The interests of people are in actors."""
    for id_, person in record.people.items():
        for index, actor in enumerate(person.interests):
            names.check("actor", actor, entry, ("people", id_, "interests", index), found)


def check_alike(entry: Entry[SiteRecord], record: SiteRecord, found: list[Diagnostic]) -> None:
    """A warning for each id whose name is another's, too."""
    first: dict[str, str] = {}
    for id_, person in record.people.items():
        other = first.setdefault(_folded(person.name), id_)
        if other == id_:
            continue
        message = f"{id_} and {other} have the same name, so they count as one person"
        note = Note("the other one is here", entry.span("people", other, "name"))
        advice = (
            f"write {other} wherever {id_} is, and remove {id_}; if they are two people, tell them apart in the names"
        )
        found.append(at("people-alike", entry.span("people", id_, "name"), message, notes=(note,), help=advice))


def _folded(name: str) -> str:
    """``name`` as it is compared: two that differ in capitals, accents and signs are one person's."""
    return fold(name) or name


@dataclass(frozen=True, slots=True)
class _Desk:
    """The site's facts about those who check."""

    site: Entry[SiteRecord]
    """The place of these facts."""
    record: SiteRecord
    """The record with them."""
    people: Mapping[str, str]
    """Their names, by id."""
    ids: Mapping[str, str]
    """Their ids, by name."""
    actors: Mapping[str, str]
    """The names of actors, by id."""
    parties: Mapping[str, frozenset[str]]
    """By actor: whom the actor bundles and who bundles the actor, as far as somebody has an interest in them."""

    def known_as(self, named: Iterable[str]) -> tuple[str, ...]:
        """Each of ``named`` once, as :func:`known_as` has them."""
        return known_as(named, self.people, self.ids)

    def persons(self, named: Iterable[str]) -> frozenset[str]:
        """Each of ``named`` once, whatever ids and spellings a name has."""
        return frozenset(
            _folded(self.people[who]) if who in self.people else who if is_id(who) else _folded(who) for who in named
        )


def unreviewed(records: Everything[Head]) -> list[Diagnostic]:
    """Claims that too few people checked, or somebody with an interest in their speaker or subject."""
    if records.site is None or records.site.record is None:
        return []
    site, desk = records.site.record, _desk(records, records.site, records.site.record)
    found: list[Diagnostic] = []
    for entry in records.claims:
        record = entry.record
        if record is None or record.status == "withdrawn":
            continue
        found += _interested(entry, record, desk)
        rule = site.review if record.status == "published" else None
        if rule and record.published and record.published.iso >= rule.since.iso:  # days, as ISO 8601 writes them
            found += _too_few(entry, record, rule, desk, f"this check of {record.published}")
    return found


def too_few(records: Everything[Head], due: Mapping[str, tuple[ReviewRecord, str]]) -> list[Diagnostic]:
    """The faults of the claims ``due``, whatever day their checks bear: by id, the rule and the check in words."""
    if records.site is None or records.site.record is None:
        return []
    desk = _desk(records, records.site, records.site.record)
    found: list[Diagnostic] = []
    for entry in records.claims:
        if entry.record and entry.id in due:
            rule, check = due[entry.id]
            found += _too_few(entry, entry.record, rule, desk, check)
    return found


def _desk(records: Everything[Head], entry: Entry[SiteRecord], site: SiteRecord) -> _Desk:
    people = {id_: person.name for id_, person in site.people.items()}
    actors = {entry.id: entry.record.name for entry in records.actors if entry.record}
    return _Desk(entry, site, people, ids_by_name(people), actors, _parties(records, site))


def _parties(records: Everything[Head], site: SiteRecord) -> dict[str, frozenset[str]]:
    declared = {actor for person in site.people.values() for actor in person.interests}
    found: dict[str, set[str]] = {}
    for entry in records.actors:
        for member in entry.record.members if entry.record else ():
            for one, other in ((entry.id, member), (member, entry.id)):
                if other in declared:
                    found.setdefault(one, set()).add(other)
    return {id_: frozenset(others) for id_, others in found.items()}


def _too_few(entry: Entry[Head], record: Head, rule: ReviewRecord, desk: _Desk, check: str) -> Iterator[Diagnostic]:
    checked, reviewed = (desk.persons(getattr(record, key)) for key in KEYS)
    both = [index for index, who in enumerate(record.reviewed_by) if not checked.isdisjoint(desk.persons((who,)))]
    for index in both:
        who = record.reviewed_by[index]
        message = f"{desk.people.get(who, who)} both checked and reviewed this claim"
        advice = "name somebody else who reviewed it, or take the name out of one of the two keys"
        yield at("reviewed-by-checker", entry.span("reviewed_by", index), message, help=advice)
    count = len(checked | reviewed)
    if count < rule.people and not both:
        named = next((key for key in reversed(KEYS) if getattr(record, key)), None)
        asked = f"`review` requires {rule.people} {'person' if rule.people == 1 else 'people'} since {rule.since}"
        message = f"{asked}, and {check} names {count or 'nobody'}"
        yield at("too-few-people", entry.span(named) if named else entry.id_span, message, help=_NAME_THEM)


_NAME_THEM = "name who checked it under checked_by and who reviewed it under reviewed_by, or make it a draft until then"


def _interested(entry: Entry[Head], record: Head, desk: _Desk) -> Iterator[Diagnostic]:
    """A warning for each person and actor, at the first place that names the person."""
    concerned = dict.fromkeys((record.actor, *record.about, *record.accuses))
    # Actors in whom a person may have an interest, with the actors for whom it counts.
    reach: dict[str, list[str]] = {}
    for actor in concerned if record.checked_by or record.reviewed_by else ():
        for one in (actor, *desk.parties.get(actor, ())):
            reach.setdefault(one, []).append(actor)
    order = {actor: number for number, actor in enumerate(concerned)}
    seen: set[str] = set()
    for key in KEYS:
        for index, who in enumerate(getattr(record, key)):
            (id_,) = desk.known_as((who,))
            person = desk.record.people.get(id_)
            if person is None or id_ in seen:
                continue
            seen.add(id_)
            places: dict[str, int] = {}
            for place, one in enumerate(person.interests):
                for actor in reach.get(one, ()):
                    places.setdefault(actor, place)
            for actor in sorted(places, key=order.__getitem__):
                why = "who made this claim" if actor == record.actor else "whom this claim is about"
                message = f"{person.name} has an interest in {desk.actors.get(actor, actor)}, {why}"
                declared = desk.site.span("people", id_, "interests", places[actor])
                note = Note("the interest is declared here", declared)
                yield at("conflict-of-interest", entry.span(key, index), message, notes=(note,), help=_LET_OTHERS)


_LET_OTHERS = "let somebody else do it; otherwise the claim's page tells readers about the interest"
