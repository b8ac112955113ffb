"""Every correction ever made, newest first, in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Claim
from site_builder.page import LinkView, Page
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts

Ref = tuple[str, int]
"""The id of a claim, and the number of one of its corrections, from 1."""
PER_PAGE = 30
"""Corrections of a part: 30 to 60 KB of HTML."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in the list of all."""

    correction: CorrectedView
    """The correction."""
    claim: LinkView
    """A link to it on the claim's page."""
    now: str
    """The claim's page as it reads now."""
    latest: bool
    """True when nothing of the claim was corrected since: it reads now as it did then."""
    withdrawn: bool
    """True when it took the claim back."""
    verdict: ReadingView | None
    """The verdict before and after, where it changed it."""
    worded: tuple[ReadingView, ...]
    """The other things that it changed, the old and the new text of each."""


@dataclass(frozen=True, slots=True)
class DayView:
    """The corrections of one day."""

    date: Date
    """The day."""
    corrections: tuple[CorrectionView, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Part of all corrections."""

    days: tuple[DayView, ...]
    """Newest first; a day can continue on the next part."""
    rerated: int
    """The number of corrections in all parts that changed a verdict; 0 except at the list's own address."""
    withdrawn: int
    """The number of those that withdrew a claim; 0 except at the list's own address."""
    policy: LinkView | None
    """The corrections policy."""
    part: PartView
    """The part of the list."""


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One thing that a correction changed."""

    key: str
    """statement, verdict or summary."""
    before: str
    """Its text before the correction."""
    after: str
    """Its text from then on."""


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A correction on its claim's page."""

    anchor: str
    """Its HTML id there; corrections are only ever added, so it stays."""
    date: Date
    """A day."""
    change: str
    """The error, and what the check says now."""
    readings: tuple[ReadingView, ...]
    """The old and the new text of each thing that was changed, where the record has them."""


def corrected(lookup: Lookup, claim: Claim) -> tuple[CorrectedView, ...]:
    """The corrections of ``claim``, oldest first; each leads from the reading before it to the one after it."""
    verdicts = {id_: verdict.label for id_, verdict in lookup.site.verdicts.items()}
    now = {"statement": claim.statement, "verdict": claim.verdict, "summary": claim.summary}
    found: list[CorrectedView] = []
    for number in range(len(claim.corrections), 0, -1):
        item = claim.corrections[number - 1]
        readings = []
        for key, before in item.was:
            readings.append(ReadingView(key, verdicts.get(before, before), verdicts.get(now[key], now[key])))
            now[key] = before
        # A withdrawn claim's words are not repeated anywhere.
        shown = () if claim.withdrawn else tuple(readings)
        found.append(CorrectedView(urls.correction(number), item.date, item.change, shown))
    return tuple(reversed(found))


def corrections_page(lookup: Lookup, part: Part[Ref]) -> Page:
    """``part`` of the list of all corrections."""
    words = lookup.words
    shown = tuple(_by_day([_view(lookup, *ref) for ref in part.entries]))
    counts = _counts(lookup) if part.is_first else (0, 0)
    policy = policy_link(lookup, lookup.site.policies.corrections)
    return Page(
        part.permalink,
        "corrections.html",
        part.title(words, words.say("Corrections")),
        words.say("Every correction to a published check, newest first."),
        CorrectionsPage(shown, *counts, policy, part.view),
        urls.CORRECTIONS,
    )


def _by_day(corrections: Sequence[CorrectionView]) -> Iterator[DayView]:
    """``corrections``, which are in order of time, day by day."""
    for date, of_day in groupby(corrections, key=lambda item: item.correction.date):
        yield DayView(date, tuple(of_day))


def _oldest_first(lookup: Lookup) -> list[Ref]:
    """All corrections; of one day, a claim's earlier ones before its later ones. Of a withdrawn claim the last one."""
    dated = [
        (day, urls.claim(claim.id), (claim.id, number))
        for claim in lookup.filings.values()
        for number, day in enumerate(claim.days)
        if number and (not claim.withdrawn or number + 1 == len(claim.days))
    ]
    return [ref for _, _, ref in sorted(dated)]


def _counts(lookup: Lookup) -> tuple[int, int]:
    """The number of corrections that changed a verdict, and of those that withdrew a claim."""
    refs = _oldest_first(lookup)
    withdrawn = sum(lookup.filings[id_].withdrawn for id_, _ in refs)
    changed = (dict(lookup.site.claims[id_].corrections[number - 1].was) for id_, number in refs
               if not lookup.filings[id_].withdrawn)  # fmt: skip
    return sum("verdict" in was for was in changed), withdrawn


def _view(lookup: Lookup, id_: str, number: int) -> CorrectionView:
    """The correction of the claim ``id_`` with this ``number``, from 1."""
    claim = lookup.site.claims[id_]
    made = corrected(lookup, claim)
    item = made[number - 1]
    now = urls.file(urls.claim(id_))
    if claim.withdrawn:  # its statement is not repeated anywhere
        where = LinkView(now, lookup.words.say("Withdrawn claim ({id})", id=id_))
    else:
        where = LinkView(f"{now}#{item.anchor}", lookup.views[id_].title)
    verdict = next((reading for reading in item.readings if reading.key == "verdict"), None)
    worded = tuple(reading for reading in item.readings if reading is not verdict)
    last = number == len(made)
    return CorrectionView(item, where, now, last, claim.withdrawn and last, verdict, worded)


def policy_link(lookup: Lookup, id_: str | None) -> LinkView | None:
    """A link to the prose page ``id_``, where the site has it."""
    page = lookup.site.pages.get(id_ or "")
    return LinkView(urls.file(urls.prose(page.id)), page.title) if page else None


KIND = ListKind(
    "list of corrections",
    once,
    lambda lookup, _: parts(urls.CORRECTIONS, _oldest_first(lookup), PER_PAGE, newest_first=True),
    lambda lookup, _, part: corrections_page(lookup, part),
)
