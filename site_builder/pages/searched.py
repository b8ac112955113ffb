"""The search entry of each page: its words by field and weight, what its result shows, and its facets.

A claim is found by its own words and by who said them, never by its articles' headlines, which tell of other things
too; those are words of the articles' pages. The script of the search page knows the fields by their anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from site_builder import urls
from site_builder.editorial import ProsePage, Topic, Verdict
from site_builder.folding import additions
from site_builder.i18n import say
from site_builder.model import Actor, Article, Claim, Passage
from site_builder.pages.known_as import names
from site_builder.pages.lookup import Lookup
from site_builder.pages.searched_answers import answers, denied, replies_to
from site_builder.pages.searched_ids import NONE, telling
from site_builder.roles import ROLES
from site_builder.search import SearchEntry, SearchSection

KINDS = {
    "claim": say("Claims"),
    "actor": say("Actors"),
    "article": say("Sources"),
    "publisher": say("Publishers"),
    "compare": say("Actors compared"),
    "verdict": say("Verdicts"),
    "topic": say("Topics"),
    "page": say("About this site"),
}
"""Values of the facet ``kind``, in the order in which they are shown."""

QUOTED, BESIDE, SPEAKER, REASON, TOPIC, DENIAL, ABOUT, ADDRESS, ASSESSED = 6, 3, 4, 3, 2, 10, 1, 2, 1
"""Weights of a claim's fields: the words in which it was made, other passages, who made it and for whom, the verdict's
reason, topics and answers, that it is a denial, whom it is about, the words of its address, the assessment and
corrections. The statement is the title."""
NAME, NAMES, DEFINITION, PROSE = 10, 6, 4, 2
"""Weights on other pages: an actor's names, who is credited for an article, what a verdict or topic means,
the text of a page."""

_BLOCK = re.compile(r"</?(?:p|li|ul|ol|h[2-6]|blockquote|table|tr|t[dh]|pre|br|hr|d[ltd])\b[^>]*>")
_ENDS = (*".!?…:;。！？؟·", ".”", ".»", '."', ".)")
_TAG = re.compile(r"<[^>]*>")


def claim_entry(lookup: Lookup, claim: Claim, usual: Mapping[str, bool] = NONE) -> SearchEntry:
    """The search entry of the page of ``claim``; ``usual`` words of ids tell nothing of it."""
    site = lookup.site
    view = lookup.views[claim.id]
    carried = (passage for passage in claim.passages if passage.role == "claim")
    publishers = (site.articles[passage.article].publisher for passage in carried)
    replies = replies_to(lookup, claim)
    fields = [
        *_passages(claim.passages),
        field("speaker", _speaker(lookup, site.actors[claim.actor]), SPEAKER),
        field("reason", claim.summary, REASON),
        field("topic", ". ".join(site.topics[id_].label for id_ in claim.topics), TOPIC),
        field("answers", answers(lookup, claim), TOPIC),
        field("denial", denied(lookup, claim), DENIAL),
        field("about", _names(lookup, claim.about), ABOUT),
        field("address", telling(claim.id, usual), ADDRESS),
        field("assessment", plain(claim.assessment or ""), ASSESSED),
        *(field(anchor, text, ASSESSED) for anchor, _, text in replies),
        field("corrections", " ".join(correction.change for correction in claim.corrections), ASSESSED),
    ]
    return entry(
        lookup,
        urls.claim(claim.id),
        claim.statement,
        fields,
        shown=[
            ("lead", view.lead),
            ("by", view.actor.name),
            ("date", lookup.words.date(claim.date)),
            ("verdict", view.verdict.label),
            ("tone", view.verdict.tone),
            ("sign", view.verdict.sign),
            *(("beside", f"{passage.anchor} {told}") for passage, told in _beside(lookup, claim)),
            *(("beside", f"{anchor} {told}") for anchor, told, _ in replies),
        ],
        facets=[
            ("kind", "claim"),
            ("verdict", claim.verdict),
            ("actor", claim.actor),
            ("year", str(claim.date.in_year)),
            *(("topic", topic) for topic in claim.topics),
            *(("publisher", publisher) for publisher in publishers),
        ],
        date=claim.date.order,
    )


def actor_entry(lookup: Lookup, actor: Actor) -> SearchEntry:
    """The search entry of the page of ``actor``."""
    fields = [
        field("names", ". ".join(names(actor)), NAME),
        field("role", actor.role or "", SPEAKER),
        field("summary", plain(actor.summary or ""), PROSE),
    ]
    shown = [("by", actor.role or lookup.words.say("Actor"))]
    return entry(lookup, urls.actor(actor.id), actor.name, fields, shown, [("kind", "actor")])


def article_entry(lookup: Lookup, article: Article) -> SearchEntry:
    """The search entry of the page of ``article``."""
    cited = {passage.anchor: passage for _, passage in lookup.cited.get(article.id, ())}
    credit = filter(None, (article.publisher, article.agency, *article.byline))
    fields = [
        field("credit", ". ".join(credit), NAMES),
        field("subtitle", article.subtitle or "", PROSE),
        *(field(anchor, _quoted(passage), 1) for anchor, passage in cited.items()),
    ]
    if article.rights == "full":
        fields.append(field("text", article.document.text, 1))
    return entry(
        lookup,
        urls.article(article.id),
        article.title,
        fields,
        shown=[("by", article.publisher), ("date", lookup.words.date(article.published))],
        facets=[("kind", "article"), ("publisher", article.publisher), ("year", str(article.published.in_year))],
        date=article.published.order,
    )


def verdict_entry(lookup: Lookup, verdict: Verdict) -> SearchEntry:
    """The search entry of the page of ``verdict``."""
    fields = [field("definition", verdict.definition, DEFINITION)]
    shown = [("by", lookup.words.say("Verdict"))]
    return entry(lookup, urls.verdict(verdict.id), verdict.label, fields, shown, [("kind", "verdict")])


def topic_entry(lookup: Lookup, topic: Topic) -> SearchEntry:
    """The search entry of the page of ``topic``."""
    fields = [field("definition", topic.description or "", DEFINITION)]
    shown = [("by", lookup.words.say("Topic"))]
    return entry(lookup, urls.topic(topic.id), topic.label, fields, shown, [("kind", "topic")])


def prose_entry(lookup: Lookup, page: ProsePage) -> SearchEntry:
    """The search entry of a page of the site's own."""
    fields = [
        field("address", page.id.replace("-", " "), NAMES),
        field("summary", page.description or "", DEFINITION),
        field("text", plain(page.body), PROSE),
    ]
    shown = [("by", lookup.words.say("About this site"))]
    return entry(lookup, urls.prose(page.id), page.title, fields, shown, [("kind", "page")])


