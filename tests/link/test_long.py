"""Reading and linking a project takes time in proportion to its length, whatever it has many of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.link.site import link
from site_builder.load.files import Project
from site_builder.load.records import load
from tests.projects import edited, minimal
from tests.test_growth import grows_linearly

SITE, CLAIMS = "content/site.yaml", "claims.yaml"


def of_site(text: str) -> Project:
    return edited(minimal(), SITE, "title: Minimal\n", f"title: Minimal\n{text}")


def of_topics(text: str) -> Project:
    return edited(minimal(), SITE, "topics:\n", f"topics:\n{text}")


def of_actors(text: str) -> Project:
    return edited(minimal(), CLAIMS, "actors:\n", f"actors:\n{text}")


def of_claim(text: str) -> Project:
    return edited(minimal(), CLAIMS, "    published: 2020-06-01\n", f"    published: 2020-06-01\n{text}")


def many(n: int, line: str) -> str:
    return "".join(line.format(i=i, before=i - 1) for i in range(1, n))


CLAIM = (
    "  - id: c{i}\n    actor: ann\n    statement: The roads are good, number {i}.\n    date: 2020-05-02\n"
    "    verdict: disputed\n    summary: It is said.\n    published: 2020-06-01\n"
)
KINDS: dict[str, Callable[[int], Project]] = {
    "topics": lambda n: of_topics(many(n, "  t{i}: {{label: Topic {i}}}\n")),
    "topics with one label": lambda n: of_topics(many(n, "  t{i}: {{label: Roads}}\n")),
    "unknown keys of the site": lambda n: of_site(many(n, "key{i}: x\n")),
    "one unknown key of the site many times": lambda n: of_site("key: x\n" * n),
    "one known key of the site many times": lambda n: of_site("tagline: x\n" * n),
    "people": lambda n: of_site("people:\n" + many(n, "  p{i}: {{name: Ann B{i}}}\n")),
    "people with one name": lambda n: of_site("people:\n" + many(n, "  p{i}: {{name: Ann}}\n")),
    "actors": lambda n: of_actors(many(n, "  a{i}:\n    name: Ann B{i}\n")),
    "actors with one name": lambda n: of_actors(many(n, "  a{i}:\n    name: Ann\n")),
    "actors with other names": lambda n: of_actors(
        many(n, "  a{i}:\n    name: Ann B{i}\n    also_known_as: [B {i}]\n")
    ),
    "actors with former ids": lambda n: of_actors(many(n, "  a{i}:\n    name: Ann B{i}\n    former_ids: [b{i}]\n")),
    "actors with a fault": lambda n: of_actors(many(n, "  a{i}:\n    nmae: Ann B{i}\n")),
    "one actor many times": lambda n: of_actors(many(n, "  a:\n    name: Ann B{i}\n")),
    "claims": lambda n: of_claim(many(n, CLAIM)),
    "claims with one id": lambda n: of_claim(many(n, CLAIM.replace("c{i}", "c"))),
    "claims with a passage": lambda n: of_claim(
        many(n, CLAIM + "    passages:\n      - article: daily-2020-05-03\n        quote: the roads are old\n")
    ),
    "claims with a quotation in vain": lambda n: of_claim(
        many(n // 4, CLAIM + "    passages:\n      - article: daily-2020-05-03\n        quote: the roads are new {i}\n")
    ),
    "claims that follow one another": lambda n: of_claim(
        many(n, CLAIM + "    relations:\n      - kind: repeats\n        claim: c{before}\n")
    ),
    "claims with former ids": lambda n: of_claim(many(n, CLAIM + "    former_ids: [d{i}]\n")),
    "claims with one former id": lambda n: of_claim(many(n, CLAIM + "    former_ids: [d]\n")),
    "claims with a topic that there is not": lambda n: of_claim(many(n, CLAIM + "    topics: [none{i}]\n")),
    "claims about somebody who is not": lambda n: of_claim(many(n, CLAIM + "    about: [none{i}]\n")),
    "corrections": lambda n: of_claim(
        "    corrections:\n" + many(min(n, 1000), "      - date: 2020-06-02\n        change: Correction {i}.\n")
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_work_grows_with_the_project(kind: str) -> None:
    def work(n: int) -> Callable[[], object]:
        project = KINDS[kind](n)
        return lambda: link(load(project)[0])

    assert grows_linearly(work)
