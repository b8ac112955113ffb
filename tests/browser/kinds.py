"""Pages of every kind, by their addresses from the site's root; two or three where pages of a kind differ much."""

from __future__ import annotations

KINDS = (
    "",
    "claims/",
    "claims/lukashenko-puppeteers/",
    "claims/lukashenko-puppeteers/card/",
    "claims/lukashenko-russia-poland-incite/",
    "claims/osce-no-free-polls-since-1995/",
    "claims/osce-no-free-polls-since-1995/card/",
    "actors/",
    "actors/alexander-lukashenko/",
    "actors/nato/",
    "compare/",
    "compare/alexander-lukashenko/russia/",
    "articles/",
    "articles/moscow-times-2020-06-25/",
    "publishers/",
    "publishers/the-moscow-times/",
    "topics/",
    "topics/outside-help/",
    "verdicts/",
    "verdicts/disputed/",
    "timeline/",
    "network/",
    "contradictions/",
    "corrections/",
    "balance/",
    "methodology/",
    "search/",
    "404.html",
)

CROWDED = (
    "actors/ann/",
    "actors/ann/claims/",
    "actors/ann/speaks-of/",
    "actors/ann/speaks-of/page/2/",
    "actors/ann/speaks-of/p0/",
    "actors/ann/verdicts/disputed/",
    "actors/p0/",
    "claims/",
    "claims/page/2/",
    "contradictions/",
    "contradictions/denies/",
    "timeline/",
    "network/",
    "topics/roads/page/2/",
)
"""Pages of a site on which one actor speaks of a hundred others: lists in parts, pictures with numbers."""
