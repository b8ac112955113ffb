"""Changes that affect many claims at once: of an actor's name, an article's text, a verdict's meaning."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from site_builder.diagnostics import Diagnostic, at
from site_builder.history.archived import rewritten
from site_builder.history.sides import Sides, flow, leads_of, paired
from site_builder.records.entries import Entry
from site_builder.records.models import ActorRecord, ClaimRecord, SiteRecord
from site_builder.records.scales import Step, steps
from site_builder.source import Span

ALIKE = 0.5
"""The likeness from which on one name is another spelling of the other."""

COMPARED = 100
"""Characters of a name that are compared."""


def shared(sides: Sides) -> Iterator[Diagnostic]:
    """Changes to many claims at once: an actor's name, an article's text, publisher or date, a verdict's meaning."""
    shown = [entry.record for entry in sides.before.claims if entry.record and entry.record.status == "published"]
    leads = leads_of(sides.after.claims)
    told = [record for record in shown if leads.get(record.id) not in sides.corrected]
    speaking = _by(told, lambda record: (record.actor, *(passage.speaker or "" for passage in record.passages)))
    for old, actor in paired(sides.before.actors, sides.after.actors):
        if old.record and actor.record and not _is_same(old.record.name, actor.record):
            yield from _unsaid(
                actor.span("name"), f'the actor "{actor.id}" was published as {old.record.name}', speaking[old.id],
                "" if old.record.name in actor.record.also_known_as
                else f"if it is the same actor, add the old name: also_known_as: [{flow(old.record.name)}]",
            )  # fmt: skip
    yield from _articles(sides, told)
    yield from _scale(sides, told)


def _by(claims: Iterable[ClaimRecord], ids: Callable[[ClaimRecord], Iterable[str]]) -> Mapping[str, list[ClaimRecord]]:
    """The claims of each of their ``ids``, each claim once."""
    found: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    for record in claims:
        for id_ in dict.fromkeys(ids(record)):
            found[id_].append(record)
    return found


def _articles(sides: Sides, told: Sequence[ClaimRecord]) -> Iterator[Diagnostic]:
    citing = _by(told, lambda record: (passage.article for passage in record.passages))
    old_articles, articles = ([entry for entry, _ in side.articles] for side in (sides.before, sides.after))
    texts, now_texts = ({e.id: text.body for e, text in side.articles} for side in (sides.before, sides.after))
    for before, article in paired(old_articles, articles):
        cites = citing[before.id]
        old_text, text = texts[before.id].text, now_texts[article.id]
        if cites and old_text.split() != text.text.split():
            yield _basis(_first_other(old_text, text), f'the text of the article "{article.id}"', cites)
        for key in ("publisher", "published"):
            was, now = getattr(before.record, key, None), getattr(article.record, key, None)
            if was != now and now is not None:
                said = f'`{key}` of the article "{article.id}" was published as {was}'
                yield from _unsaid(article.span(key), said, cites)


def _is_same(name: str, actor: ActorRecord) -> bool:
    """True when ``actor`` still has ``name``, or one like it and this beside it."""
    if name == actor.name or name not in actor.also_known_as:
        return name == actor.name
    one, other = (each[:COMPARED].casefold() for each in (name, actor.name))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _scale(sides: Sides, told: Sequence[ClaimRecord]) -> Iterator[Diagnostic]:
    before, after = sides.before.site, sides.after.site
    if not (before and before.record and after and after.record):
        return
    steps_now = {(step.scale, step.verdict.id): step for step in steps(after.record, after.record.scales)}
    rated: defaultdict[tuple[str | None, str], dict[str | None, list[ClaimRecord]]] = defaultdict(dict)
    leads = leads_of(sides.after.claims)
    scales = {entry.id: entry.record.scale for entry in sides.after.claims if entry.record}
    for record in told:
        now_on = scales.get(leads.get(record.id, ""))
        rated[record.scale, record.verdict].setdefault(now_on, []).append(record)
    for step in steps(before.record, before.record.scales):
        for now_on, claims in rated[step.scale, step.verdict.id].items():
            now = steps_now.get((now_on, step.verdict.id))
            if now and now.scale is None:
                yield from _changed_step(step, now, after, claims)
            elif now and now.scale != step.scale:  # what stays on an earlier scale is compared with that scale
                yield from rewritten(step.verdict, now, after, claims)


def _changed_step(
    step: Step, now: Step, after: Entry[SiteRecord], rated: Sequence[ClaimRecord]
) -> Iterator[Diagnostic]:
    was = step.verdict
    advice = "if it now means something else, keep the old scale under `scales`, and name it in these claims"
    if step.scale and was.definition != now.verdict.definition:  # the claims have left the scale that says it
        said = f'`definition` of the verdict "{was.id}" was published as {was.definition}'
        yield from _unsaid(
            after.span(*now.path, "definition"), said, rated, f"name the scale again: scale: {step.scale}"
        )
    elif was.definition != now.verdict.definition:
        place = after.span(*now.path, "definition")
        yield _basis(place, f'the definition of the verdict "{was.id}"', rated)
    for key in ("label", "value"):
        if getattr(was, key) != getattr(now.verdict, key):
            said = f'`{key}` of the verdict "{was.id}" was published as {getattr(was, key)}'
            yield from _unsaid(after.span(*now.path, key), said, rated, advice)


def _basis(place: Span, what: str, claims: Sequence[ClaimRecord]) -> Diagnostic:
    """A warning that ``what``, on which ``claims`` rest, has changed."""
    number = f"{len(claims)} published claims rest" if len(claims) > 1 else "a published claim rests"
    return at("basis-changed", place, f"{what} was changed; {number} on it", help=f"{_under(claims)}, or restore it")


def _first_other(old: str, body: Span) -> Span:
    """The first word in ``body`` that is another than in ``old``."""
    known = old.split()
    words = list(re.finditer(r"\S+", body.text))
    same = next((n for n, word in enumerate(words) if n >= len(known) or word[0] != known[n]), len(words) - 1)
    start, end = words[same].span() if words else (0, 0)
    return Span(body.source, body.start + start, body.start + end)


def _under(claims: Sequence[ClaimRecord]) -> str:
    ids = ", ".join(record.id for record in claims[:3]) + (", …" if len(claims) > 3 else "")
    return f"explain it under corrections of: {ids}"


def _unsaid(place: Span, message: str, claims: Sequence[ClaimRecord], advice: str = "") -> Iterator[Diagnostic]:
    """A diagnostic where ``claims`` read otherwise because of it and have no new correction."""
    if claims:
        number = f"{len(claims)} published claims now read" if len(claims) > 1 else "a published claim now reads"
        say = _under(claims)
        yield at("correction-missing", place, f"{message}; {number} differently",
                 help=f"{advice}; otherwise {say}" if advice else say)  # fmt: skip
