"""Open data: every published claim as JSON, as CSV (RFC 4180), and as a CSV for spreadsheets; and what they are.

``claims.csv`` has the text as it is. ``claims-spreadsheet.csv`` is the same with an apostrophe before each cell that a
spreadsheet would take for a formula. ``datapackage.json`` (Data Package, version 1) describes them;
``claimreview.json`` is the site's ClaimReview in one DataFeed.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Any, get_args
from urllib.parse import urljoin

from site_builder import urls
from site_builder.model import Attribution, Claim, Passage, Site, Speech
from site_builder.page import Provenance
from site_builder.pages.lookup import Lookup
from site_builder.pages.structured import claim_review

VERSION = 1
"""Of the form of ``claims.json``; a change that breaks a reader raises it."""
COLUMNS = (
    ("id", "string", "The claim's id and the last part of its address"),
    ("url", "string", "The page of the check"),
    ("actor", "string", "Id of who made the claim"),
    ("actor_name", "string", "Name of who made the claim"),
    ("statement", "string", "The claim in the editors' words"),
    ("date", "string", "When it was made: EDTF, level 1; of a position, when the article reports it"),
    ("attribution", "string", "statement: the actor said it; position: an article ascribes it to the actor"),
    ("about", "string", "Ids of the actors it is about, separated by spaces"),
    ("accuses", "string", "Ids of the actors it accuses, separated by spaces"),
    ("topics", "string", "Ids of its topics, separated by spaces"),
    ("verdict", "string", "Id in the rating scale"),
    ("verdict_label", "string", "The verdict as readers see it"),
    ("verdict_value", "integer", "1 (worst) to 5 (best); empty for ratings off the axis"),
    ("summary", "string", "The verdict's reason in one sentence"),
    ("quote", "string", "The first words in which the claim was made, as the article has them"),
    ("speech", "string", "direct or reported"),
    ("article", "string", "Id of the article that has them"),
    ("article_url", "string", "The article at its publisher"),
    ("published", "date", "The day on which the check was first published"),
    ("modified", "date", "The day of its last correction, or of publication"),
)
"""Name, type and meaning of each column."""
_FORMULA = (*"=+-@\uff1d\uff0b\uff0d\uff20", "\t", "\r", "\n", "'")
_INSIDE = re.compile("([;\t|]\\s*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"


def data_files(lookup: Lookup, made: Provenance) -> dict[str, bytes]:
    """All files under ``data/`` by path."""
    rows = [_row(lookup, claim) for claim in lookup.claims]
    defused = [{key: _defused(value) for key, value in row.items()} for row in rows]
    head = heading(lookup.site, "claims", made)
    claims = {
        **head,
        **_about(lookup.site),
        "claims": [claim_data(lookup, claim) for claim in lookup.claims],
    }
    return {
        "data/claims.json": _json(claims),
        "data/claims.csv": _csv(rows),
        # Spreadsheets take a file without the mark for one in an encoding of their own.
        "data/claims-spreadsheet.csv": codecs.BOM_UTF8 + _csv(defused),
        "data/claimreview.json": _json(_reviews(lookup, made)),
        "data/datapackage.json": _json(_package(lookup.site) | {"provenance": head["provenance"]}),
    }


def heading(site: Site, kind: str, made: Provenance) -> dict[str, Any]:
    """What every file of data begins with: the form of it, and what it was made from."""
    return {
        "$schema": schema_url(site.base_url, kind),
        "version": VERSION,
        "provenance": {"generator": made.generator, "content": made.content},
    }


def schema_url(base_url: str, kind: str) -> str:
    """Where the schema of a ``kind`` of data is: claim, actor, article or claims."""
    return urls.absolute(base_url, f"data/schema/{kind}.schema.json")


def claim_data(lookup: Lookup, claim: Claim) -> dict[str, Any]:
    """A claim with all that its page says of it."""
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
            "id": claim.verdict,
            "label": site.verdicts[claim.verdict].label,
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
        "reviewed_by": list(claim.reviewed_by),
        "corrections": [
            {"date": str(item.date), "change": item.change, "was": dict(item.was)} for item in claim.corrections
        ],
        "former_ids": list(claim.former_ids),
    }


_HREF = re.compile(r'(?<=\shref=")[^"]*(?=")')


def rooted(html: str | None, url: str, base_url: str) -> str | None:
    """``html`` of the page at ``url`` with its links in full, so that it can stand elsewhere."""

    def full(match: re.Match[str]) -> str:
        address = urljoin(url, unescape(match[0]))
        if address.startswith(base_url):
            page, sign, rest = address.partition("#")
            address = page.removesuffix("index.html") + sign + rest
        return escape(address)

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


def _row(lookup: Lookup, claim: Claim) -> dict[str, str]:
    site = lookup.site
    first = next(passage for passage in claim.passages if passage.role == "claim")
    verdict = site.verdicts[claim.verdict]
    return {
        "id": claim.id,
        "url": urls.absolute(site.base_url, urls.claim(claim.id)),
        "actor": claim.actor,
        "actor_name": site.actors[claim.actor].name,
        "statement": claim.statement,
        "date": str(claim.date),
        "attribution": claim.attribution,
        "about": " ".join(claim.about),
        "accuses": " ".join(claim.accuses),
        "topics": " ".join(claim.topics),
        "verdict": claim.verdict,
        "verdict_label": verdict.label,
        "verdict_value": "" if verdict.value is None else str(verdict.value),
        "summary": claim.summary,
        "quote": " […] ".join(first.exact),
        "speech": first.speech,
        "article": first.article,
        "article_url": site.articles[first.article].url or "",
        "published": str(claim.published or ""),
        "modified": str(claim.modified or ""),
    }


def _defused(cell: str) -> str:
    """``cell`` with an apostrophe before what a spreadsheet may take for a formula, and before one of its own."""
    # Where the comma divides numbers, spreadsheets may cut at other signs: what stands behind one begins a cell.
    cell = _INSIDE.sub(r"\1'", cell)
    return f"'{cell}" if cell.lstrip(_UNSEEN).startswith(_FORMULA) else cell


def _csv(rows: Iterable[dict[str, str]]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, [name for name, _, _ in COLUMNS], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def _reviews(lookup: Lookup, made: Provenance) -> dict[str, Any]:
    items = []
    for claim in lookup.claims:
        review = claim_review(lookup.site, claim)
        review.pop("@context")
        dates = {
            key: review[field]
            for key, field in (("dateCreated", "datePublished"), ("dateModified", "dateModified"))
            if field in review
        }
        items.append({"@type": "DataFeedItem", **dates, "item": review})
    feed: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": lookup.site.title,
        "version": made.content,
        "isBasedOn": urls.absolute(lookup.site.base_url, "data/provenance.json"),
        "dataFeedElement": items,
    }
    modified = max((item.get("dateModified", "") for item in items), default="")
    return feed | ({"dateModified": modified} if modified else {})


def _about(site: Site) -> dict[str, Any]:
    licence = {"name": site.licence[0], "url": site.licence[1]} if site.licence else None
    return {
        "title": site.title,
        "url": site.base_url,
        "language": site.language,
        "publisher": site.publisher.name,
        "licence": licence,
    }


def _package(site: Site) -> dict[str, Any]:
    fields: list[dict[str, Any]] = [{"name": name, "type": kind, "description": text} for name, kind, text in COLUMNS]
    limits: dict[str, dict[str, Any]] = {
        "id": {"required": True, "unique": True},
        "verdict": {"required": True, "enum": list(site.verdicts)},
        "verdict_value": {"minimum": 1, "maximum": 5},
        "attribution": {"required": True, "enum": list(get_args(Attribution))},
        "speech": {"enum": list(get_args(Speech))},
    }
    fields = [field | ({"constraints": limits[field["name"]]} if field["name"] in limits else {}) for field in fields]
    tables = [
        {
            "name": name,
            "path": f"{name}.csv",
            "title": title,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {
                "delimiter": ",",
                "lineTerminator": "\r\n",
                "quoteChar": '"',
                "doubleQuote": True,
                "header": True,
            },
            "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
        }
        for name, title in (
            ("claims", "One row a claim, the text as it is"),
            (
                "claims-spreadsheet",
                "The same for spreadsheets: cells that would be read as formulas begin with an apostrophe",
            ),
        )
    ]
    other = [
        {"name": "claims-json", "path": "claims.json", "format": "json", "mediatype": "application/json"},
        {"name": "claimreview", "path": "claimreview.json", "format": "json", "mediatype": "application/ld+json"},
        {"name": "annotations", "path": "annotations.jsonld", "format": "jsonld", "mediatype": "application/ld+json"},
        {"name": "provenance", "path": "provenance.json", "format": "json", "mediatype": "application/json"},
    ]
    package: dict[str, Any] = {
        "name": "claims",
        "title": site.title,
        "homepage": site.base_url,
        "version": str(VERSION),
        "resources": tables + other,
    }
    if site.licence and site.licence[1]:  # a licence without an address would need a name out of a list
        package["licenses"] = [{"title": site.licence[0], "path": site.licence[1]}]
    return package


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
