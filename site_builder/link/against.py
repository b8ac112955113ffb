"""What was published before, compared with what is about to be: a correction cannot be forgotten.

A claim that readers have seen keeps its address, and what it says changes only with an entry in ``corrections``. Works
on records, so that it needs no quotation to be proved; knows nothing of where the earlier records come from.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from site_builder.diagnostics import Diagnostic, at
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, CorrectionRecord
from site_builder.source import Span

_READINGS = ("statement", "verdict")
"""Keys of which a correction must keep how they read before."""
ALIKE = 0.5
"""From which likeness on one name is another spelling of the other."""
_ADVICE = "say so: add to corrections a date and, as the change, what was wrong and what it says now"

Addressed = Entry[ClaimRecord] | Entry[ActorRecord] | Entry[ArticleRecord]
A = TypeVar("A", Entry[ClaimRecord], Entry[ActorRecord], Entry[ArticleRecord])


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both sides, and where each address of the one leads in the other."""

    before: Records
    after: Records
    actors: Mapping[str, str]
    articles: Mapping[str, str]
    corrected: frozenset[str]
    """Claims of ``after`` with a correction that ``before`` does not have."""


def compare(before: Records, after: Records) -> list[Diagnostic]:
    """Everything in ``after`` that takes back or changes what ``before`` published without saying so."""
    earlier = {entry.id: entry for entry in before.claims}
    corrected = frozenset(entry.id for entry in after.claims if _newly_corrected(earlier, entry))
    old_articles, articles = ([entry for entry, _ in side.articles] for side in (before, after))
    actors = _renamed(before.actors, after.actors)
    sides = _Sides(before, after, actors, _renamed(old_articles, articles), corrected)
    return [
        *_claims(sides),
        *_addresses("actor", before.actors, after.actors),
        *_addresses("article", old_articles, articles),
        *_shared(sides),
        *_pages(sides),
    ]


def _leads(entries: Sequence[Addressed]) -> dict[str, str]:
    """The id of the record to which each id, present or former, leads."""
    former = {id_: entry.id for entry in entries if entry.record for id_ in entry.record.former_ids}
    return former | {entry.id: entry.id for entry in entries}


def _renamed(before: Sequence[Addressed], after: Sequence[Addressed]) -> dict[str, str]:
    """As :func:`_leads`, but two records that became one are two still: who said it has changed."""
    earlier = {entry.id for entry in before}
    return {id_: lead if lead == id_ or lead not in earlier else id_ for id_, lead in _leads(after).items()}


def _newly_corrected(before: Mapping[str, Entry[ClaimRecord]], later: Entry[ClaimRecord]) -> bool:
    if later.record is None:
        return False
    earlier = next((before[id_] for id_ in (later.id, *later.record.former_ids) if id_ in before), None)
    known = len(earlier.record.corrections) if earlier and earlier.record else 0
    return len(later.record.corrections) > known


def _claims(sides: _Sides) -> Iterator[Diagnostic]:
    published = [entry for entry in sides.before.claims if entry.record and entry.record.status != "draft"]
    ids = {entry.id for entry in published}
    # A draft has no address; one that was published has a message of its own below.
    shown = [e for e in sides.after.claims if not e.record or e.record.status != "draft" or e.id in ids]
    yield from _addresses("claim", published, shown)
    leads = _leads(sides.after.claims)
    now = {entry.id: entry for entry in sides.after.claims}
    was = {entry.id: entry for entry in published}
    for earlier in published:
        later = now.get(leads.get(earlier.id, ""))
        if later is None or later.record is None or earlier.record is None:
            continue
        if later.record.status == "draft" and later.id == earlier.id:
            message = f'the claim "{earlier.id}" was published and is a draft now'
            advice = "readers have its address: write status: withdrawn, and the reason under corrections"
            yield at("address-lost", later.span("status"), message, help=advice)
        elif later.id != earlier.id and later.id in was:
            # Two claims became one: its own corrections are old, and readers of the other land on other words.
            if later.id not in sides.corrected:
                message = f'the claim "{earlier.id}" was published, and its address shows "{later.id}" now'
                yield at("correction-missing", later.span("former_ids"), message, help=_ADVICE)
        else:
            first = (*earlier.record.former_ids, earlier.id)[0]
            if first != (*later.record.former_ids, later.id)[0] and leads.get(first) == later.id:
                begin = [first, *(id_ for id_ in later.record.former_ids if id_ != first)]
                message = f'feeds know the claim as "{first}", and its former ids begin with another'
                yield at("address-lost", later.span("former_ids"), message,
                         help=f"begin with it: former_ids: [{', '.join(begin)}]")  # fmt: skip
            yield from _corrections(sides, earlier.record, later)


