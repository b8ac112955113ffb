"""A whole site as a peer makes it, by a small generator of the tests' own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from benchmarks.corpus import Article, Claim, Corpus, Named
from benchmarks.peers.writers import BASE_URL, anchor, assessment, body, slug


def whole(made: Corpus, site: Path) -> None:
    """Write the site; nothing is missing."""
    newest = sorted(made.claims, key=lambda claim: claim.date, reverse=True)
    for claim in made.claims:
        page(site, f"claims/{claim.id}/", claim_page(claim))
    for article in made.articles:
        page(site, f"articles/{article.id}/", article_page(article))
    page(site, "articles/", links(f"/articles/{article.id}/" for article in made.articles))
    for kind, plural in (("actor", "actors"), ("topic", "topics"), ("verdict", "verdicts")):
        terms: dict[Named, list[Claim]] = {}
        for claim in newest:
            terms.setdefault(getattr(claim, kind), []).append(claim)
        page(site, f"{plural}/", links(f"/{plural}/{slug(term)}/" for term in terms))
        for term, claims in terms.items():
            page(site, f"{plural}/{slug(term)}/", links(f"/claims/{claim.id}/" for claim in claims))
    for part in range(-(-len(newest) // 50)):
        shown = newest[part * 50 : part * 50 + 50]
        page(site, f"page/{part + 1}/" if part else "", links(f"/claims/{claim.id}/" for claim in shown))
    (site / "atom.xml").write_text("<entry>" * 20)
    addresses = [f"claims/{claim.id}" for claim in made.claims] + [f"articles/{each.id}" for each in made.articles]
    (site / "sitemap.xml").write_text("".join(f"<loc>{BASE_URL}/{address}/</loc>" for address in addresses))
    (site / "pagefind").mkdir()
    count = {"page_count": len(made.claims) + len(made.articles)}
    (site / "pagefind/pagefind-entry.json").write_text(json.dumps({"languages": {"en": count}}))


def page(site: Path, address: str, text: str) -> None:
    """Write one page."""
    path = site / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def links(addresses: Iterable[str]) -> str:
    """A list of links."""
    return "\n".join(f'<li><a href="{address}">there</a></li>' for address in addresses)


def claim_page(claim: Claim) -> str:
    """Everything that is known of a claim."""
    terms = (
        f'<a href="/{plural}/{slug(term)}/" data-pagefind-filter="{kind}">{term.name}</a>'
        for kind, plural, term in (
            ("actor", "actors", claim.actor), ("topic", "topics", claim.topic), ("verdict", "verdicts", claim.verdict),
        )
    )  # fmt: skip
    quotations = (
        f'<q>{escape(each.sentence.words)}</q> <a href="/articles/{each.article.id}/#{anchor(each.paragraph)}">'
        f"{escape(each.article.title)}</a>"
        for each in claim.quotations
    )
    return "\n".join(
        [
            f'<main data-pagefind-body><h1>{claim.statement}</h1><time datetime="{claim.date}">{claim.date}</time>',
            *terms,
            f"<p>{claim.summary}</p>",
            *quotations,
            MarkdownIt("commonmark").render(assessment(claim)),
            links(f"/claims/{relation.claim}/" for relation in claim.relations),
        ]
    )


def article_page(article: Article) -> str:
    """The whole text of an article."""
    text = MarkdownIt("commonmark").render(body(article))
    return f"<main data-pagefind-body><h1>{article.title}</h1><p>{article.publisher}</p>{text}"
