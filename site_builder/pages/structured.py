"""Structured data in pages: the page's subject in schema.org's terms, as JSON-LD.

ClaimReview on claim pages and nowhere else, one each; persons, organisations, articles and the publisher where they
have their pages. Follows schema.org and the rules that aggregators of fact checks publish for ClaimReview. Nothing is
said here that the page does not say.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Actor, Article, Claim, Site
from site_builder.pages.views import rating_in_words

Data = dict[str, Any]
_ESCAPES = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
BEST, WORST = 5, 1


def script(data: Data) -> str:
    """``data`` as the text of a script element: no text in it can end the element or open another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter, escape in _ESCAPES.items():
        text = text.replace(letter, escape)
    return text


def claim_review(site: Site, claim: Claim) -> Data:
    """The check of ``claim`` as a ClaimReview."""
    verdict = site.verdicts[claim.verdict]
    explanation = rating_in_words(verdict, claim.summary, site.scope)
    rating: Data = {"@type": "Rating", "alternateName": verdict.label, "ratingExplanation": explanation}
    if verdict.value is not None:
        rating |= {"ratingValue": verdict.value, "bestRating": BEST, "worstRating": WORST}
    review: Data = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": urls.absolute(site.base_url, urls.claim(claim.id)),
        "claimReviewed": claim.statement,
        "inLanguage": site.language,
        "author": publisher(site),
        "reviewRating": rating,
        "itemReviewed": _claim(site, claim),
    }
    if claim.published and claim.modified:
        review |= {"datePublished": claim.published.iso, "dateModified": claim.modified.iso}
    return review


def _claim(site: Site, claim: Claim) -> Data:
    made = _dated(claim.date) if claim.attribution == "statement" else {}
    said: Data = {"@type": "Claim", "author": _named(site.actors[claim.actor]), **made}
    ids = dict.fromkeys(passage.article for passage in claim.passages if passage.role == "claim")
    articles = (site.articles[id_] for id_ in ids)
    appearances = [_appearance(article) for article in articles if not (article.url and _is_ours(site, article.url))]
    if appearances:
        said["appearance"] = appearances
    return said


def _is_ours(site: Site, url: str) -> bool:
    """An article that this site itself published is not where the claim first appeared."""
    return urlsplit(url).hostname == urlsplit(site.base_url).hostname


def _appearance(article: Article) -> Data:
    """The article that reports the claim, as far as it is known: an article without an address is one all the same."""
    return {
        "@type": "Article",
        **({"url": article.url} if article.url else {}),
        "headline": article.title,
        **_dated(article.published),
        "publisher": {"@type": "Organization", "name": article.publisher},
    }


def _dated(date: Date) -> Data:
    """As precise as known and no more: of a date that is about right or uncertain, the part that is not in doubt.

    Of an open interval no day is known.
    """
    if date.until:
        return {}
    precise = date.iso.rpartition("-")[0] if date.qualifier else date.iso
    return {"datePublished": precise} if precise else {}


def _named(actor: Actor) -> Data:
    named: Data = {"@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}
    if actor.same_as:
        named["sameAs"] = list(actor.same_as)
    return named


def actor_data(site: Site, actor: Actor) -> Data:
    """``actor`` as a Person or an Organization."""
    data = {
        "@context": "https://schema.org",
        **_named(actor),
        "mainEntityOfPage": urls.absolute(site.base_url, urls.actor(actor.id)),
    }
    if actor.role:
        data["description"] = actor.role
    if actor.also_known_as:
        data["alternateName"] = list(actor.also_known_as)
    return data


def article_data(site: Site, article: Article) -> Data:
    """``article`` as the Article that the page is about; the page is not the article."""
    data: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": urls.absolute(site.base_url, urls.article(article.id)),
        "about": {
            "@type": "Article",
            "headline": article.title,
            **_dated(article.published),
            "inLanguage": article.language,
            "publisher": {"@type": "Organization", "name": article.publisher},
        },
    }
    if article.byline:
        data["about"]["author"] = [{"@type": "Person", "name": name} for name in article.byline]
    if article.url:
        data["about"]["url"] = article.url
    return data


def site_data(site: Site) -> Data:
    """The site and who answers for it."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.title,
        "url": site.base_url,
        "inLanguage": site.language,
        "publisher": publisher(site),
    }


def publisher(site: Site) -> Data:
    """The publisher, who answers for the site, with its policies."""
    policies = site.policies
    news = site.publisher.kind == "newsroom"
    pages = {
        # Only a news organisation has this one in schema.org.
        **({"verificationFactCheckingPolicy": policies.methodology} if news else {}),
        "correctionsPolicy": policies.corrections,
        "ownershipFundingInfo": policies.funding,
        "actionableFeedbackPolicy": policies.contact,
    }
    data: Data = {"@type": "NewsMediaOrganization" if news else "Organization", "name": site.publisher.name}
    if site.publisher.url:
        data["url"] = site.publisher.url
    if site.publisher.email:
        data["email"] = site.publisher.email
    return data | {
        key: urls.absolute(site.base_url, urls.prose(id_)) for key, id_ in pages.items() if id_ and id_ in site.pages
    }
