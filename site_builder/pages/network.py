"""A picture of who accuses whom, and when.

An accusation is what the editors filed as one (``accuses``). A site whose claims name no accused shows who makes claims
about whom instead, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.bins import bins
from site_builder.pages.drawing import Line
from site_builder.pages.groups import Filing
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.matrix import MOST_TABLE, Matrix, matrix

MOST_COLUMNS = 6
"""Few, so that periods can be compared at a glance."""
MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The contents of the page."""

    picture: Matrix | None
    """None where no claim is about anyone."""
    accusations: bool
    """True when the claims are accusations; False when they are merely about the others."""
    claims: int
    """The number of claims in the picture."""
    total: int
    """The number of all claims."""


def network_page(lookup: Lookup) -> Page:
    """The page of accusations."""
    accusations = any(claim.accuses for claim in lookup.claims)
    claims = [claim for claim in lookup.claims if (claim.accuses if accusations else claim.about)]
    picture, say = _picture(lookup, claims, accusations), lookup.words.say
    if accusations:
        title = say("Who accuses whom")
        description = say("Accusations by accuser, accused and date: each mark is a claim with its verdict.")
    else:
        title = say("Who speaks of whom")
        description = say("Claims by speaker, by whom they are about, and date: each mark is a claim with its verdict.")
    if picture and not picture.signs:
        description = say("How many such claims were made by whom, of whom, and when; each name leads to the claims.")
    view = NetworkPage(picture, accusations, len(claims), len(lookup.claims))
    return Page(urls.NETWORK, "network.html", title, description, view, urls.NETWORK)


def _picture(lookup: Lookup, claims: list[Filing], accusations: bool) -> Matrix | None:
    if not claims:
        return None
    pairs: dict[str, dict[str, list[Filing]]] = {}
    for claim in claims:
        for other in claim.accuses if accusations else claim.about:
            pairs.setdefault(claim.actor, {}).setdefault(other, []).append(claim)
    sizes = sorted(
        (
            (-len(some), number, actor, other)
            for number, (actor, others) in enumerate(pairs.items())
            for other, some in others.items()
        )
    )
    most = {(actor, other) for _, _, actor, other in sizes[:MOST_ROWS]}
    others = {(actor, other) for _, _, actor, other in sizes[MOST_ROWS:MOST_TABLE]}
    columns = bins((claim.date for claim in claims), lookup.words, MOST_COLUMNS)
    return matrix(
        _lines(lookup, pairs, most),
        _lines(lookup, pairs, others),
        columns,
        lookup.verdicts,
        lookup.views,
        len(sizes),
    )


def _lines(lookup: Lookup, pairs: Mapping[str, Mapping[str, list[Filing]]], wanted: set[tuple[str, str]]) -> list[Line]:
    """A heading for each speaker of ``wanted`` pairs, and below it a row for each actor whom the claims are about."""
    lines: list[Line] = []
    for actor, others in pairs.items():
        rows = [
            Line(
                lookup.actors[other].name,
                lookup.actors[other].url,
                tuple(some),
                lookup.actors[actor].url,
                indented=True,
            )
            for other, some in others.items()
            if (actor, other) in wanted
        ]
        if rows:
            lines += [Line(lookup.actors[actor].name, lookup.actors[actor].url), *rows]
    return lines


KIND = Kind("accusations", once, lambda lookup, _: (network_page(lookup),))
