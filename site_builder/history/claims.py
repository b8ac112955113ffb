"""Checks that each published claim is unchanged, or that a correction reports the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from site_builder.diagnostics import Diagnostic, at
from site_builder.history.addresses import addresses
from site_builder.history.sides import ADVICE, Sides, flow, leads_of
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord, CorrectionRecord

_READINGS = ("statement", "verdict")
"""Keys whose earlier values a correction must keep."""


def claims(sides: Sides) -> Iterator[Diagnostic]:
    """Published claims that are gone, a draft again, another's, or say something else without a correction."""
    published = [entry for entry in sides.before.claims if entry.record and not entry.draft]
    ids = {entry.id for entry in published}
    # A draft has no address; one that was published has a message of its own below.
    shown = [entry for entry in sides.after.claims if not entry.draft or entry.id in ids]
    yield from addresses("claim", published, shown)
    leads = leads_of(sides.after.claims)
    now = {entry.id: entry for entry in sides.after.claims}
    was = {entry.id: entry for entry in published}
    for earlier in published:
        later = now.get(leads.get(earlier.id, ""))
        if later is None or earlier.record is None:
            continue
        if later.draft and later.id == earlier.id:
            message = f'the claim "{earlier.id}" was published and is now a draft'
            advice = "readers have its address: write status: withdrawn, and the reason under corrections"
            yield at("address-lost", later.span("status"), message, help=advice)
        elif later.record is None:
            continue
        elif later.id != earlier.id and later.id in was:
            # Two claims became one: its own corrections are old, and readers of the other land on other words.
            if later.id not in sides.corrected:
                message = f'the claim "{earlier.id}" was published, and its address now shows "{later.id}"'
                yield at("correction-missing", later.span("former_ids"), message, help=ADVICE)
        else:
            first = (*earlier.record.former_ids, earlier.id)[0]
            if first != (*later.record.former_ids, later.id)[0] and leads.get(first) == later.id:
                begin = [first, *(id_ for id_ in later.record.former_ids if id_ != first)]
                message = f'feeds know the claim as "{first}", but its former ids begin with another'
                yield at("address-lost", later.span("former_ids"), message,
                         help=f"begin with it: former_ids: [{', '.join(begin)}]")  # fmt: skip
            yield from _corrections(sides, earlier.record, later)


def _corrections(sides: Sides, earlier: ClaimRecord, later: Entry[ClaimRecord]) -> Iterator[Diagnostic]:
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
            message += f": {flow(_other_quotes(sides, earlier, record)[0])}"
        yield at("correction-missing", later.span(changed[0]), message, help=ADVICE + _was(earlier, changed))
    for key in (*_READINGS, "summary") if record.status == "published" else ():
        old = getattr(earlier, key)
        all_said = [(index, was) for index, item in new if (was := getattr(item.was, key, None))]
        said = all_said[0] if all_said else None
        for index, _ in all_said[1:]:
            # Nobody has read a value between the published one and the coming one.
            message = f"`{key}` was published with one value, and an earlier new correction has it"
            yield at("correction-reading", later.span("corrections", index, "was", key), message,
                     help="remove it here")  # fmt: skip
        if said and said[1] != old:
            message = f"before this correction, `{key}` was different"
            yield at("correction-reading", later.span("corrections", said[0], "was", key), message,
                     help=f"it was published as {flow(old)}")  # fmt: skip
        elif new and key in changed and not said and key in _READINGS:
            message = f"no new correction says what `{key}` was before"
            yield at("correction-reading", later.span("corrections", new[-1][0]), message,
                     help=f"add this to the correction: was: {{{key}: {flow(old)}}}")  # fmt: skip


def _is_kept(old: CorrectionRecord, new: CorrectionRecord) -> bool:
    """Nothing of it is changed: an old reading that is added later could be anybody's."""
    return old == new


def _was(earlier: ClaimRecord, changed: Sequence[str]) -> str:
    """Advice for the correction to keep the claim's earlier values; empty where it need not."""
    old = ", ".join(f"{key}: {flow(getattr(earlier, key))}" for key in _READINGS if key in changed)
    return f"; with was: {{{old}}}" if old else ""


def _changed_keys(sides: Sides, earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
    pairs = {
        "statement": (normalise_quote(earlier.statement), normalise_quote(later.statement)),
        "verdict": (earlier.verdict, later.verdict),
        "actor": (sides.actors.get(earlier.actor, earlier.actor), later.actor),
        "date": (earlier.date, later.date),
        "status": (earlier.status, later.status),
        "published": (earlier.published, later.published),
        "passages": ([], _other_quotes(sides, earlier, later)),
    }
    if earlier.accuses:  # the accused may be filed later; then they stay
        pairs["accuses"] = ({sides.actors.get(id_, id_) for id_ in earlier.accuses}, set(later.accuses))
    return [key for key, (old, new) in pairs.items() if old != new]


_Cited = tuple[str, str, str, str, str, str]
"""Article, role, speech, speaker, words and translation."""


def _quotes(sides: Sides, record: ClaimRecord) -> dict[_Cited, Counter[tuple[str, str]]]:
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


def _other_quotes(sides: Sides, earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
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
