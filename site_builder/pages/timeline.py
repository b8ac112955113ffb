"""A picture of claims by date and actor."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.bins import bins
from site_builder.pages.drawing import Line
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import MOST_TABLE, Matrix, matrix
from site_builder.pages.tally import TallyView, tally

MOST_COLUMNS = 9
MOST_ROWS = 24


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The contents of the timeline's page."""

    picture: Matrix | None
    """None while there is no claim."""
    tally: tuple[TallyView, ...]
    """Verdicts of all claims."""
    claims: int
    """The number of all claims."""


def timeline_page(lookup: Lookup) -> Page:
    """The timeline of all claims."""
    picture, say = _picture(lookup), lookup.words.say
    view = TimelinePage(picture, tally(lookup.verdicts, lookup.claims), len(lookup.claims))
    description = say("Who claimed what, and when: each mark is a claim with its verdict, and leads to its words.")
    if picture and not picture.signs:
        description = say("How many claims were made by whom, and when; each name leads to the claims.")
    return Page(urls.TIMELINE, "timeline.html", say("Timeline"), description, view, urls.TIMELINE)


def _picture(lookup: Lookup) -> Matrix | None:
    if not lookup.claims:
        return None
    # Those with most claims are drawn, in the order in which they first spoke: no ranking.
    first = {id_: number for number, id_ in enumerate(dict.fromkeys(claim.actor for claim in lookup.claims))}
    ranked = sorted(first, key=lambda id_: (-len(lookup.by_actor[id_]), first[id_]))[:MOST_TABLE]
    most = {*ranked[:MOST_ROWS]}
    lines = {
        id_: Line(
            lookup.actors[id_].name,
            lookup.actors[id_].url,
            lookup.by_actor[id_],
        )
        for id_ in sorted(ranked, key=lambda id_: first[id_])
    }
    columns = bins((claim.date for claim in lookup.claims), lookup.words, MOST_COLUMNS)
    return matrix(
        [lines[id_] for id_ in lines if id_ in most],
        [lines[id_] for id_ in lines if id_ not in most],
        columns,
        lookup.verdicts,
        lookup.views,
        len(first),
    )


KIND = Kind("timeline", once, lambda lookup, _: (timeline_page(lookup),))
