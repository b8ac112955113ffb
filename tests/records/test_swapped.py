from __future__ import annotations

import re

import pytest

from site_builder.diagnostics import Diagnostic
from tests.projects import checked, edited, minimal

SITE, CLAIMS = "content/site.yaml", "claims.yaml"
ACTORS = "actors:\n  ann:\n    name: Ann Able\n    role: Minister\n  bob:\n    name: Bob Baker\n"
VERDICTS = """verdicts:
  - id: disputed
    label: Disputed
    definition: Somebody denies it.
    value: 3
    tone: mixed
"""
TOPICS = "topics:\n  roads: {label: Roads}\n"
POLICIES = "policies: {methodology: method}\n"
PASSAGES = """    passages:
      - article: daily-2020-05-03
        quote: the roads are safer than ever
        speech: direct
"""


def told(name: str, there: str, written: str) -> list[Diagnostic]:
    return [one for one in checked(edited(minimal(), name, there, written)).report.diagnostics if one.file == name]


@pytest.mark.parametrize(
    ("name", "there", "written", "example"),
    [
        (CLAIMS, ACTORS, "actors:\n  - id: ann\n    name: Ann Able\n", "ann: {name: Ann Able}"),
        (CLAIMS, ACTORS, "actors:\n  - ann:\n      name: Ann Able\n", "ann: {name: …}"),
        (CLAIMS, ACTORS, "actors:\n  - name: Ann Able\n    role: Minister\n", "{name: Ann Able, role: Minister}"),
        (CLAIMS, ACTORS, f"actors:\n  - name: Ann\n    role: {'x' * 99}\n", "ann: {name: …}"),
        (CLAIMS, ACTORS, "actors:\n  - Ann Able\n  - Bob Baker\n", "ann-able: {name: Ann Able}"),
        (CLAIMS, ACTORS, "actors: [ann, bob]\n", "ann: {name: …}"),
        (CLAIMS, ACTORS, "actors: [[ann]]\n", "ID: {name: …}"),
        (CLAIMS, ACTORS, "actors: Ann Able\n", "below it: ann-able:"),
        (
            CLAIMS,
            "  ann:\n    name: Ann Able\n    role: Minister",
            "  ann:\n    - name: Ann Able",
            "hyphens: name: Ann Able",
        ),
        (CLAIMS, "  bob:\n    name: Bob Baker", "  bob: Bob Baker", "write {name: Bob Baker}"),
        (SITE, TOPICS, "topics: [roads]\n", "roads: {label: …}"),
        (SITE, TOPICS, "topics:\n  - roads: {label: Roads}\n", "roads: {label: …}"),
        (SITE, TOPICS, "topics:\n  - label: Roads and bridges\n", "roads-and-bridges: {label: Roads and bridges}"),
        (SITE, TOPICS, f"{TOPICS}people: [Cora Cole]\n", "cora-cole: {name: Cora Cole}"),
        (SITE, TOPICS, f"{TOPICS}scales:\n  - id: first\n    until: 2025-01-01\n", "first: {until: 2025-01-01}"),
        (SITE, POLICIES, "policies: [method]\n", "{methodology: method}"),
        (SITE, POLICIES, "policies:\n  - methodology: method\n", "hyphens: methodology: method"),
        (SITE, POLICIES, f"{POLICIES}review: [2, 2020-01-01]\n", "{people: 2, since: 2020-01-01}"),
        (SITE, POLICIES, f"{POLICIES}review: [2, [3]]\n", "without hyphens"),
        (SITE, "publisher: {name: Nobody}\n", "publisher: [Nobody]\n", "{name: Nobody}"),
        (SITE, VERDICTS, "verdicts:\n  disputed:\n    label: Disputed\n", "below that: - id: disputed"),
        (SITE, VERDICTS, "verdicts:\n  disputed: Somebody denies it.\n", "with its keys: - id: disputed"),
        (SITE, VERDICTS, "verdicts:\n  id: disputed\n  label: Disputed\n", "first key of each item: - id: …"),
        (CLAIMS, "  - id: roads-are-safe\n", "  roads-are-safe:\n", "below that: - id: roads-are-safe"),
        (CLAIMS, PASSAGES, PASSAGES.replace("- article", "  article"), "first key of each item: - article: …"),
        (
            CLAIMS,
            PASSAGES,
            "    passages:\n      daily-2020-05-03: safer than ever\n",
            "keys: - article: daily-2020-05-03",
        ),
        (CLAIMS, "    topics: [roads]\n", "    topics: {roads: yes}\n", "items alone: [roads]"),
    ],
)
def test_what_was_swapped_is_told_with_the_editors_own_words(name: str, there: str, written: str, example: str) -> None:
    (fault,) = [one for one in told(name, there, written) if one.code == "wrong-type"]
    assert fault.help is not None
    assert fault.help.endswith(example), fault.help
    assert not re.search(r"\b(None|Scalar|dict)\b", fault.help)
