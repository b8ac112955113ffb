from __future__ import annotations

import pytest

from site_builder.output import bounds
from site_builder.output.bounds import MOST_TEXT, Meter, TooMuch, bound, check_braces, check_percent, growth, weight


@pytest.mark.parametrize("pattern", ["%2020d", "%%%*d", "%.9999f", "%(n)9999s"])
def test_a_wide_field_of_percent_is_refused(pattern: str) -> None:
    with pytest.raises(TooMuch):
        check_percent(pattern)


@pytest.mark.parametrize("pattern", ["50 %% 2020, %(n)s", "%(всего2020)s", "%05.1f", "100 %"])
def test_a_percent_sign_beside_a_number_is_none(pattern: str) -> None:
    check_percent(pattern)


@pytest.mark.parametrize("pattern", ["{x:>99999}", "{x:{wide}}"])
def test_a_wide_field_of_braces_is_refused(pattern: str) -> None:
    with pytest.raises(TooMuch):
        check_braces(pattern)


@pytest.mark.parametrize("pattern", ["Год 2020: {name}, {n} из 10000", "{x:.2f}", "{{a: {x}}}"])
def test_a_colon_in_front_of_a_field_is_no_width(pattern: str) -> None:
    check_braces(pattern)


def test_a_list_that_stands_in_many_places_counts_in_each() -> None:
    value: list[object] = ["ha"]
    for _ in range(60):
        value = [value, value]
    assert weight(value, {}) > 2**60
    loop: list[object] = []
    loop.append(loop)
    assert weight(loop, {}) > MOST_TEXT


@pytest.mark.parametrize(
    ("name", "values", "least", "most"),
    [
        ("replace", ["aaa", "a", "bb"], 6, 9),
        ("replace", ["aaa", "", "bb"], 11, 11),
        ("join", [["a", "b"], "---"], 5, 13),
        ("format", ["%s", 20_200_625], 2, 10),
        ("center", ["a", 5000], 5000, 10_100),
        ("sum", [[1, 2], 9_000_000], 2, 10),
        ("wordwrap", ["a b c", 1, "", "-----"], 13, 60),
    ],
)
def test_what_a_filter_can_make(name: str, values: list[object], least: int, most: int) -> None:
    assert least <= growth(name, values) <= most


def test_a_page_has_so_much_and_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    bound(MOST_TEXT)
    with pytest.raises(TooMuch):
        bound(MOST_TEXT + 1)
    meter = Meter()
    monkeypatch.setattr(bounds, "MOST_SECONDS", -1.0)
    meter.start()
    meter.stop()
    with pytest.raises(TooMuch):
        _turn(meter, 200)


def _turn(meter: Meter, times: int) -> None:
    for _ in range(times):
        meter.step()
