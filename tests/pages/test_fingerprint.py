from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from site_builder.page import Page
from site_builder.pages.fingerprint import fingerprint
from site_builder.pages.views import ClaimView
from tests.pages.planned import crowd, planned


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return planned(crowd())


def edited(value: Any) -> Iterator[Any]:
    """``value`` with one text, number or truth in it changed, once for each that it has."""
    if isinstance(value, str):
        yield f"{value}!"
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif value is None:
        yield ""
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            for changed in edited(item):
                yield (*value[:at], changed, *value[at + 1 :])
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for changed in edited(getattr(value, field.name)):
                yield replace(value, **{field.name: changed})


def test_pages_that_differ_have_different_digests(pages: list[Page]) -> None:
    assert len({fingerprint("", page) for page in pages}) == len({repr(page) for page in pages}) > 100


def test_every_change_of_what_a_page_shows_changes_its_digest(pages: list[Page]) -> None:
    by_template = {page.template: page for page in pages}
    lists = [by_template[name] for name in ("claims.html", "verdict.html", "contradictions.html")]
    for page in lists:
        digest = fingerprint("", page)
        different = [changed for changed in edited(page) if changed != page]
        assert len(different) > 50
        assert digest not in {fingerprint("", changed) for changed in different}


def test_equal_pages_have_one_digest_and_what_is_around_counts(pages: list[Page]) -> None:
    again = planned(crowd())
    assert [fingerprint("a", page) for page in pages] == [fingerprint("a", page) for page in again]
    assert fingerprint("a", pages[0]) != fingerprint("b", pages[0])


def test_values_that_look_alike_are_told_apart(pages: list[Page]) -> None:
    page = pages[0]
    alike: list[object] = [("a", "b"), ("a,b",), ("a", ("b",)), "('a','b')", ("'a'", "b"), 1, "1", True, None, "None"]
    assert len({fingerprint("", replace(page, view=view)) for view in alike}) == len(alike)


def test_a_claim_is_found_by_what_it_shows(pages: list[Page]) -> None:
    page = next(page for page in pages if page.template == "claims.html")
    claim: ClaimView = page.view.years[0].claims[0]  # type: ignore[attr-defined]
    assert fingerprint("", replace(page, view=claim)) == fingerprint("", replace(page, view=replace(claim)))
    other = replace(claim, statement="Another")
    assert fingerprint("", replace(page, view=claim)) != fingerprint("", replace(page, view=other))
