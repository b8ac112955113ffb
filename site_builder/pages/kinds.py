"""All kinds of pages, in the order in which a site has them."""

from __future__ import annotations

from typing import Any

from site_builder.pages import (
    actor,
    actor_lists,
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
    others,
    prose,
    publishers,
    search,
    timeline,
)
from site_builder.pages.kind import Kind, ListKind

KINDS: tuple[Kind | ListKind[Any], ...] = (
    home.KIND,
    lists.CLAIMS,
    claim.KIND,
    card.KIND,
    actors.KIND,
    actor.KIND,
    actor_lists.KIND,
    others.KIND,
    others.SAID,
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
    contradictions.LIST,
    corrections.KIND,
    balance.KIND,
    prose.KIND,
    prose.NOT_FOUND,
    prose.REDIRECT,
    search.KIND,
)
"""Feeds, the sitemap and the search index follow this order too."""
