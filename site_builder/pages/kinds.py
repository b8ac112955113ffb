"""All kinds of pages, in the order in which a site has them."""

from __future__ import annotations

from site_builder.pages import (
    actor,
    actors,
    article,
    articles,
    balance,
    card,
    claim,
    compare,
    contradictions,
    corrections,
    filed,
    home,
    lists,
    network,
    prose,
    publishers,
    search,
    timeline,
)
from site_builder.pages.kind import Kind

KINDS: tuple[Kind, ...] = (
    home.KIND,
    lists.CLAIMS,
    claim.KIND,
    card.KIND,
    actors.KIND,
    actor.KIND,
    compare.LIST,
    compare.KIND,
    articles.KIND,
    article.KIND,
    publishers.LIST,
    publishers.KIND,
    filed.TOPICS,
    lists.TOPIC,
    filed.VERDICTS,
    lists.VERDICT,
    timeline.KIND,
    network.KIND,
    contradictions.KIND,
    corrections.KIND,
    balance.KIND,
    prose.KIND,
    prose.NOT_FOUND,
    prose.REDIRECT,
    search.KIND,
)
"""Feeds, the sitemap and the search index follow this order too."""
