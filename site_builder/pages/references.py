"""Who said what about whom, what is quoted where, and what answers what: the lists in which pages look claims up.

Each function makes several mappings at once, by the name under which the lookup offers them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from site_builder.model import Passage, Relation
from site_builder.pages import groups
from site_builder.pages.groups import Filing, Filings

Lists = dict[str, Mapping[Any, Any]]
"""Mappings by their names."""


def listed(filings: Mapping[str, Filing], members: Mapping[str, tuple[str, ...]]) -> Lists:
    """The claims in all lists that need no more than what is filed."""
    claims = tuple(sorted((claim for claim in filings.values() if not claim.withdrawn), key=groups.age))
    by_actor: dict[str, list[Filing]] = defaultdict(list)
    about: dict[str, list[Filing]] = defaultdict(list)
    accused: dict[str, list[Filing]] = defaultdict(list)
    by_topic: dict[str, list[Filing]] = defaultdict(list)
    by_verdict: dict[str, list[Filing]] = defaultdict(list)
    same: dict[tuple[str, str], list[Filing]] = defaultdict(list)
    bundles = groups.bundles_of(dict(members.items()))
    for claim in claims:
        by_actor[claim.actor].append(claim)
        by_verdict[claim.verdict].append(claim)
        for actor in groups.with_members(claim.about, members):
            about[actor].append(claim)
        for actor in claim.accuses:
            accused[actor].append(claim)
        for topic in claim.topics:
            by_topic[topic].append(claim)
            same[claim.actor, topic].append(claim)
    return {
        "all claims": {"": claims},
        "place": {claim.id: place for place, claim in enumerate(claims)},
        "claims by": groups.frozen(by_actor),
        "claims with others by": {id_: groups.joint(by_actor, ids) for id_, ids in bundles.items()},
        "bundles of": bundles,
        "claims about": groups.frozen(about),
        "claims on": groups.frozen(by_topic),
        "claims rated": groups.frozen(by_verdict),
        "claims by and on": groups.frozen(same),
        "claims that accuse": groups.frozen(accused),
        "withdrawn claims of": groups.withdrawn(filings.values()),
        "claims about each other": groups.compared(claims),
    }


def quoted(claims: Filings, passages: Mapping[str, tuple[Passage, ...]]) -> Lists:
    """The passages of ``claims``, by article and by the actor who speaks."""
    cited: dict[str, list[tuple[Filing, Passage]]] = defaultdict(list)
    spoken: dict[str, list[tuple[Filing, Passage]]] = defaultdict(list)
    for claim in claims:
        for passage in passages[claim.id]:
            cited[passage.article].append((claim, passage))
            if passage.speaker and passage.speaker != claim.actor:
                spoken[passage.speaker].append((claim, passage))
    for some in cited.values():
        some.sort(key=lambda pair: (pair[1].parts, pair[0].id))
    return {"passages of": groups.frozen(cited), "words of": groups.frozen(spoken)}


def related(filings: Mapping[str, Filing], claims: Filings, relations: tuple[Relation, ...]) -> Lists:
    """The ``relations`` of claims, from both ends, in pairs and in chains."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        found[relation.source].append(relation)
        found[relation.target].append(relation)
    return {
        "relations of": groups.frozen(found),
        "pairs": groups.pairs(filings, relations),
        "claims that repeat": groups.repeated(claims, relations),
    }
