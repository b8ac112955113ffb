"""The page of a source article: its text with the passages marked in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Article
from site_builder.page import LinkView, Page
from site_builder.pages.articles import publisher_link
from site_builder.pages.kind import Kind
from site_builder.pages.lookup import Lookup
from site_builder.pages.structured import article_data, script
from site_builder.pages.views import ActorView, ArticleView, ClaimView, article_view
from site_builder.passages.highlight import MarkedBlock, Marking, mark
from site_builder.roles import ROLES


@dataclass(frozen=True, slots=True)
class UseView:
    """One claim that rests on a passage."""

    claim: ClaimView
    """The claim."""
    role: str
    """The passage's role for the claim: a key of the table of roles."""
    phrase: str
    """The same in words, before the claim's title."""
    speech: str
    """direct or reported."""
    speaker: ActorView | None
    """The speaker of the passage; none when the article itself speaks."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A marked passage."""

    anchor: str
    """Its HTML id."""
    number: int
    """Its number on the page, from 1."""
    exact: str
    """Its words, for the note beside it."""
    uses: tuple[UseView, ...]
    """The claims that rest on it."""
    previous: str | None
    """Id of the passage before it."""
    next: str | None
    """Id of the passage after it."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph of the article, or the gap where paragraphs are left out."""

    number: int
    """Number of the paragraph in the whole article, from 1; of a gap the first."""
    html: str
    """The paragraph with its marks; empty for a gap."""
    omitted: int
    """Words left out: not zero for gaps only."""
    passages: tuple[PassageView, ...]
    """Passages that begin in it."""


@dataclass(frozen=True, slots=True)
class CaptionView:
    """The caption of a picture."""

    html: str
    """Its words with their marks."""
    passages: tuple[PassageView, ...]
    """Passages in it."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The contents of an article's page."""

    article: ArticleView
    """The article in one line."""
    publisher: LinkView
    """The publisher's page."""
    subtitle: str | None
    """The line below the headline."""
    heads: Mapping[str, str]
    """HTML of the headline and the subtitle with their marks, by kind, where they are cited."""
    head_passages: tuple[PassageView, ...]
    """Passages in them."""
    byline: tuple[str, ...]
    """Authors."""
    rights: str
    """excerpt or full."""
    captions: tuple[CaptionView, ...]
    """The captions of its pictures."""
    archived: str | None
    """A copy in a web archive."""
    archived_date: Date | None
    """The date of the copy."""
    note: str | None
    """Provenance."""
    blocks: tuple[BlockView, ...]
    """Paragraphs and gaps."""
    passages: int
    """The number of marked passages."""
    claims: int
    """The number of claims that cite them."""
    shown: int
    """Words shown."""
    words: int
    """Words in the whole article."""
    sha256: str
    """Digest of the article's file."""


