"""The site that is edited: the shipped one, with what it has none of.

Every key of every kind of record stands in it at least once, so that each can be changed and taken away, and records of
every kind hang together: bundles with members, passages of others, relations, links in texts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from site_builder import urls
from site_builder.load.files import read_project
from site_builder.records import models as m
from tests.law.fields import places
from tests.law.sources import ARTICLES, CLAIMS, PAGES, SITE, Path, Sources, read
from tests.law.values import beginnings, ids
from tests.projects import ROOT

DAY, LATER = "2026-12-01", "2026-12-02"
UNCITED = f"{ARTICLES}nobody-cites-this.md"
ONLY = {
    "actor": "only-claiming", "about": "only-about", "accuses": "only-accused", "speaker": "only-speaking",
    "members": "only-member",
}  # fmt: skip
"""Actors whom one key names, and nothing else."""
LONE_CLAIM = "the-lone-claim"
"""The claim that names them."""
SCALES = ("a-scale", "a-later-scale")
"""Ids of scales that are no longer in use."""
PERSON = "a-checker"
"""The id of somebody who checks claims."""
LONE = "nobody-names-me"
"""The id of an actor, a topic and a verdict; no claim has the actor or the topic."""


@lru_cache(maxsize=1)
def ground() -> Sources:
    """The site that every edit starts from."""
    sources = _with_site(read(read_project(ROOT)))
    sources = _with_actors(sources)
    sources = _with_articles(sources)
    return _with_claims(sources)


def _filled(sources: Sources, path: Path, values: dict[str, Any]) -> Sources:
    """With ``values`` in the record at ``path`` where it has none."""
    return sources.put(path, values | sources.get(path))


def _with_site(sources: Sources) -> Sources:
    site = sources.get((SITE,))
    contact = site.get("policies", {}).get("contact") or ids(sources, "page")[0]
    verdict = {"id": LONE, "label": "Lone", "definition": "One claim has it.", "value": "4", "tone": "mixed"}
    sources = _filled(sources, (SITE,), {
        "scope": "Rated on these articles alone", "tagline": "One line", "language": "en", "topics": {}, "policies": {},
        "licence": {"name": "CC BY 4.0"}, "images": "true",
        "archive": "false", "review": {"people": "2", "since": "2030-01-01"},
        "people": {PERSON: {"name": "C. Checker", "role": "Fact-checker", "interests": [ids(sources, "actor")[0]]}},
    })  # fmt: skip
    old = [{**step, "label": f"Formerly {step['label']}"} for step in site["verdicts"]]
    scales = {id_: {"until": f"203{place}-12-31", "verdicts": old} for place, id_ in enumerate(SCALES)}
    sources = sources.put((SITE, "scales"), scales)
    verdicts = [*site["verdicts"], {**verdict, "requires": ["evidence"]}]
    sources = sources.put((SITE, "verdicts"), verdicts)
    sources = sources.put((SITE, "topics", LONE), {"label": "Lone", "description": "No claim has it."})
    more = {"kind": "organisation", "url": "https://example.org/", "email": "desk@example.org"}
    sources = _filled(sources, (SITE, "publisher"), more)
    sources = _filled(sources, (SITE, "licence"), {"url": "https://example.org/terms"})
    sources = _filled(sources, (SITE, "policies"), dict.fromkeys(m.PoliciesRecord.model_fields, contact))
    name = sources.names(PAGES)[0]
    sources = _filled(sources, (name,), {"description": "One line.", "menu": "3"})
    claim = ids(sources, "claim")[0]
    return sources.write(name, f"{sources.bodies[name]}\nSee [[claim:{claim}]].\n")


def _with_actors(sources: Sources) -> Sources:
    used = ids(sources, "actor")
    kinds = {id_: sources.get((CLAIMS, "actors", id_)).get("kind", "person") for id_ in used}
    people = [id_ for id_ in used if kinds[id_] not in ("group", "organisation")]
    claims = sources.get((CLAIMS, "claims"))
    speaking = [id_ for id_ in used if id_ not in people and any(claim["actor"] == id_ for claim in claims)]
    sources = _filled(sources, (CLAIMS, "actors", speaking[0]), {"members": people[:2], "kind": "group"})
    accused = next(id_ for id_ in used if id_ not in people and any(id_ in claim.get("about", ()) for claim in claims))
    sources = _filled(sources, (CLAIMS, "actors", accused), {"members": [people[1], people[2]]})
    more = {
        "kind": "person", "role": "Somebody", "country": "BY", "also_known_as": ["Another name"],
        "same_as": ["https://example.org/a"], "former_ids": ["somebody-once"],
        "summary": f"As [[actor:{people[1]}]] is.",
    }  # fmt: skip
    sources = _filled(sources, (CLAIMS, "actors", people[0]), more)
    for id_ in (LONE, *ONLY.values()):
        sources = sources.put((CLAIMS, "actors", id_), {"name": f"The {id_}", "role": "Somebody"})
    bundle = {"name": "A bundle", "kind": "group", "members": [ONLY["members"]]}
    return sources.put((CLAIMS, "actors", "a-bundle"), bundle)


def _with_articles(sources: Sources) -> Sources:
    first, second, *_ = (path[0] for path in places(sources, m.ArticleRecord))
    more = {
        "byline": ["A. Author"], "agency": "AFP", "contributors": ["Reuters"], "url": "https://example.org/story",
        "archived": {"url": "https://example.net/copy"}, "language": "en", "source": "independent", "rights": "excerpt",
        "subtitle": "A line below it.",
        "captions": ["The square on Sunday."], "note": "As received.", "former_ids": ["the-story-once"],
    }  # fmt: skip
    more["pages"] = {"2": beginnings(sources.bodies[str(first)])[2]}
    sources = _filled(sources, (first,), more)
    sources = _filled(sources, (first, "archived"), {"date": "2020-09-01"})
    sources = sources.put((second, "rights"), "full")
    record = {"title": "A quiet day", "publisher": "The Daily", "published": "2020-05-03", "language": "en"}
    sources = sources.put((UNCITED,), record)
    return sources.write(UNCITED, "Nothing happened on Sunday.\n\nNor did anything on Monday.\n")


def _with_claims(sources: Sources) -> Sources:
    named = [path for path in places(sources, m.ClaimRecord) if not sources.get(path).get("status")]
    top, last = named[0], named[-1]
    verdicts = ids(sources, "verdict")
    was = {
        "statement": "It read otherwise.",
        "verdict": verdicts[0],
        "summary": "It was summed up otherwise.",
    }
    corrections = [{"date": DAY, "change": "One word."}, {"date": LATER, "change": "Three readings.", "was": was}]
    asked = {"date": "2026-11-01", "of": ids(sources, "actor")[1], "answer": "It is not so."}
    more = {
        "checked_by": [PERSON],
        "scale": SCALES[0],
        "asked": [asked, {"date": "2026-11", "of": "The ministry", "answer": "none"}],
        "reviewed_by": ["A. Reader"],
        "corrections": corrections,
        "former_ids": ["the-claim-once"],
    }
    sources = _filled(sources, top, {"status": "published", "attribution": "statement"} | more)
    changed = places(sources, m.WasRecord)[0]
    sources = sources.put(changed, {**sources.get(changed), "verdict": verdicts[0], "scale": SCALES[1]})
    sources = _filled(sources, named[1], {"attribution": "position", "asked": {"date": "2026-11-01", "of": "The desk"}})
    for path, key, value in _about_passages(sources):
        sources = _filled(sources, path, {key: value})
    relations = places(sources, m.RelationRecord)
    sources = _filled(sources, relations[0], {"note": "Why they stand so."})
    said, again = [path for path in named[1:-1] if not sources.get(path).get("relations")][:2]
    sources = sources.put((*again, "relations"), [{"claim": sources.get(said)["id"], "kind": "repeats"}])
    sources = _filled(sources, last, {"status": "withdrawn", "corrections": corrections[:1]})
    claim = sources.get(top)
    kept = {key: claim[key] for key in ("date", "published", "statement", "summary", "topics")}
    kept |= {"actor": ONLY["actor"], "about": [ONLY["about"]], "accuses": [ONLY["accuses"]]}
    words = {**claim["passages"][0], "speaker": ONLY["speaker"]}
    contact = sources.get((SITE, "policies", "contact"))
    root = urls.base_path(sources.get((SITE, "base_url")))
    links = f"See [[page:{contact}]], [there](../../{contact}/) and [there]({root}{contact}/)."
    lone = {"id": LONE_CLAIM, **kept, "verdict": LONE, "assessment": links}
    lone["passages"] = [words, {**words, "role": "evidence"}]
    draft = {**lone, "id": "a-draft", "status": "draft", "verdict": verdicts[0]}
    return sources.put((CLAIMS, "claims"), [*sources.get((CLAIMS, "claims")), lone, draft])


def _about_passages(sources: Sources) -> list[tuple[Path, str, str]]:
    """What a passage may have and none of the shipped site's has."""
    first, second, *_ = places(sources, m.PassageRecord)
    found: list[tuple[Path, str, str]] = [(first, "translation", "In other words."), (second, "note", "A note.")]
    for place in places(sources, m.PassageRecord):
        passage = sources.get(place)
        parts = sources.bodies[f"{ARTICLES}{passage['article']}.md"].split(passage["quote"])
        if len(parts) == 2 and parts[0][-20:].strip() and "\n" not in parts[0][-20:] + parts[1][:20]:
            return [*found, (place, "prefix", parts[0][-20:]), (place, "suffix", parts[1][:20])]
    return found
