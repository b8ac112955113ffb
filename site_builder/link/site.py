"""Links the whole site: every record, with every problem collected."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

from site_builder import urls
from site_builder.diagnostics import Diagnostic, at
from site_builder.editorial import Person, Policies, ProsePage, Publisher, Topic, Verdict
from site_builder.i18n import has_words, languages
from site_builder.link import heads, prose
from site_builder.link.claims import link_claims
from site_builder.link.consistency import claims_by_words, inconsistent
from site_builder.link.heads import Heads
from site_builder.link.known import ClaimRecords
from site_builder.link.names import Names, asked, taken_twice
from site_builder.link.order import article_order
from site_builder.link.page_starts import lost_pages, page_starts
from site_builder.link.people import check_alike, check_interests, unreviewed
from site_builder.link.publishers import alike, publisher_ids
from site_builder.link.shown import quoted_not_shown
from site_builder.link.texts import Texts
from site_builder.model import Actor, Article, Claim, Relation, Site
from site_builder.passages.document import Document
from site_builder.records import bounds
from site_builder.records.entries import Entry, Records, Text
from site_builder.records.models import ActorRecord, ArticleRecord, SiteRecord
from site_builder.records.scales import Step, named_by, steps
from site_builder.search import is_without_spaces
from site_builder.trace import Asker

BUNDLES = ("group", "organisation")
"""Kinds of actor that can have members."""


def link(records: Records) -> tuple[Site | None, list[Diagnostic]]:
    """Resolve ``records`` into a site.

    Returns None instead of the site when there is no usable ``site.yaml``; a site whose diagnostics have an error
    is not whole and must not be published.
    """
    return link_again(records, Asker())


def link_again(
    records: Records, asker: Asker, jobs: int = 1, files: Collection[str] | None = None, *, drafts: bool = False
) -> tuple[Site | None, list[Diagnostic]]:
    """Like :func:`link`, in up to ``jobs`` processes; results that ``asker`` knows from an earlier run stay.

    ``files`` are those for programs, by path; without them every link to such a file is accepted. With ``drafts``
    the site has those too.
    """
    known = ClaimRecords.of(records.claims, asker)
    read = heads.asked(records, known, asker)
    names = asked(read, files, asker)
    claimed = claims_by_words(known, asker)

    checks: dict[str, Callable[[Heads], Iterable[Diagnostic]]] = {
        "ids taken twice": taken_twice,
        "contradictory records": lambda seen: inconsistent(seen, claimed),
        "reviews": unreviewed,
        "publishers alike": alike,
    }
    # A fault has a place, and places change with every line: a check that finds one runs again.
    told = asker.step("check", checks, lambda name: tuple(checks[name](read())), keep=lambda some: not some)
    found = [*chain.from_iterable(told.values()), *quoted_not_shown(known, read, names, asker)]
    texts = Texts(records)
    documents = texts.read_all(asker)
    claims: dict[str, Claim] = {}
    all_relations: list[Relation] = []
    for key, (claim, faults, filed) in link_claims(list(known.entries), known, names, documents, asker, jobs).items():
        found += faults
        if claim and (drafts or not known.entries[key].draft):
            claims[claim.id] = claim
            all_relations += filed
    pages = _pages(records, names, found)
    actors = {entry.id: _actor(entry.record, entry, names, found) for entry in records.actors if entry.record}
    if records.site is None or records.site.record is None:
        return None, found + texts.faults()
    site = records.site.record
    found += _language_faults(records.site, site.language)
    for key, id_ in site.policies:
        if id_ is not None:
            names.check("page", id_, records.site, ("policies", key), found)
    check_interests(records.site, site, names, found)
    check_alike(records.site, site, found)
    for entry, _ in records.articles:
        if entry.record:
            found += article_order(entry, entry.record)
        if entry.record and entry.record.pages and entry.id in texts:
            found += lost_pages(entry, entry.record, texts[entry.id])
    articles = {
        entry.id: _article(entry, entry.record, text, texts[entry.id], site.language)
        for entry, text in records.articles
        if entry.record and entry.id in texts
    }
    topics = {id_: Topic(id_, topic.label, topic.description) for id_, topic in site.topics.items()}
    publishers = asker.step("ids of publishers", ("",), lambda _: publisher_ids(read()))[""]
    scales = asker.step("scales in use", (drafts,), lambda shown: _scales(read(), drafts=shown))[drafts]
    whole = _site(site, actors, articles, topics, claims, all_relations, pages, publishers, scales)
    return replace(whole, drafts=drafts), found + texts.faults()


def _scales(records: Heads, *, drafts: bool) -> tuple[str, ...]:
    return tuple(sorted(named_by((entry.record for entry in records.claims), drafts=drafts)))


def _language_faults(entry: Entry[SiteRecord], language: str) -> Iterator[Diagnostic]:
    """The limits of a site in ``language``, as diagnostics."""
    if not has_words(language):
        advice = f"there are catalogues for: {', '.join(languages())}"
        message = f'the interface stays English: there is no catalogue for "{language}"'
        yield at("no-interface-language", entry.span("language"), message, help=advice)
    if is_without_spaces(language):
        message = f'"{language}" has no spaces between words, so search compares character by character'
        advice = "readers also find characters where two words meet; --no-search builds a site without search"
        yield at("language-without-spaces", entry.span("language"), message, help=advice)


def _site(
    site: SiteRecord,
    actors: Mapping[str, Actor],
    articles: Mapping[str, Article],
    topics: Mapping[str, Topic],
    claims: Mapping[str, Claim],
    all_relations: list[Relation],
    pages: Mapping[str, ProsePage],
    publishers: Mapping[str, str],
    named: Collection[str],
) -> Site:
    shown = {id_ for id_, claim in claims.items() if not claim.withdrawn}
    return Site(
        title=site.title,
        tagline=site.tagline,
        scope=site.scope,
        language=site.language,
        base_url=site.base_url,
        publisher=Publisher(site.publisher.name, site.publisher.kind, site.publisher.url, site.publisher.email),
        licence=(site.licence.name, site.licence.url) if site.licence else None,
        policies=Policies(**dict(site.policies)),
        images=site.images,
        archive=site.archive,
        verdicts={step.key: _verdict(step) for step in steps(site, named)},
        topics=topics,
        people={id_: Person(id_, item.name, item.role, item.interests) for id_, item in site.people.items()},
        actors=actors,
        articles=articles,
        claims=claims,
        relations=tuple(r for r in all_relations if r.source in shown and r.target in shown),
        pages=pages,
        publishers=publishers,
    )


def _verdict(step: Step) -> Verdict:
    of = step.verdict
    return Verdict(step.key, of.label, of.definition, of.value, of.tone, of.requires, step.scale, step.until)


def _check_members(record: ActorRecord, entry: Entry[ActorRecord], names: Names, found: list[Diagnostic]) -> None:
    if record.members and record.kind not in BUNDLES:
        message = f"`members`: a {record.kind} has no members; a group or an organisation has"
        found.append(at("invalid-value", entry.span("members"), message, help="kind: group"))
    for index, id_ in enumerate(record.members):
        if id_ == entry.id:
            found.append(at("invalid-value", entry.span("members", index), f'"{id_}" is a member of itself'))
        else:
            names.check("actor", id_, entry, ("members", index), found)


def _actor(record: ActorRecord, entry: Entry[ActorRecord], names: Names, found: list[Diagnostic]) -> Actor:
    _check_members(record, entry, names, found)
    return Actor(
        id=entry.id,
        name=record.name,
        kind=record.kind,
        role=record.role,
        country=record.country,
        also_known_as=record.also_known_as,
        same_as=record.same_as,
        members=record.members,
        summary=prose.render(record.summary, urls.actor(entry.id), names, partial(entry.span, "summary"), found),
        former_ids=record.former_ids,
    )


def _article(
    entry: Entry[ArticleRecord], record: ArticleRecord, text: Text, document: Document, language: str
) -> Article:
    return Article(
        id=entry.id,
        title=record.title,
        subtitle=record.subtitle,
        publisher=record.publisher,
        byline=record.byline,
        agency=record.agency,
        contributors=record.contributors,
        published=record.published,
        url=urls.page(record.url) if record.url else None,
        archived_url=urls.page(record.archived.url) if record.archived else None,
        archived_date=record.archived.date if record.archived else None,
        language=record.language or language,
        source=record.source,
        rights=record.rights,
        captions=record.captions,
        pages=page_starts(record, document),
        note=record.note,
        former_ids=record.former_ids,
        document=document,
        sha256=text.sha256,
    )


def _pages(records: Records, names: Names, found: list[Diagnostic]) -> dict[str, ProsePage]:
    pages: dict[str, ProsePage] = {}
    for entry, text in records.pages:
        body = prose.render(text.body.text, urls.prose(entry.id), names, text.body, found) or ""
        if entry.record:
            record = entry.record
            pages[entry.id] = ProsePage(entry.id, record.title, record.description, record.menu, body)
    listed = [entry for entry, _ in records.pages if entry.record and entry.record.menu is not None]
    if len(listed) > bounds.MENU:
        message = f"the menu has {len(listed):,} pages of the site's own, more than {bounds.MENU}"
        found.append(at("too-large", listed[bounds.MENU].span("menu"), message,
                        help="leave `menu:` out of those that others lead to: every page has it all"))  # fmt: skip
    return pages