def plain(html: str) -> str:
    """The words of ``html``, which the builder made. A middle dot (·) separates blocks that do not end a sentence."""
    blocks = [" ".join(unescape(_TAG.sub("", block)).split()) for block in _BLOCK.split(html)]
    told = [block for block in blocks if block]
    return (
        " ".join(block if block.endswith(_ENDS) else f"{block} ·" for block in told[:-1]) + " " + told[-1]
        if told
        else ""
    )


def entry(
    lookup: Lookup,
    url: str,
    title: str,
    fields: Iterable[SearchSection],
    shown: Iterable[tuple[str, str]],
    facets: Iterable[tuple[str, str]],
    date: str = "",
) -> SearchEntry:
    """The entry of the page at ``url``: the ``fields`` that have words, then spellings that the engine would miss."""
    told = [each for each in fields if each.text]
    also = additions(" ".join((title, *(each.text for each in told))))
    return SearchEntry(
        url=url,
        language=lookup.site.language,
        title=title,
        sections=(*told, *((field("also", also, BESIDE),) if also else ())),
        shown=tuple((name, text) for name, text in shown if text),
        facets=tuple(dict.fromkeys(facets)),
        date=date,
    )


def field(anchor: str, text: str, weight: int) -> SearchSection:
    """``text`` of the page, under the name by which the search page's script knows it."""
    return SearchSection(anchor, text, weight)


def _passages(passages: Iterable[Passage]) -> list[SearchSection]:
    """Each passage once, those in which the claim was made first."""
    ordered = sorted(passages, key=lambda passage: passage.role != "claim")
    once = {passage.anchor: passage for passage in reversed(ordered)}
    found = [
        field(passage.anchor, _quoted(passage), QUOTED if passage.role == "claim" else BESIDE)
        for passage in reversed(once.values())
    ]
    translated = " ".join(passage.translation for passage in once.values() if passage.translation)
    return [*found, field("translation", translated, QUOTED)]


def _beside(lookup: Lookup, claim: Claim) -> Iterable[tuple[Passage, str]]:
    """The passages that are not the words of the claim, each with its role and its speaker."""
    say_ = lookup.words.say
    for passage in claim.passages:
        if passage.role != "claim":
            told = say_(ROLES[passage.role].told)
            speaker = lookup.site.actors[passage.speaker].name if passage.speaker else ""
            yield passage, f"{told}: {speaker}" if speaker else told
        elif claim.attribution == "position":
            yield passage, say_(ROLES[passage.role].told)


def _quoted(passage: Passage) -> str:
    """The article's own characters between marks: the engine would put a full stop after a last word without one."""
    return f"“{' […] '.join(passage.exact)}”"


def _speaker(lookup: Lookup, speaker: Actor) -> str:
    """The speaker's names, role, and the names of the speaker's bundles or their members, for whom a claim speaks."""
    site = lookup.site
    others = (*lookup.bundles.get(speaker.id, ()), *speaker.members)
    told = (*names(speaker), speaker.role, *(site.actors[id_].name for id_ in others))
    return ". ".join(filter(None, told))


def _names(lookup: Lookup, ids: Iterable[str]) -> str:
    """All names of the actors with ``ids``."""
    return ". ".join(name for id_ in ids for name in names(lookup.site.actors[id_]))
