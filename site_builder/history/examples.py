"""Finds the examples of ``init`` among the records: invented people and what they said, which must not be published.

A record is known by what only the example says, not by a mark in it: a mark can be deleted, and the example stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ActorRecord
from site_builder.source import Span

TITLE = "A fact-check site"
"""The title of a project that has just begun."""
ACTORS = {
    "alma-reyes": ("Alma Reyes", "Mayor of Port Ansel"),
    "tomas-lind": ("Tomas Lind", "Leader of the opposition in the council of Port Ansel"),
    "ida-mora": ("Ida Mora", "Spokeswoman of the mayor of Port Ansel"),
}
"""Names and roles of the examples, by id."""
PUBLISHERS = frozenset({"The Example Courier", "The Example Evening Post"})
TITLES = frozenset({"Mayor opens Harbour Bridge", "Opposition disputes cost of new bridge"})
STATEMENTS = frozenset(
    {
        "The Harbour Bridge cost the town of Port Ansel nothing.",
        "The town of Port Ansel paid a third of the Harbour Bridge.",
        "Every family in the Old Quarter will save half an hour a day through the Harbour Bridge.",
    }
)
TOPICS = {"public-money": "Who pays for what.", "traffic": "How people get about."}
"""Descriptions of the examples, by id."""
_PLACE = "Port Ansel"
_MARK = "[example:"
"""Such a mark has a message of its own."""


def examples(records: Records) -> Iterator[Diagnostic]:
    """A diagnostic for the title, and for each actor, claim, article and topic that ``init`` wrote and nobody changed.

    A topic counts only if no other claim has it. A record with the same name and another role, description or words
    is somebody's own.
    """
    actors = [entry for entry in records.actors if _is_actor(entry)]
    claims = [entry for entry in records.claims if entry.record and entry.record.statement in STATEMENTS]
    for entry in actors:
        yield _told("actor", entry.id, entry.span("name"), "from claims.yaml, with the claims that name it")
    for claim in claims:
        yield _told("claim", claim.id, claim.span("statement"), "from claims.yaml")
    for article, _ in records.articles:
        record = article.record
        if record and (record.publisher in PUBLISHERS or record.title in TITLES) and _MARK not in (record.note or ""):
            key = "publisher" if record.publisher in PUBLISHERS else "title"
            yield _told("article", article.id, article.span(key), "(the file), with the claims that cite it")
    yield from _of_site(records, {claim.id for claim in claims})


def _is_actor(entry: Entry[ActorRecord]) -> bool:
    record, (name, role) = entry.record, ACTORS.get(entry.id, ("", ""))
    if record is None:
        return False
    is_same = record.name == name and (record.role in (None, role))
    return is_same or _PLACE in (record.role or "")


def _of_site(records: Records, claims: set[str]) -> Iterator[Diagnostic]:
    site = records.site
    if site is None or site.record is None:
        return
    if site.record.title == TITLE:
        yield at("not-filled-in", site.span("title"), "the site has no title of its own",
                 help="write the title that readers and other sites will know it by")  # fmt: skip
    used = {
        topic for entry in records.claims if entry.record and entry.id not in claims for topic in entry.record.topics
    }
    for id_, topic in site.record.topics.items():
        if TOPICS.get(id_) == topic.description and topic.description and id_ not in used:
            yield _told(
                "topic", id_, site.span("topics", id_), "from content/site.yaml, or use it in a claim of your own"
            )


def _told(kind: str, id_: str, place: Span, where: str) -> Diagnostic:
    message = f'this is an example: the {kind} "{id_}" was written by `init`'
    return at("not-filled-in", place, message, help=f"remove it {where}")
