"""Whether a site is the whole work: a generator that leaves something out would win for nothing.

Pages are compared with the corpus by their words (tags left out, references resolved, white space joined) and by where they link.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.corpus import Article, Claim, Corpus, Named
from benchmarks.peers.writers import BASE_URL, anchor, assessment, slug

PART = 50
"""Claims on a part of the peers' list."""
FEED = 20
"""Entries of the peers' feeds."""


def lacking_here(made: Corpus, site: Path) -> list[str]:
    """What this project's site lacks: words of claims and articles, and what is searched."""
    return [*_claims(made, site), *_articles(made, site), *_search(made, site)]


def lacking_in_peer(made: Corpus, site: Path) -> list[str]:
    """What a peer's site lacks: beside the words also anchors, links, lists, the feed and the site map."""
    found = [*_claims(made, site), *_articles(made, site), *_search(made, site)]
    for claim in made.claims:
        found += _claim_links(claim, site)
    for article in made.articles:
        wanted = [f'id="{anchor(number)}"' for number in range(len(article.paragraphs))]
        found += _absent(f"articles/{article.id}/", _page(site, f"articles/{article.id}/"), wanted)
    return [*found, *_terms(made, site), *_parts(made, site), *_lists(made, site), *_for_programs(made, site)]


def words(page: str) -> str:
    """The words of an HTML page or of a piece of it."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def plain(markdown: str) -> list[str]:
    """The lines of an assessment without their markup."""
    without = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", markdown).replace("*", "")
    return [line.removeprefix("- ") for line in without.splitlines() if line]


def _claims(made: Corpus, site: Path) -> Iterator[str]:
    for claim in made.claims:
        address = f"claims/{claim.id}/"
        wanted = [claim.statement, claim.actor.name, claim.topic.name, claim.verdict.name, claim.summary]
        wanted += [quotation.sentence.words for quotation in claim.quotations]
        wanted += [quotation.article.title for quotation in claim.quotations]
        yield from _absent(address, words(_page(site, address)), [*wanted, *plain(assessment(claim))])


def _articles(made: Corpus, site: Path) -> Iterator[str]:
    for article in made.articles:
        address = f"articles/{article.id}/"
        yield from _absent(address, words(_page(site, address)), [article.title, article.publisher, *_text(article)])


def _text(article: Article) -> Iterator[str]:
    for sentences in article.paragraphs:
        yield " ".join(f"“{each.words}”" if each.spoken else each.words for each in sentences)
    yield from article.headings


def _claim_links(claim: Claim, site: Path) -> list[str]:
    address = f"claims/{claim.id}/"
    page = _page(site, address)
    targets = [f"/actors/{slug(claim.actor)}/", f"/topics/{slug(claim.topic)}/", f"/verdicts/{slug(claim.verdict)}/"]
    targets += [f"/articles/{each.article.id}/#{anchor(each.paragraph)}" for each in claim.quotations]
    targets += [f"/claims/{relation.claim}/" for relation in claim.relations]
    targets += re.findall(r"\]\(([^)]+)\)", assessment(claim))
    marked = ["<em>", "<strong>", "<main data-pagefind-body>", f'<time datetime="{claim.date}">']
    marked += [f'data-pagefind-filter="{name}"' for name in ("actor", "topic", "verdict")]
    return _absent(address, page, [*(f'href="{target}"' for target in targets), *marked])


def _terms(made: Corpus, site: Path) -> Iterator[str]:
    """Each actor, topic and verdict has all its claims, the newest first, and stands in the list of its kind."""
    for kind, plural in (("actor", "actors"), ("topic", "topics"), ("verdict", "verdicts")):
        by_term: dict[Named, list[Claim]] = {}
        for claim in made.claims:
            by_term.setdefault(getattr(claim, kind), []).append(claim)
        for term, claims in by_term.items():
            address = f"{plural}/{slug(term)}/"
            yield from _not_all(address, _page(site, address), claims, made)
        wanted = [f'href="/{plural}/{slug(term)}/"' for term in by_term]
        yield from _absent(f"{plural}/", _page(site, f"{plural}/"), wanted)


def _parts(made: Corpus, site: Path) -> list[str]:
    """The claims in parts, which begin on the home page."""
    count = -(-len(made.claims) // PART)
    pages = [_page(site, f"page/{number}/" if number > 1 else "") for number in range(1, count + 1)]
    return _not_all("the parts of the list", "".join(pages), made.claims, made)


def _not_all(where: str, page: str, claims: Iterable[Claim], made: Corpus) -> list[str]:
    days: dict[str, date] = {claim.id: claim.date for claim in made.claims}
    linked = re.findall(r'href="/claims/([^/"]+)/"', page)
    wanted = {claim.id for claim in claims}
    if len(linked) != len(wanted) or set(linked) != wanted:
        return [f"{where} has {len(set(linked) & wanted)} of {len(wanted)} claims, and {len(linked)} links"]
    order = [days[id_] for id_ in linked]
    return [] if order == sorted(order, reverse=True) else [f"{where} is not in the order of dates"]


def _lists(made: Corpus, site: Path) -> list[str]:
    wanted = [f'href="/articles/{article.id}/"' for article in made.articles]
    return _absent("articles/", _page(site, "articles/"), wanted)


def _for_programs(made: Corpus, site: Path) -> Iterator[str]:
    feeds = [path.read_text(encoding="utf-8") for path in (*site.glob("atom.xml"), *site.glob("index.xml"))]
    if [feed.count("<entry>") for feed in feeds] != [min(FEED, len(made.claims) + len(made.articles))]:
        yield "the feed is not there, or not whole"
    mapped = "".join(path.read_text(encoding="utf-8") for path in site.glob("sitemap*.xml"))
    addresses = [f"claims/{claim.id}" for claim in made.claims] + [f"articles/{each.id}" for each in made.articles]
    yield from _absent("the site map", mapped, [f"<loc>{BASE_URL}/{address}/</loc>" for address in addresses])


def _search(made: Corpus, site: Path) -> list[str]:
    """The index has at least a page for each claim and each article."""
    entry = site / "pagefind" / "pagefind-entry.json"
    if not entry.exists():
        return ["there is no search index"]
    indexed = json.loads(entry.read_bytes())["languages"]["en"]["page_count"]
    wanted = len(made.claims) + len(made.articles)
    return [] if indexed >= wanted else [f"the search index has {indexed} pages, not {wanted}"]


def _page(site: Path, address: str) -> str:
    path = site / address / "index.html"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _absent(where: str, text: str, wanted: Iterable[str]) -> list[str]:
    return [f"{where} lacks {each!r}" for each in wanted if each not in text]