def article_page(lookup: Lookup, article: Article) -> Page:
    """The page of ``article``."""
    cited = lookup.cited.get(article.id, ())
    markings = list({passage.anchor: Marking(passage.anchor, passage.parts) for _, passage in cited}.values())
    heads = dict(_marked_heads(article, markings, ("title", "subtitle"), 1))
    above = [anchor for block in heads.values() for anchor in block.anchors]
    end = len(article.document.text)
    marked = mark(article.document, [one for one in markings if one.parts[0][0] < end], 1 + len(above))
    order = [*above, *(anchor for block in marked for anchor in block.anchors)]
    captions = [block for _, block in _marked_heads(article, markings, ("captions",), 1 + len(order))]
    order += [anchor for block in captions for anchor in block.anchors]
    notes = _notes(lookup, article, order)
    blocks: list[BlockView] = []
    shown = 0
    for number, block in enumerate(marked, 1):
        if article.rights == "full" or block.cited:
            shown += block.words
            blocks.append(BlockView(number, block.html, 0, tuple(notes[anchor] for anchor in block.anchors)))
        elif blocks and blocks[-1].omitted:
            blocks[-1] = BlockView(blocks[-1].number, "", blocks[-1].omitted + block.words, ())
        elif block.words:
            blocks.append(BlockView(number, "", block.words, ()))
    view = ArticlePage(
        article=article_view(article, lookup.site.language),
        publisher=publisher_link(lookup, article),
        subtitle=article.subtitle,
        heads={kind: block.html for kind, block in heads.items() if block.cited},
        head_passages=tuple(notes[anchor] for anchor in above),
        byline=article.byline,
        rights=article.rights,
        captions=tuple(CaptionView(block.html, tuple(notes[anchor] for anchor in block.anchors)) for block in captions),
        archived=article.archived_url,
        archived_date=article.archived_date,
        note=article.note,
        blocks=_without_dead_notes(blocks),
        passages=len(order),
        claims=len({claim.id for claim, _ in cited}),
        shown=shown,
        words=sum(block.words for block in marked),
        sha256=article.sha256,
    )
    description = lookup.words.say_n(
        "{publisher}, {date}: the passages that {n} claim cites, marked in the text.",
        "{publisher}, {date}: the passages that {n} claims cite, marked in the text.",
        view.claims,
        publisher=article.publisher,
        date=lookup.words.date(article.published),
    )
    data = script(article_data(lookup.site, article))
    return Page(
        urls.article(article.id), "article.html", article.title, description, view, urls.ARTICLES, data=data, twin=True
    )


def _marked_heads(
    article: Article, markings: Sequence[Marking], kinds: Sequence[str], first: int
) -> Iterator[tuple[str, MarkedBlock]]:
    """Each head of one of ``kinds`` with the passages that are in it, numbered from ``first``."""
    for head in article.document.heads:
        if head.kind not in kinds:
            continue
        end = head.start + len(head.document.text)
        inside = [
            Marking(one.anchor, tuple((start - head.start, stop - head.start) for start, stop in one.parts))
            for one in markings
            if head.start <= one.parts[0][0] < end
        ]
        (block,) = mark(head.document, inside, first)
        first += len(inside)
        yield head.kind, block


_NOTE_ID = re.compile(r'\bid="(fn[^"]*)"')
_NOTE_LINK = re.compile(r'<a href="#(fn[^"]*)"[^>]*>(.*?)</a>')


def _without_dead_notes(blocks: list[BlockView]) -> tuple[BlockView, ...]:
    """``blocks`` where signs of notes that are left out of an excerpt lead nowhere."""
    shown = {id_ for block in blocks for id_ in _NOTE_ID.findall(block.html)}
    if not any(id_ not in shown for block in blocks for id_, _ in _NOTE_LINK.findall(block.html)):
        return tuple(blocks)

    def kept(link: re.Match[str]) -> str:
        return link[0] if link[1] in shown else link[2]

    return tuple(replace(block, html=_NOTE_LINK.sub(kept, block.html)) for block in blocks)


def _notes(lookup: Lookup, article: Article, order: list[str]) -> dict[str, PassageView]:
    uses: dict[str, list[UseView]] = {}
    words: dict[str, str] = {}
    for claim, passage in lookup.cited.get(article.id, ()):
        speaker = lookup.actors[passage.speaker] if passage.speaker else None
        uses.setdefault(passage.anchor, []).append(
            UseView(
                lookup.views[claim.id],
                passage.role,
                lookup.words.say(ROLES[passage.role].phrase),
                passage.speech,
                speaker,
            )
        )
        words[passage.anchor] = " […] ".join(" ".join(part.split()) for part in passage.exact)
    return {
        anchor: PassageView(
            anchor,
            number,
            words[anchor],
            tuple(uses[anchor]),
            order[number - 2] if number > 1 else None,
            order[number] if number < len(order) else None,
        )
        for number, anchor in enumerate(order, 1)
    }


KIND = Kind(
    "article",
    lambda lookup: lookup.site.articles,
    lambda lookup, id_: (article_page(lookup, lookup.site.articles[id_]),),
)