def _corrections(sides: _Sides, earlier: ClaimRecord, later: Entry[ClaimRecord]) -> Iterator[Diagnostic]:
    record = later.record
    if record is None:
        return
    kept = record.corrections[: len(earlier.corrections)]
    if len(kept) < len(earlier.corrections) or not all(map(_is_kept, earlier.corrections, kept)):
        message = f'published corrections of "{record.id}" were changed'
        advice = "leave them as they were, and add a new one at the end"
        yield at("correction-changed", later.span("corrections"), message, help=advice)
        return
    changed = _changed_keys(sides, earlier, record)
    new = list(enumerate(record.corrections))[len(earlier.corrections) :]
    if changed and not new:
        what = " and ".join(f"`{key}`" for key in changed)
        message = f'{what} of the published claim "{record.id}" changed'
        if "passages" in changed:
            message += f": {_flow(_other_quotes(sides, earlier, record)[0])}"
        yield at("correction-missing", later.span(changed[0]), message, help=_ADVICE + _was(earlier, changed))
    for key in (*_READINGS, "summary") if record.status == "published" else ():
        old = getattr(earlier, key)
        all_said = [(index, was) for index, item in new if (was := getattr(item.was, key, None))]
        said = all_said[0] if all_said else None
        for index, _ in all_said[1:]:
            # Between what was published and what is to be nothing was read.
            message = f"`{key}` was published in one reading, and an earlier new correction has it"
            yield at("correction-reading", later.span("corrections", index, "was", key), message,
                     help="leave it out here")  # fmt: skip
        if said and said[1] != old:
            message = f"before this correction `{key}` read otherwise"
            yield at("correction-reading", later.span("corrections", said[0], "was", key), message,
                     help=f"it was published as {_flow(old)}")  # fmt: skip
        elif new and key in changed and not said and key in _READINGS:
            message = f"no new correction says how `{key}` read before"
            yield at("correction-reading", later.span("corrections", new[-1][0]), message,
                     help=f"add to the correction was: {{{key}: {_flow(old)}}}")  # fmt: skip


def _is_kept(old: CorrectionRecord, new: CorrectionRecord) -> bool:
    """Nothing of it is changed: an old reading that is added later could be anybody's."""
    return old == new


def _was(earlier: ClaimRecord, changed: Sequence[str]) -> str:
    """What the correction should keep of the claim as it read."""
    old = ", ".join(f"{key}: {_flow(getattr(earlier, key))}" for key in _READINGS if key in changed)
    return f"; with was: {{{old}}}" if old else ""


