from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.packing import archive, deflate
from site_builder.output.packing.archive import archived
from tests.tries import examples

FILES = {"index.html": b"<!doctype html>" * 40, "a/ü.txt": b"words", "a/b/c.bin": bytes(range(256)), "empty": b""}
names = st.text(st.characters(min_codepoint=33, exclude_characters="/\\", exclude_categories=["Cs"]), min_size=1)


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_everything_is_in_it_in_order() -> None:
    found = read(archived(FILES))
    assert found == FILES
    assert list(found) == sorted(FILES)


@given(st.dictionaries(names, st.binary(max_size=300), max_size=20))
@examples(60)
def test_any_files_come_out_as_they_went_in(files: dict[str, bytes]) -> None:
    assert read(archived(files)) == files


def test_neither_order_nor_time_nor_machine_is_told() -> None:
    backwards = dict(reversed(FILES.items()))
    assert archived(FILES) == archived(backwards)
    with zipfile.ZipFile(io.BytesIO(archived(FILES))) as packed:
        for item in packed.infolist():
            assert item.date_time == (1980, 1, 1, 0, 0, 0)
            assert (item.create_system, item.external_attr >> 16) == (3, 0o100644)


def test_what_does_not_shrink_is_stored() -> None:
    with zipfile.ZipFile(io.BytesIO(archived(FILES))) as packed:
        kinds = {item.filename: item.compress_type for item in packed.infolist()}
    assert kinds == {"index.html": 8, "a/ü.txt": 0, "a/b/c.bin": 0, "empty": 0}


def test_another_zlib_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = archived(FILES)
    deflate._method.cache_clear()
    monkeypatch.setattr(deflate, "is_usual", lambda _: False)
    assert archived(FILES) == expected
    assert deflate._method() is deflate.by_hand
    deflate._method.cache_clear()


def test_more_files_than_the_small_format_counts() -> None:
    files = {f"{number:05}": b"" for number in range(70_000)}
    data = archived(files)
    assert b"PK\6\6" in data[-200:]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.namelist() == list(files)


@pytest.mark.parametrize("most", [1, 60, 300])
def test_places_beyond_what_the_small_format_names(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with more than four gigabytes, from a lower limit on."""
    monkeypatch.setattr(archive, "MOST_BYTES", most)
    data = archived(FILES)
    assert b"PK\6\6" in data
    assert read(data) == FILES


def test_a_site_without_files() -> None:
    assert read(archived({})) == {}
