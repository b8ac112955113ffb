from __future__ import annotations

import pytest

from site_builder.history.unfilled import unfilled
from tests.projects import ARTICLE, changed, minimal

PAGE = "content/pages/method.md"


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        (PAGE, "---\ntitle: M\n---\nA [fill in: who] and [fill in: when].\n", [(4, 3), (4, 22)]),
        ("content/site.yaml", "title: '[fill in: a name]'\n", [(1, 9)]),
        ("claims.yaml", "# [example: a comment counts]\n", [(1, 3)]),
        ("claims/a.yaml", "claims: []  # [fill in: x]\n", [(1, 15)]),
        ("static/a.txt", "\ufeff[fill in: x]", [(1, 1)]),
        ("static/a.html", "[fill in: x]", []),
        (ARTICLE, "---\ntitle: '[example: x]'\n---\nIt said [fill in: name].\n", [(2, 9)]),
        (PAGE, "[fill in] [Fill in: x] [fill in:x] [fill in: a\nb] fill in: x\n", []),
    ],
)
def test_what_counts_as_a_place_to_be_filled_in(name: str, text: str, places: list[tuple[int, int]]) -> None:
    found = list(unfilled(changed(minimal(), {name: text.encode()})))
    assert [fault.position for fault in found] == places
    assert {(fault.code, fault.file) for fault in found} == ({("not-filled-in", name)} if places else set())


def test_bytes_that_are_no_text_end_nothing() -> None:
    assert [fault.position for fault in unfilled(changed(minimal(), {PAGE: b"\xff [fill in: x]"}))] == [(1, 3)]
