"""The work of a comparison grows with the records, however many of them changed for many claims at once."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.history.against import compare
from site_builder.load.files import Project
from tests.growth import lines_run
from tests.projects import ARTICLE, changed, edited, minimal, records

CLAIM = """
  - id: claim-{0}
    statement: Statement {0}.
    actor: actor-{0}
    date: 2020-05-02
    verdict: disputed
    summary: Because of {0}.
    passages: [{{article: daily-{0}, quote: the roads are safer than ever}}]
    published: 2020-06-01
"""


def project(count: int, name: str = "Old", text: bytes = b"") -> Project:
    """``count`` claims, each of an actor and from an article of its own."""
    actors = "".join(f"  actor-{number}:\n    name: {name} {number}\n" for number in range(count))
    claims = minimal().content["claims.yaml"].decode().replace("  bob:\n", f"{actors}  bob:\n", 1).rstrip("\n")
    claims += "".join(CLAIM.format(number) for number in range(count))
    article = minimal().content[ARTICLE] + text
    articles: dict[str, bytes | None] = {f"content/articles/daily-{number}.md": article for number in range(count)}
    return changed(minimal(), {"claims.yaml": claims.encode(), **articles})


@pytest.mark.parametrize("after", [{"text": b"More.\n"}, {"name": "Young"}, {}], ids=["articles", "actors", "nothing"])
def test_what_changed_for_the_claims_of_each_actor_and_each_article(after: dict[str, Any]) -> None:
    found: list[list[Diagnostic]] = []

    def lines(count: int) -> int:
        before, now = records(project(count)), records(project(count, **after))
        return lines_run(lambda: found.append(compare(before, now)))

    assert lines(100) < 2.5 * lines(50)
    assert [len(each) for each in found] == ([100, 50] if after else [0, 0])


def test_long_names_are_compared_by_their_beginnings() -> None:
    def lines(length: int) -> int:
        name, other = "a" * length, "ab" * (length // 2)
        before = edited(minimal(), "claims.yaml", "name: Ann Able", f"name: {name}")
        after = edited(minimal(), "claims.yaml", "name: Ann Able", f"name: {other}\n    also_known_as: [{name}]")
        sides = records(before), records(after)
        assert compare(*sides) == []
        return lines_run(lambda: compare(*sides))

    assert lines(4000) < 1.5 * lines(1000)
