"""A claim as data, for its own JSON file and ``data/claims.json``, and the keys that begin every data file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from site_builder import urls
from site_builder.editorial import Asked
from site_builder.exports.sources import GENERATOR
from site_builder.load.places import ARTICLES_FOLDER
from site_builder.model import Claim, Correction, Passage, Site
from site_builder.pages.lookup import Lookup
from site_builder.records.scales import plain

VERSION = 2
"""The version of the form of the data; a change that breaks a reader raises it."""


def heading(site: Site, kind: str, sources: Iterable[str]) -> dict[str, Any]:
    """The beginning of every file of data: its form, the program, and the digests of its ``sources``.

    Sources are ids of articles; the data name the files as ``data/provenance.json`` does.
    """
    articles = (site.articles[id_] for id_ in sorted(set(sources)))
    return {
        "$schema": schema_url(site.base_url, kind),
        "version": VERSION,
        "provenance": {
            "generator": GENERATOR,
            "sources": {f"{ARTICLES_FOLDER}/{article.id}.md": article.sha256 for article in articles},
        },
    }


def cited(claim: Claim) -> list[str]:
    """Ids of the articles that ``claim`` quotes; a withdrawn claim no longer names its sources."""
    return [] if claim.withdrawn else [passage.article for passage in claim.passages]


def as_json(data: object) -> str:
    """``data`` as JSON on one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def merged(first: str, second: str) -> str:
    """Two JSON objects, neither of them empty and without common keys, as one."""
    return f"{first[:-1]},{second[1:]}"


def schema_file(kind: str) -> str:
    """The path of the schema of a ``kind`` of data: claim, actor, article or claims."""
    return f"data/schema/{kind}.schema.json"


def schema_url(base_url: str, kind: str) -> str:
    """The absolute URL of that schema."""
    return urls.absolute(base_url, schema_file(kind))


def claim_data(lookup: Lookup, claim: Claim) -> dict[str, Any]:
    """A claim with all that its page says about it."""
    site = lookup.site
    return {
        "id": claim.id,
        "url": urls.absolute(site.base_url, urls.claim(claim.id)),
        "actor": {"id": claim.actor, "name": site.actors[claim.actor].name},
        "statement": claim.statement,
        "date": str(claim.date),
        "attribution": claim.attribution,
        "about": list(claim.about),
        "accuses": list(claim.accuses),
        "topics": list(claim.topics),
        "verdict": {
            "id": plain(claim.verdict),
            "scale": site.verdicts[claim.verdict].scale,
            "label": site.verdicts[claim.verdict].label,
            "meaning": site.verdicts[claim.verdict].definition,
            "value": site.verdicts[claim.verdict].value,
        },
        "summary": claim.summary,
        "assessment_html": rooted(claim.assessment, urls.absolute(site.base_url, urls.claim(claim.id)), site.base_url),
        "passages": [_passage(site, passage) for passage in claim.passages],
        "relations": [
            {"claim": relation.target, "kind": relation.kind, "note": relation.note}
            for relation in lookup.relations.get(claim.id, ())
            if relation.source == claim.id
        ],
        "published": str(claim.published) if claim.published else None,
        "modified": str(claim.modified) if claim.modified else None,
        "checked_by": [_name(site, who) for who in claim.checked_by],
        "reviewed_by": [_name(site, who) for who in claim.reviewed_by],
        "people": [
            {"id": person.id, "name": person.name, "role": person.role, "interests": list(person.interests)}
            for who in dict.fromkeys((*claim.checked_by, *claim.reviewed_by))
            if (person := site.people.get(who))
        ],
        "asked": [_asked(site, asked) for asked in claim.asked],
        "corrections": [
            {"date": str(item.date), "change": item.change, "was": _was(site, item)} for item in claim.corrections
        ],
        "former_ids": list(claim.former_ids),
    }


def _was(site: Site, correction: Correction) -> dict[str, str]:
    """The claim's earlier values; with the earlier scale of an old verdict that did not stand on the one in use."""
    was = dict(correction.was)
    old = site.verdicts.get(was["verdict"]) if "verdict" in was else None
    plain_ = {key: plain(text) if key == "verdict" else text for key, text in was.items()}
    return plain_ | ({"scale": old.scale} if old and old.scale else {})


def _asked(site: Site, asked: Asked) -> dict[str, Any]:
    actor = site.actors.get(asked.of)
    return {
        "date": str(asked.date),
        "of": {"id": actor.id if actor else None, "name": actor.name if actor else asked.of},
        "answer": asked.answer,
        "unanswered": asked.unanswered,
    }


def _name(site: Site, who: str) -> str:
    person = site.people.get(who)
    return person.name if person else who


_HREF = re.compile(r'(\shref=")([^"]*)(?=")')


def rooted(html: str | None, url: str, base_url: str) -> str | None:
    """``html`` of the page at ``url`` with its links in full, so that it can be elsewhere."""

    def full(match: re.Match[str]) -> str:
        address = urljoin(url, unescape(match[2]))
        if address.startswith(base_url):
            page, sign, rest = address.partition("#")
            address = page.removesuffix("index.html") + sign + rest
        return match[1] + escape(address)

    return html and _HREF.sub(full, html)


def _passage(site: Site, passage: Passage) -> dict[str, Any]:
    article = site.articles[passage.article]
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "publisher": article.publisher,
            "url": article.url,
            "sha256": article.sha256,
        },
        "exact": list(passage.exact),
        "positions": [list(part) for part in passage.parts],
        "role": passage.role,
        "speech": passage.speech,
        "speaker": passage.speaker,
        "translation": passage.translation,
        "note": passage.note,
    }
