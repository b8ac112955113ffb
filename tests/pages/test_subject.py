from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.records import project
from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.pages.groups import Filing
from site_builder.pages.lookup import Lookup, index
from site_builder.pages.subject import nearest


@dataclass(frozen=True)
class Said:
    """As much of a claim as is asked for."""

    id: str
    day: int
    topics: tuple[str, ...]
    actor: str = "ann"
    date: Any = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "date", SimpleNamespace(order=f"{self.day:03d}"))


def searched(claims: list[Said], claim: Said, related: set[str], most: int) -> tuple[list[str], bool]:
    """The same by looking at every claim."""
    others = [
        other
        for other in claims
        if other.id != claim.id and other.id not in related and set(other.topics) & set(claim.topics)
    ]
    before = sum(other.day <= claim.day for other in others)
    start = min(max(before - most // 2, 0), max(len(others) - most, 0))
    return [other.id for other in others[start : start + most]], len(others) > most


def cross_references(claims: list[Said], related: dict[str, set[str]]) -> Lookup:
    same: dict[tuple[str, str], list[Said]] = {}
    for claim in claims:
        for topic in claim.topics:
            same.setdefault((claim.actor, topic), []).append(claim)
    relations = {
        id_: tuple(SimpleNamespace(source=id_, target=other) for other in others) for id_, others in related.items()
    }
    places = {claim.id: place for place, claim in enumerate(claims)}
    return cast("Lookup", SimpleNamespace(same=same, relations=relations, places=places))


said = st.lists(
    st.tuples(st.integers(0, 12), st.lists(st.sampled_from("abc"), max_size=3, unique=True)), min_size=1, max_size=40
)


@given(said, st.data())
def test_the_nearest_are_those_that_a_walk_over_all_claims_finds(
    days: list[tuple[int, list[str]]], data: st.DataObject
) -> None:
    claims = [Said(f"c{at}", day, tuple(topics)) for at, (day, topics) in enumerate(sorted(days, key=lambda d: d[0]))]
    claim = data.draw(st.sampled_from(claims))
    related = data.draw(st.sets(st.sampled_from([other.id for other in claims]), max_size=8))
    lookup = cross_references(claims, {claim.id: related})
    others, more = nearest(lookup, cast("Filing", claim), 5)
    assert ([other.id for other in others], more) == searched(claims, claim, related, 5)


class Counting(list[Filing]):
    """Claims that count how often one of them is looked at."""

    looked = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        self.looked += len(found) if isinstance(at, slice) else 1
        return found


def looks(size: int) -> float:
    """How many claims are looked at for each of ``size``, on average."""
    site, _ = link(load(project(size))[0])
    assert site is not None
    made = index(site)
    same = {key: Counting(claims) for key, claims in made.same.items()}
    lookup = cast("Lookup", SimpleNamespace(same=same, relations=made.relations, places=made.places))
    for claim in made.claims:
        nearest(lookup, claim, 5)
    return sum(claims.looked for claims in same.values()) / size


def test_a_speaker_of_many_claims_is_not_walked_through_for_each() -> None:
    # Four times as many claims: a little more for each, not four times.
    assert looks(800) < 2 * looks(200)
