"""The data of single pages as JSON: each file is beside its page (``claims/<id>/index.json``) and says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from site_builder import urls
from site_builder.exports.kind import ACTOR, ARTICLE, CLAIM, Export, File, Part, Subject
from site_builder.exports.records import as_json, cited, heading, merged, rooted, schema_file
from site_builder.model import Actor, Article, Claim, Passage, Site
from site_builder.pages.lookup import Lookup


def _of_claim(about: Subject) -> Part:
    site, claim = about.lookup.site, about.lookup.site.claims[about.id]
    text = as_json(_withdrawn(site, claim)) if claim.withdrawn else about.text
    return _twin(about, CLAIM, urls.claim(claim.id), cited(claim), text)


def _of_actor(about: Subject) -> Part:
    # An actor's record quotes no article; its claims name theirs.
    data = _actor(about.lookup, about.lookup.site.actors[about.id])
    return _twin(about, ACTOR, urls.actor(about.id), (), as_json(data))


def _of_article(about: Subject) -> Part:
    data = _article(about.lookup, about.lookup.site.articles[about.id])
    return _twin(about, ARTICLE, urls.article(about.id), [about.id], as_json(data))


EXPORT = Export(
    {
        urls.twin(address("<id>")): File(
            "application/json", "The content of the page beside it as data.", f"JSON, `{schema_file(kind)}`"
        )
        for kind, address in ((CLAIM, urls.claim), (ACTOR, urls.actor), (ARTICLE, urls.article))
    },
    parts={CLAIM: _of_claim, ACTOR: _of_actor, ARTICLE: _of_article},
)


def _twin(about: Subject, kind: str, permalink: str, sources: Iterable[str], text: str) -> Part:
    """The file beside the page at ``permalink``."""
    head = as_json(heading(about.lookup.site, kind, sources))
    return Part({urls.twin(permalink): f"{merged(head, text)}\n".encode()})


def _withdrawn(site: Site, claim: Claim) -> dict[str, Any]:
    last = claim.corrections[-1]
    return {
        "id": claim.id,
        "url": urls.absolute(site.base_url, urls.claim(claim.id)),
        "withdrawn": str(last.date),
        "reason": last.change,
        "former_ids": list(claim.former_ids),
    }


def _actor(lookup: Lookup, actor: Actor) -> dict[str, Any]:
    url = urls.absolute(lookup.site.base_url, urls.actor(actor.id))
    return {
        "id": actor.id,
        "url": url,
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "country": actor.country,
        "also_known_as": list(actor.also_known_as),
        "same_as": list(actor.same_as),
        "summary_html": rooted(actor.summary, url, lookup.site.base_url),
        "members": list(actor.members),
        "claims": [claim.id for claim in lookup.by_actor.get(actor.id, ())],
        "claims_with_others": [claim.id for claim in lookup.joint.get(actor.id, ())],
        "claims_about": [claim.id for claim in lookup.about.get(actor.id, ())],
        "accused_in": [claim.id for claim in lookup.accused.get(actor.id, ())],
        "former_ids": list(actor.former_ids),
    }


def _article(lookup: Lookup, article: Article) -> dict[str, Any]:
    cited: dict[str, tuple[Passage, list[str]]] = {}
    for claim, passage in lookup.cited.get(article.id, ()):
        cited.setdefault(passage.anchor, (passage, []))[1].append(claim.id)
    return {
        "id": article.id,
        "url": urls.absolute(lookup.site.base_url, urls.article(article.id)),
        "title": article.title,
        "publisher": article.publisher,
        "byline": list(article.byline),
        "agency": article.agency,
        "contributors": list(article.contributors),
        "published": str(article.published),
        "original": article.url,
        "archived": article.archived_url,
        "language": article.language,
        "source": article.source,
        "captions": list(article.captions),
        "note": article.note,
        "sha256": article.sha256,
        "passages": [
            {
                "anchor": anchor,
                "exact": list(passage.exact),
                "positions": [list(p) for p in passage.parts],
                "claims": claims,
            }
            for anchor, (passage, claims) in cited.items()
        ],
        "former_ids": list(article.former_ids),
    }