def _flow(text: str) -> str:
    """``text`` as YAML that may stand between braces: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def _changed_keys(sides: _Sides, earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
    pairs = {
        "statement": (normalise_quote(earlier.statement), normalise_quote(later.statement)),
        "verdict": (earlier.verdict, later.verdict),
        "actor": (sides.actors.get(earlier.actor, earlier.actor), later.actor),
        "date": (earlier.date, later.date),
        "status": (earlier.status, later.status),
        "published": (earlier.published, later.published),
        "passages": ([], _other_quotes(sides, earlier, later)),
    }
    if earlier.accuses:  # whom a claim accuses may be filed later; then it stays
        pairs["accuses"] = ({sides.actors.get(id_, id_) for id_ in earlier.accuses}, set(later.accuses))
    return [key for key, (old, new) in pairs.items() if old != new]


_Cited = tuple[str, str, str, str, str, str]
"""Article, role, speech, speaker, words and translation."""


def _quotes(sides: _Sides, record: ClaimRecord) -> dict[_Cited, Counter[tuple[str, str]]]:
    """The words that the claim rests on, whose they are and how they were said; and the words beside each of them.

    In which typography they are filed makes no difference, nor under which of its ids an actor or an article is named.
    """
    cited: dict[_Cited, Counter[tuple[str, str]]] = {}
    for passage in record.passages:
        speaker = passage.speaker or (record.actor if passage.role == "claim" else "")
        key = (
            sides.articles.get(passage.article, passage.article),
            passage.role,
            passage.speech,
            sides.actors.get(speaker, speaker),
            normalise_quote(passage.quote),
            normalise_quote(passage.translation or ""),
        )
        beside = normalise_quote(passage.prefix or ""), normalise_quote(passage.suffix or "")
        cited.setdefault(key, Counter())[beside] += 1
    return cited


def _other_quotes(sides: _Sides, earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
    """Quotations that are gone or stand elsewhere, and new ones in which the claim was made.

    More evidence, context or denials change nothing of what was said, nor do words beside a quotation that stood once.
    """
    before, after = _quotes(sides, earlier), _quotes(sides, later)
    gone = [key for key, beside in before.items()
            if sum(after.get(key, Counter()).values()) < sum(beside.values())
            or (set(beside) != {("", "")} and beside - after[key])]  # fmt: skip
    new = [key for key, beside in after.items()
           if key[1] == "claim" and sum(beside.values()) > sum(before.get(key, Counter()).values())]  # fmt: skip
    return [key[4] for key in (*gone, *new)]


def _addresses(kind: str, before: Sequence[Addressed], after: Sequence[Addressed]) -> Iterator[Diagnostic]:
    """Every id, present or former, that ``before`` has and ``after`` leads nowhere from."""
    known = _leads(after)
    for entry in before:
        for id_ in (entry.id, *(entry.record.former_ids if entry.record else ())):
            if id_ not in known:
                advice = f"where it was renamed, add former_ids: [{id_}] to the new record"
                if kind == "claim":
                    advice += "; where it is wrong, write status: withdrawn, and the reason under corrections"
                message = f'the {kind} "{id_}" was published, and its address leads nowhere now'
                yield Diagnostic("address-lost", message, entry.node.source.name, help=advice)


def _pages(sides: _Sides) -> Iterator[Diagnostic]:
    """Pages of ``before`` whose records have no former ids, and that ``after`` does not make."""
    before, after = (side.site.record if side.site else None for side in (sides.before, sides.after))
    if before and after and sides.after.site:
        made = after.topics, {verdict.id for verdict in after.verdicts}, {entry.id for entry, _ in sides.after.pages}
        was = before.topics, [verdict.id for verdict in before.verdicts], [entry.id for entry, _ in sides.before.pages]
        for kind, old, new in zip(("topic", "verdict", "page"), was, made, strict=True):
            for id_ in old:
                if id_ not in new:
                    message = f'the {kind} "{id_}" was published, and has no page now'
                    advice = "keep the id, or have the host redirect its address"
                    yield Diagnostic("page-lost", message, sides.after.site.node.source.name, help=advice)


def _shared(sides: _Sides) -> Iterator[Diagnostic]:
    """What changed for many claims at once: who an actor is, who published an article and when, what a verdict says."""
    shown = [entry.record for entry in sides.before.claims if entry.record and entry.record.status == "published"]
    leads = _leads(sides.after.claims)
    told = [record for record in shown if leads.get(record.id) not in sides.corrected]
    for old, actor in _pairs(sides.before.actors, sides.after.actors):
        if old.record and actor.record and not _is_same(old.record.name, actor.record):
            speaks = [r for r in told if old.id in (r.actor, *(passage.speaker for passage in r.passages))]
            yield from _unsaid(
                actor.span("name"), f'the actor "{actor.id}" was published as {old.record.name}', speaks,
                "" if old.record.name in actor.record.also_known_as
                else f"where it is the same actor, add the old name: also_known_as: [{_flow(old.record.name)}]",
            )  # fmt: skip
    old_articles, articles = ([entry for entry, _ in side.articles] for side in (sides.before, sides.after))
    texts, now_texts = ({e.id: text.body for e, text in side.articles} for side in (sides.before, sides.after))
    for before, article in _pairs(old_articles, articles):
        cites = [record for record in told if before.id in (passage.article for passage in record.passages)]
        old_text, text = texts[before.id].text, now_texts[article.id]
        if cites and old_text.split() != text.text.split():
            yield _basis(_first_other(old_text, text), f'the text of the article "{article.id}"', cites)
        for key in ("publisher", "published"):
            was, now = getattr(before.record, key, None), getattr(article.record, key, None)
            if was != now and now is not None:
                said = f'`{key}` of the article "{article.id}" was published as {was}'
                yield from _unsaid(article.span(key), said, cites)
    yield from _scale(sides, told)


def _is_same(name: str, actor: ActorRecord) -> bool:
    """True when ``actor`` still has ``name``, or one like it and this beside it."""
    like = SequenceMatcher(None, name.casefold(), actor.name.casefold(), autojunk=False).ratio() >= ALIKE
    return name == actor.name or (name in actor.also_known_as and like)


def _scale(sides: _Sides, told: Sequence[ClaimRecord]) -> Iterator[Diagnostic]:
    before, after = sides.before.site, sides.after.site
    if not (before and before.record and after and after.record):
        return
    scale = {verdict.id: (index, verdict) for index, verdict in enumerate(after.record.verdicts)}
    for was in before.record.verdicts:
        index, now = scale.get(was.id, (0, None))
        rated = [record for record in told if record.verdict == was.id]
        if now and rated and was.definition != now.definition:
            place = after.span("verdicts", index, "definition")
            yield _basis(place, f'the definition of the verdict "{was.id}"', rated)
        for key in ("label", "value"):
            if now and getattr(was, key) != getattr(now, key):
                said = f'`{key}` of the verdict "{was.id}" was published as {getattr(was, key)}'
                advice = "where it means something else now, give it another id"
                yield from _unsaid(after.span("verdicts", index, key), said, rated, advice)


def _basis(place: Span, what: str, claims: Sequence[ClaimRecord]) -> Diagnostic:
    """A warning that ``what`` ``claims`` rest on is not what it was."""
    number = f"{len(claims)} published claims rest" if len(claims) > 1 else "a published claim rests"
    return at("basis-changed", place, f"{what} was changed; {number} on it", help=f"{_under(claims)}, or put it back")


def _first_other(old: str, body: Span) -> Span:
    """The first word in ``body`` that is another than in ``old``."""
    known = old.split()
    words = list(re.finditer(r"\S+", body.text))
    same = next((n for n, word in enumerate(words) if n >= len(known) or word[0] != known[n]), len(words) - 1)
    start, end = words[same].span() if words else (0, 0)
    return Span(body.source, body.start + start, body.start + end)


def _under(claims: Sequence[ClaimRecord]) -> str:
    ids = ", ".join(record.id for record in claims[:3]) + (", …" if len(claims) > 3 else "")
    return f"say so under corrections of: {ids}"


def _unsaid(place: Span, message: str, claims: Sequence[ClaimRecord], advice: str = "") -> Iterator[Diagnostic]:
    """A diagnostic where ``claims`` read otherwise because of it and have no new correction."""
    if claims:
        number = f"{len(claims)} published claims read" if len(claims) > 1 else "a published claim reads"
        say = _under(claims)
        yield at("correction-missing", place, f"{message}; {number} otherwise now",
                 help=f"{advice}; otherwise {say}" if advice else say)  # fmt: skip


def _pairs(before: Sequence[A], after: Sequence[A]) -> Iterator[tuple[A, A]]:
    """Each record of ``before`` and the one to which its id leads."""
    leads = _leads(after)
    now = {entry.id: entry for entry in after}
    for entry in before:
        if entry.id in leads:
            yield entry, now[leads[entry.id]]
