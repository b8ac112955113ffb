"""Edits after which the site does not build: a build that remembers must say what a clean one says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.records import models as m
from tests.law.fields import Model, places
from tests.law.ground import ONLY
from tests.law.sources import ARTICLES, CLAIMS, PAGES, SITE, Path, Sources
from tests.law.values import ids
from tests.law.whole import ACTORS, TOPICS, Edits


def _gone(model: Model) -> Edits:
    """Each record of ``model`` deleted, those first that others name most."""

    def edits(sources: Sources) -> Iterator[Sources]:
        for path in places(sources, model):
            yield sources.drop(str(path[0])) if len(path) == 1 else sources.cut(path)

    return edits


def _cut(path: Path) -> Edits:
    def edits(sources: Sources) -> Iterator[Sources]:
        yield sources.cut(path)

    return edits


def _topic_gone(sources: Sources) -> Iterator[Sources]:
    for claim in sources.get((CLAIMS, "claims")):
        for topic in claim.get("topics", ()):
            yield sources.cut((*TOPICS, topic))


def _draft_again(sources: Sources) -> Iterator[Sources]:
    """A claim to which others link."""
    for path in places(sources, m.ClaimRecord):
        yield sources.put((*path, "status"), "draft")


def _page_gone(sources: Sources) -> Iterator[Sources]:
    contact = sources.get((SITE, "policies", "contact")) or ids(sources, "page")[0]
    yield sources.drop(f"{PAGES}{contact}.md")


def _words_gone(sources: Sources) -> Iterator[Sources]:
    for path in places(sources, m.PassageRecord):
        passage = sources.get(path)
        name = f"{ARTICLES}{passage['article']}.md"
        yield sources.write(name, sources.bodies[name].replace(passage["quote"], "Other words."))


def _not_a_record(model: Model) -> Edits:
    """A record with a key that it cannot have."""

    def edits(sources: Sources) -> Iterator[Sources]:
        for path in places(sources, model):
            yield sources.put((*path, "colour"), "green")

    return edits


def _moved(sources: Sources) -> Iterator[Sources]:
    """To a path that links to the site's own pages do not have."""
    yield sources.put((SITE, "base_url"), "https://example.org/elsewhere/")


BROKEN: Mapping[str, Edits] = {
    **{f"{model.__name__} gone": _gone(model) for model in (m.ClaimRecord, m.VerdictRecord, m.ArticleRecord)},
    **{f"{model.__name__} with an unknown key": _not_a_record(model) for model in (m.ClaimRecord, m.ActorRecord)},
    **{f"actor gone that {key} names": _cut((*ACTORS, id_)) for key, id_ in ONLY.items()},
    "topic gone": _topic_gone,
    "draft again": _draft_again,
    "policy gone": _page_gone,
    "words gone": _words_gone,
    "site moved": _moved,
}
"""By what is wrong."""
