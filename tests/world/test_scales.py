"""A rating scale changes, and claims that were rated before keep what their verdict said."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from site_builder.build import Options, build
from site_builder.diagnostics import Diagnostic
from site_builder.history.against import compare
from site_builder.load.files import Project
from tests.link.test_site import with_second
from tests.projects import checked, codes, edited, records

NOW, BEFORE = "Contradicted", "Disputed"
SCALES = """scales:
  first:
    until: 2020-12-31
    verdicts:
      - {id: disputed, label: Disputed, definition: Somebody denies it., value: 3, tone: mixed}
"""
OLD, NEW = "claims/roads-are-safe/", "claims/roads-are-old/"


def renewed(keys: str = "scale: first", scales: str = SCALES) -> Project:
    """Two claims; the scale is another now, and the first claim was rated on the old one."""
    made = edited(with_second(), "content/site.yaml", "label: Disputed", f"label: {NOW}")
    made = edited(made, "content/site.yaml", "Somebody denies it.", "Another source says otherwise.")
    made = edited(made, "content/site.yaml", "title: Minimal\n", f"title: Minimal\n{scales}")
    lines = "".join(f"    {key}\n" for key in keys.split("; ") if key)
    return edited(made, "claims.yaml", "    verdict: disputed\n", f"    verdict: disputed\n{lines}")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    made = build(renewed(), options=Options(search=False, exports=True)).files
    assert made is not None
    return {name: data.decode() for name, data in made.items() if not name.endswith((".png", ".ico"))}


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2]))


def test_the_old_claim_keeps_its_verdict_and_says_of_which_scale_it_is(files: dict[str, str]) -> None:
    old, new = (words(files[f"{place}index.html"]) for place in (OLD, NEW))
    assert "Disputed Somebody denies it." in old
    assert "Rated on the scale in use until 31 December 2020." in old
    assert "Contradicted Another source says otherwise." in new
    assert "Rated on the scale" not in new


def test_each_verdict_has_its_page(files: dict[str, str]) -> None:
    old, new = (words(files[f"verdicts/{name}/index.html"]) for name in ("first--disputed", "disputed"))
    assert "This verdict belongs to the scale in use until 31 December 2020." in old
    assert "The roads are safe." in old
    assert "The roads are old." not in old
    assert NOW not in old.partition("The whole scale")[2]
    assert "The roads are old." in new
    assert "scale in use" not in new


def test_the_list_of_verdicts_tells_both_scales(files: dict[str, str]) -> None:
    text = words(files["verdicts/index.html"])
    now, _, before = text.partition("The scale in use until 31 December 2020")
    assert "Contradicted Another source says otherwise. 1 of 2 claims" in now
    assert "Disputed" not in now
    assert "Disputed (scale in use until 31 December 2020) Somebody denies it. 1 of 2 claims" in before


def test_programs_are_told(files: dict[str, str]) -> None:
    old, new = (json.loads(files[f"{place}index.json"])["verdict"] for place in (OLD, NEW))
    assert old == {
        "id": "disputed", "scale": "first", "label": BEFORE, "meaning": "Somebody denies it.", "value": 3,
    }  # fmt: skip
    assert (new["id"], new["scale"], new["label"]) == ("disputed", None, NOW)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(files["data/claims.csv"]))}
    assert [rows[id_]["verdict_scale"] for id_ in ("roads-are-safe", "roads-are-old")] == ["first", ""]
    assert [rows[id_]["verdict"] for id_ in ("roads-are-safe", "roads-are-old")] == ["disputed", "disputed"]
    assert '"alternateName":"Disputed"' in files[f"{OLD}index.html"]


def test_a_scale_that_no_claim_names_has_no_pages() -> None:
    made = checked(renewed("")).files
    assert made is not None
    assert [name for name in made if name.startswith("verdicts/first")] == []


@pytest.mark.parametrize(
    ("keys", "scales", "expected"),
    [
        ("scale: frist", SCALES, ["unknown-scale"]),
        ("scale: first", SCALES.replace("id: disputed", "id: denied"), ["unknown-verdict"]),
        ("scale: first", SCALES.replace("2020-12-31", "2020-05-31"), ["date-order"]),
        ("scale: first", SCALES.replace("2020-12-31", "2020-06-01"), []),
        ("scale: first", SCALES + SCALES.partition("verdicts:\n")[2], ["duplicate-id"]),
        ("corrections: [{date: 2021-01-01, change: So., was: {verdict: denied, scale: first}}]", SCALES,
         ["unknown-verdict"]),
        ("corrections: [{date: 2021-01-01, change: So., was: {summary: So., scale: first}}]", SCALES,
         ["unknown-verdict"]),
        ("scale: first", SCALES.replace("tone: mixed", "requires: [evidence]"), ["verdict-without-basis"]),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(keys: str, scales: str, expected: list[str]) -> None:
    assert codes(checked(renewed(keys, scales))) == expected


def test_a_claim_that_is_rated_anew_tells_what_it_was() -> None:
    again = "corrections: [{date: 2021-02-01, change: Rated anew., was: {verdict: disputed, scale: first}}]"
    made = build(renewed(again), options=Options(search=False, exports=True)).files
    assert made is not None
    text = words(made[f"{OLD}index.html"].decode())
    assert "before: Disputed" in text
    assert "after: Contradicted" in text
    data = json.loads(made[f"{OLD}index.json"])
    assert data["corrections"][0]["was"] == {"verdict": "disputed", "scale": "first"}
    assert "verdicts/first--disputed/index.html" in made


def test_earlier_readings_stood_on_the_same_scale() -> None:
    keys = "scale: first; corrections: [{date: 2020-07-01, change: So., was: {verdict: disputed}}]"
    made = checked(renewed(keys)).files
    assert made is not None
    assert "before: Disputed" in words(made[f"{OLD}index.html"].decode())


def against(now: Project) -> list[Diagnostic]:
    return [item for item in compare(records(with_second()), records(now)) if "verdict" in item.message]


def test_a_scale_that_is_kept_takes_nothing_back() -> None:
    both = edited(
        renewed(),
        "claims.yaml",
        "    verdict: disputed\n    summary: It is his",
        "    verdict: disputed\n    scale: first\n    summary: It is his",
    )
    assert against(both) == []
    assert {item.code for item in against(renewed())} == {"basis-changed", "correction-missing"}
    other = SCALES.replace("Somebody denies it.", "Nobody knows.")
    kept = edited(both, "content/site.yaml", SCALES, other)
    assert [(item.code, item.position[0] > 1) for item in against(kept)] == [("scale-rewritten", True)]
