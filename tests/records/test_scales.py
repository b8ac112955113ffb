"""Verdicts of several scales: which address each has, and which scales are told of."""

from __future__ import annotations

from typing import Any

from site_builder.records.models import ClaimRecord, ScaleRecord, SiteRecord
from site_builder.records.record import validate
from site_builder.records.scales import key, last_used, named_by, plain, steps
from tests.growth import lines_run
from tests.records.test_models import CLAIM


def scale(*ids: str) -> list[dict[str, str]]:
    return [{"id": id_, "label": id_.title(), "definition": "What it means."} for id_ in ids]


def site() -> SiteRecord:
    data: dict[str, Any] = {
        "title": "A",
        "base_url": "https://example.org/",
        "publisher": {"name": "A"},
        "verdicts": scale("so", "not-so"),
        "scales": {
            "oldest": {"until": "2020-12-31", "verdicts": scale("so", "half", "odd")},
            "old": {"until": "2024-12-31", "verdicts": scale("so", "half")},
        },
    }
    record, faults = validate(SiteRecord, data)
    assert record, faults
    return record


def test_a_verdict_keeps_its_address_where_no_later_scale_has_its_id() -> None:
    found = {(step.scale, step.verdict.id): step.key for step in steps(site(), {"oldest", "old"})}
    assert found == {
        (None, "so"): "so",
        (None, "not-so"): "not-so",
        ("oldest", "so"): "oldest--so",
        ("oldest", "half"): "oldest--half",
        ("oldest", "odd"): "odd",
        ("old", "so"): "old--so",
        ("old", "half"): "half",
    }
    assert len(set(found.values())) == len(found)
    assert [plain(key) for key in found.values()] == [id_ for _, id_ in found]


def test_scales_that_nobody_names_are_not_told_of() -> None:
    assert [step.scale for step in steps(site(), {"old"})] == [None, None, "old", "old"]


def test_claims_name_scales_as_readers_see_them() -> None:
    old = {"date": "2026-02-01", "change": "It was.", "was": {"verdict": "so", "scale": "oldest"}}

    def named(drafts: bool = False, **keys: object) -> set[str]:
        return named_by([validate(ClaimRecord, {**CLAIM, **keys})[0], None], drafts=drafts)

    assert named() == set()
    assert named(scale="old", corrections=[old]) == {"old", "oldest"}
    assert named(scale="old", status="withdrawn") == named(scale="old", status="draft") == set()
    assert named(scale="old", status="draft", drafts=True) == {"old"}


def test_a_claim_leads_to_the_address_that_the_verdict_has() -> None:
    made = site()
    current, last = {verdict.id for verdict in made.verdicts}, last_used(made.scales)
    assert last == {"so": "2024-12-31", "half": "2024-12-31", "odd": "2020-12-31"}
    for step in steps(made, made.scales):
        assert key(current, made.scales, last, step.scale, step.verdict.id) == step.key
    assert key(current, made.scales, last, "unknown", "half") == key(current, made.scales, last, None, "half") == "half"
    assert key(current, made.scales, last, "old", "unknown") == "unknown"


def test_a_claim_on_an_earlier_scale_does_not_look_through_the_later_ones() -> None:
    def lines(count: int) -> int:
        scales = {
            f"s{number}": {"until": f"20{number:02}-01-01", "verdicts": scale(f"v{number}")} for number in range(count)
        }
        made = {id_: ScaleRecord.model_validate(each) for id_, each in scales.items()}
        last = last_used(made)
        return lines_run(lambda: key({"so"}, made, last, "s0", "v0"))

    assert lines(90) == lines(3)


def test_many_scales_with_the_same_verdicts() -> None:
    """Each verdict of each scale must not be looked for in all other scales: a hundred of a hundred took a minute."""

    def lines(count: int) -> int:
        ids = [f"v{number}" for number in range(count)]
        scales = {f"s{number}": {"until": f"20{number:02}-01-01", "verdicts": scale(*ids)} for number in range(count)}
        made = site().model_copy(update={"scales": {id_: ScaleRecord.model_validate(s) for id_, s in scales.items()}})
        keys: list[str] = []
        found = lines_run(lambda: keys.extend(step.key for step in steps(made, set(scales))))
        assert keys[-1] == ids[-1]
        assert keys[-count - 1] == f"s{count - 2}--{ids[-1]}"
        return found

    assert lines(40) < 5 * lines(20)
