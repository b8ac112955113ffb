from __future__ import annotations

import pytest

from tests.projects import checked, codes, edited, minimal

PUBLISHED = "    published: 2020-06-01"
OLD = "{date: 2020-07-01, change: First., was: {statement: The roads were safe.}}"


@pytest.mark.parametrize(
    ("corrections", "faults"),
    [
        ("{date: 2020-07-01, change: It., was: {verdict: disputed}}", ["verdict"]),
        ("{date: 2020-07-01, change: It., was: {statement: The roads are safe.}}", ["statement"]),
        (OLD, []),
        (f"{OLD}, {{date: 2020-07-02, change: Second., was: {{statement: The roads were safe.}}}}", ["statement"]),
        (f"{OLD}, {{date: 2020-07-02, change: Second., was: {{statement: The roads are fine.}}}}", []),
        ("{date: 2020-07-01, change: It., was: {verdict: disputed, scale: old}}", []),
        ("{date: 2020-07-01, change: It.}", []),
    ],
)
def test_what_was_is_not_what_is(corrections: str, faults: list[str]) -> None:
    project = edited(minimal(), "claims.yaml", PUBLISHED, f"{PUBLISHED}\n    corrections: [{corrections}]")
    scales = (
        "scales: {old: {until: 2020-07-01, verdicts: [{id: disputed, label: D, definition: Odd.}]}}\ntitle: Minimal"
    )
    result = checked(edited(project, "content/site.yaml", "title: Minimal", scales))
    found = [fault for fault in result.report.diagnostics if fault.code == "invalid-value"]
    assert [fault.message for fault in found] == [
        f"according to this correction the {key} was what it is after it" for key in faults
    ]
    assert all(fault.span and "claims.yaml" in fault.file for fault in found)


def test_two_claims_without_a_hyphen_between_them_are_one_fault() -> None:
    text = minimal().content["claims.yaml"].decode()
    first = text[text.index("  - id:") :].rstrip()
    second = first.replace("  - id: roads-are-safe", "    id: roads-are-old")
    other = first.replace("roads-are-safe", "a-third")
    relation = "\n    relations: [{claim: roads-are-safe, kind: supports}]"
    project = edited(minimal(), "claims.yaml", first, f"{first}\n{second}{relation}\n{other}{relation}")
    assert codes(checked(project)) == ["duplicate-key"]
