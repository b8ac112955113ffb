"""Edits to whole records and files: what editors add, delete, rename, split and put in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from site_builder.records import models as m
from tests.law.fields import places
from tests.law.ground import LONE, LONE_CLAIM, ONLY, UNCITED
from tests.law.sources import ARTICLES, CLAIMS, PAGES, SITE, Path, Sources
from tests.law.values import ids, renamed

CLAIM_LIST: Path = (CLAIMS, "claims")
ACTORS: Path = (CLAIMS, "actors")
VERDICTS: Path = (SITE, "verdicts")
TOPICS: Path = (SITE, "topics")

Edits = Callable[[Sources], Iterator[Sources]]
"""What makes other sources of sources: several ways to do the same, the most telling first; some may not build."""


def _new_claim(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        claim = sources.get(path)
        new = {key: value for key, value in claim.items() if key not in ("former_ids", "relations")}
        yield sources.put(CLAIM_LIST, [*sources.get(CLAIM_LIST), {**new, "id": "a-new-claim"}])
        yield sources.put(CLAIM_LIST, [{**new, "id": "a-new-claim"}, *sources.get(CLAIM_LIST)])


def _claim_gone(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        id_ = sources.get(path)["id"]
        after = sources
        for index, claim in enumerate(sources.get(CLAIM_LIST)):
            kept = [relation for relation in claim.get("relations", ()) if relation["claim"] != id_]
            if kept != claim.get("relations", []):
                after = after.put((*CLAIM_LIST, index, "relations"), kept)
        yield after.cut(path)


def _claim_repeated(sources: Sources) -> Iterator[Sources]:
    """By one more claim, and by the first that says the same."""
    shown = [path for path in places(sources, m.ClaimRecord) if not sources.get(path).get("status")]

    def repeating(path: Path, other: str) -> Sources:
        claim = sources.get(path)
        kept = [item for item in claim.get("relations", ()) if item["claim"] != other]
        return sources.put((*path, "relations"), [*kept, {"claim": other, "kind": "repeats"}])

    for path in places(sources, m.RelationRecord):
        if sources.get(path)["kind"] == "repeats":
            claim = sources.get(path[:3])["id"]
            related = {claim, *(item["claim"] for item in sources.get(path[:3])["relations"])}
            yield from (repeating(other, claim) for other in shown if sources.get(other)["id"] not in related)
    for first, second in pairwise(shown):
        yield repeating(second, sources.get(first)["id"])


def _claim_published(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        if sources.get(path).get("status") == "draft":
            yield sources.put((*path, "status"), "published")


def _draft_unfinished(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        if sources.get(path).get("status") == "draft":
            yield sources.cut((*path, "verdict"))


def _withdrawn_for_another_reason(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        claim = sources.get(path)
        if claim.get("status") == "withdrawn":
            reason = {**claim["corrections"][-1], "change": "Another reason."}
            yield sources.put((*path, "corrections"), [*claim["corrections"][:-1], reason])


def _claim_back(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        if sources.get(path).get("status") == "withdrawn":
            yield sources.put((*path, "status"), "published")


def _words_of_another(sources: Sources) -> Iterator[Sources]:
    """One word less of what somebody says on the claim of somebody else."""
    for path in places(sources, m.ClaimRecord):
        if sources.get(path)["id"] == LONE_CLAIM:
            place = (*path, "passages", 0)
            passage = {key: value for key, value in sources.get(place).items() if key not in ("prefix", "suffix")}
            yield sources.put(place, {**passage, "quote": passage["quote"].rpartition(" ")[0]})


def _claim_of_a_bundle(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ClaimRecord):
        if "members" in (sources.get((*ACTORS, sources.get(path)["actor"])) or {}):
            yield sources.put((*path, "statement"), "They say otherwise.")


def _reversed_list(path: Path) -> Edits:
    def edits(sources: Sources) -> Iterator[Sources]:
        value = sources.get(path) or {}
        yield sources.put(path, value[::-1] if isinstance(value, list) else dict(reversed(value.items())))

    return edits


def _swapped(path: Path) -> Edits:
    def edits(sources: Sources) -> Iterator[Sources]:
        value = sources.get(path)
        items = list(value.items()) if isinstance(value, dict) else value
        for index in range(len(items) - 1):
            order = [*items[:index], items[index + 1], items[index], *items[index + 2 :]]
            yield sources.put(path, dict(order) if isinstance(value, dict) else order)

    return edits


def _split(sources: Sources) -> Iterator[Sources]:
    """Half of the claims in a file of their own."""
    claims = sources.get(CLAIM_LIST)
    half = len(claims) // 2
    after = sources.put(CLAIM_LIST, claims[:half])
    yield replace(after, records={**after.records, "claims/later.yaml": {"claims": claims[half:]}})


def _alone(sources: Sources) -> Iterator[Sources]:
    """The last claim in a file that holds it alone."""
    *rest, last = sources.get(CLAIM_LIST)
    after = sources.put(CLAIM_LIST, rest)
    yield replace(after, records={**after.records, f"claims/{last['id']}.yaml": last})


def _new_actor(sources: Sources) -> Iterator[Sources]:
    yield sources.put((*ACTORS, "a-new-actor"), {"name": "A. New Actor", "summary": f"See [[actor:{LONE}]]."})


def _actor_gone(sources: Sources) -> Iterator[Sources]:
    if sources.get((*ACTORS, LONE)):
        yield sources.cut((*ACTORS, LONE))


def _actor_renamed(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ActorRecord):
        old = str(path[-1])
        after = renamed(sources, "actor", old, f"{old}-renamed")
        record = after.get(path)
        record = {**record, "former_ids": [*record.get("former_ids", ()), old]}
        actors = after.get(ACTORS).items()
        yield after.put(ACTORS, dict((f"{old}-renamed", record) if id_ == old else (id_, item) for id_, item in actors))


def _called_otherwise(id_: str) -> Edits:
    def edits(sources: Sources) -> Iterator[Sources]:
        if sources.get((*ACTORS, id_)):
            yield sources.put((*ACTORS, id_, "name"), "Another Name")

    return edits


def _called_like_a_publisher(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ArticleRecord):
        publisher = sources.get(path).get("publisher")
        if publisher and sources.get((*ACTORS, LONE)):
            yield sources.put((*ACTORS, LONE, "name"), publisher)


def _older_publisher_called_alike(sources: Sources) -> Iterator[Sources]:
    """The older one gets the address, and the one that had it another."""
    name = f"{ARTICLES}an-older-article.md"
    for path in places(sources, m.ArticleRecord):
        if publisher := sources.get(path).get("publisher"):
            record = {"title": "Older", "publisher": f"{publisher}!", "published": "1999-05-04"}
            yield sources.put((name,), record).write(name, "An older article.\n")


def _new_topic(sources: Sources) -> Iterator[Sources]:
    yield sources.put(TOPICS, {**(sources.get(TOPICS) or {}), "a-new-topic": {"label": "A new topic"}})


def _topic_gone(sources: Sources) -> Iterator[Sources]:
    topics = ids(sources, "topic")
    for id_ in sorted(topics, key=lambda id_: id_ != LONE):
        after = sources.cut((*TOPICS, id_))
        for index, claim in enumerate(sources.get(CLAIM_LIST)):
            kept = [topic for topic in claim.get("topics", ()) if topic != id_]
            if kept != claim.get("topics", []):
                after = after.put((*CLAIM_LIST, index, "topics"), kept)
        yield after


def _topic_renamed(sources: Sources) -> Iterator[Sources]:
    topics = sources.get(TOPICS) or {}
    for old in topics:
        after = renamed(sources, "topic", old, "renamed-topic")
        yield after.put(TOPICS, {"renamed-topic" if id_ == old else id_: topic for id_, topic in topics.items()})


def _new_verdict(sources: Sources) -> Iterator[Sources]:
    new = {"id": "a-new-verdict", "label": "New", "definition": "It is new."}
    for tone in ("mixed", "negative"):
        yield sources.put(VERDICTS, [{**new, "tone": tone}, *sources.get(VERDICTS)])
    yield sources.put(VERDICTS, [*sources.get(VERDICTS), new])


def _verdict_gone(sources: Sources) -> Iterator[Sources]:
    """Its claims have another from now on."""
    for path in places(sources, m.VerdictRecord):
        id_ = sources.get(path)["id"]
        for other in ids(sources, "verdict"):
            if other != id_:
                yield renamed(sources, "verdict", id_, other).cut(path)


def _new_article(sources: Sources) -> Iterator[Sources]:
    name = f"{ARTICLES}a-new-article.md"
    record = {"title": "New", "publisher": "The Daily", "published": "2020-05-04"}
    yield sources.put((name,), record).write(name, "A new article.\n")


def _article_gone(sources: Sources) -> Iterator[Sources]:
    if sources.get((UNCITED,)):
        yield sources.drop(UNCITED)


def _article_renamed(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.ArticleRecord):
        old = str(path[0]).removeprefix(ARTICLES).removesuffix(".md")
        after = sources
        for place in places(sources, m.PassageRecord):
            if sources.get(place)["article"] == old:
                after = after.put((*place, "article"), "a-renamed-article")
        name = f"{ARTICLES}a-renamed-article.md"
        after = after.move(str(path[0]), name)
        before = after.get((name, "former_ids")) or []
        yield after.put((name, "former_ids"), [*before, old])


def _new_page(sources: Sources) -> Iterator[Sources]:
    name = f"{PAGES}a-new-page.md"
    claim = ids(sources, "claim")[0]
    for more in ({}, {"menu": "2"}):
        yield sources.put((name,), {"title": "New", **more}).write(name, f"About [[claim:{claim}]].\n")


def _page_gone(sources: Sources) -> Iterator[Sources]:
    for name in sources.names(PAGES):
        yield sources.drop(name)


def _page_renamed(sources: Sources) -> Iterator[Sources]:
    for name in sources.names(PAGES):
        id_ = name.removeprefix(PAGES).removesuffix(".md")
        yield renamed(sources, "page", id_, "a-renamed-page").move(name, f"{PAGES}a-renamed-page.md")


def _commented(sources: Sources) -> Iterator[Sources]:
    for name in (CLAIMS, SITE):
        yield replace(sources, comments={**sources.comments, name: "# A line that says nothing.\n"})


WHOLE: Mapping[str, Edits] = {
    "claim added": _new_claim,
    "claim deleted": _claim_gone,
    "claim repeated": _claim_repeated,
    "draft published": _claim_published,
    "draft unfinished": _draft_unfinished,
    "claim withdrawn for another reason": _withdrawn_for_another_reason,
    "withdrawn claim published again": _claim_back,
    "words of another cut short": _words_of_another,
    "claim of a bundle changed": _claim_of_a_bundle,
    "claims in reverse order": _reversed_list(CLAIM_LIST),
    "two claims swapped": _swapped(CLAIM_LIST),
    "claims split into two files": _split,
    "claim in a file of its own": _alone,
    "actor added": _new_actor,
    "actor deleted": _actor_gone,
    "actor renamed": _actor_renamed,
    "actors in reverse order": _reversed_list(ACTORS),
    "two actors swapped": _swapped(ACTORS),
    **{f"actor that only {key} names called otherwise": _called_otherwise(id_) for key, id_ in ONLY.items()},
    "actor called like a publisher": _called_like_a_publisher,
    "older publisher called alike": _older_publisher_called_alike,
    "topic added": _new_topic,
    "topic deleted": _topic_gone,
    "topic renamed": _topic_renamed,
    "topics in reverse order": _reversed_list(TOPICS),
    "verdict added": _new_verdict,
    "verdict deleted": _verdict_gone,
    "verdicts in reverse order": _reversed_list(VERDICTS),
    "article added": _new_article,
    "article deleted": _article_gone,
    "article renamed": _article_renamed,
    "page added": _new_page,
    "page deleted": _page_gone,
    "page renamed": _page_renamed,
    "comment added": _commented,
}
"""By what it does."""
