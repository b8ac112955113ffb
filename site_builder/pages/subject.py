"""Other claims of a speaker on a claim's subjects: the few that are nearest to it in time.

Some speakers have thousands of claims, and each of these has such a list: it is found by bisection, in a time that does
not grow with them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from site_builder.pages.groups import Filing, Filings
from site_builder.pages.lookup import Lookup

MAX_OTHERS = 5
"""Further claims of the speaker at the end of a claim's page."""


def with_neighbours(lookup: Lookup) -> Lookup:
    """``lookup`` with the claims nearest to each."""

    def near(known: Lookup, id_: str) -> tuple[tuple[str, ...], bool]:
        others, more = nearest(known, known.filings[id_], MAX_OTHERS)
        return tuple(other.id for other in others), more

    found = lookup.step("claims nearest to", [claim.id for claim in lookup.claims], near)
    return replace(lookup, nearest=lookup.asker.facts("claims nearest to", found))


def nearest(lookup: Lookup, claim: Filing, most: int) -> tuple[Filings, bool]:
    """At most ``most`` other claims of the speaker on the topics of ``claim``, in time, and whether there are more.

    Claims that ``claim`` is related to are left out: its page has them elsewhere.
    """
    left_out = {claim.id}
    for relation in lookup.relations.get(claim.id, ()):
        left_out |= {relation.source, relation.target}
    # So many to either side in each topic that the nearest of all topics are among them, and one more.
    enough = most + len(left_out) + 1
    found: dict[str, Filing] = {}
    for topic in claim.topics:
        some = lookup.same.get((claim.actor, topic), ())
        at = bisect_right(some, claim.date.order, key=_order)
        found |= {other.id: other for other in some[max(at - enough, 0) : at + enough]}
    others = sorted((other for id_, other in found.items() if id_ not in left_out), key=lambda o: lookup.places[o.id])
    before = bisect_right(others, claim.date.order, key=_order)
    start = min(max(before - most // 2, 0), max(len(others) - most, 0))
    return tuple(others[start : start + most]), len(others) > most


def _order(claim: Filing) -> str:
    return claim.date.order
