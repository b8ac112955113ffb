from __future__ import annotations

from site_builder.output.searching.files import pack
from site_builder.output.searching.runs import ENDS, MOST, named

PAGES = [(f"en_{number * 2654435761 % 2**28:07x}", pack(b"page %d" % number)) for number in range(400)]


def names(pages: list[tuple[str, bytes]]) -> list[str]:
    return [name for run in named("en", pages) for name in run.names]


def test_every_page_has_a_name_of_its_own_and_its_own_file() -> None:
    runs = named("en", PAGES)
    assert [data for run in runs for data in run.files] == [data for _, data in PAGES]
    assert len(set(names(PAGES))) == len(PAGES)
    assert 400 / MOST < len(runs) < 400 / 10


def test_no_run_is_longer_than_a_sign_can_say() -> None:
    alike = [("en_0000000", data) for _, data in PAGES]
    assert max(len(run.files) for run in named("en", alike)) == MOST
    assert chr(48 + MOST).isascii()


def test_other_content_has_another_name_and_the_other_runs_keep_theirs() -> None:
    before = names(PAGES)
    for changed in (PAGES[150][0], "en_f000000", "en_0000000"):
        after = names([*PAGES[:150], (changed, pack(b"another")), *PAGES[151:]])
        assert after[150] != before[150]
        assert len(set(before) - set(after)) <= 2 * MOST


def test_a_new_or_missing_page_renames_its_own_run() -> None:
    before = set(names(PAGES))
    for pages in ([*PAGES[:150], ("en_1234567", pack(b"new")), *PAGES[150:]], [*PAGES[:150], *PAGES[151:]]):
        assert len(before - set(names(pages))) <= 3 * MOST


def test_the_digit_that_ends_a_run_is_one_that_longer_names_have_too() -> None:
    longer = [(f"{name}a", data) for name, data in PAGES]
    assert names(longer) == names(PAGES)
    assert named("en", [(f"en_{ENDS}000000", pack(b"1")), ("en_1000000", pack(b"2"))])[0].files == [pack(b"1")]


def test_nothing_has_no_runs() -> None:
    assert named("en", []) == []
