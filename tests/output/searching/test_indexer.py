from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.output import cache
from site_builder.output.searching import engine, listing
from site_builder.output.searching import index as module
from site_builder.output.searching.index import index
from site_builder.output.searching.indexer import Indexer
from tests.output.searching.entries import entry

PAGES = [entry(number) for number in range(30)]
CHANGED = [*PAGES[:9], entry(9, "Another"), *PAGES[10:]]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A cache folder with the index of ``PAGES``."""
    indexer = Indexer(tmp_path)
    indexer.index(PAGES)
    indexer.keep()
    return tmp_path


@pytest.fixture
def asked(kept: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages of words the engine is asked, run by run, once there is something in ``kept``."""
    found: list[int] = []

    def bundles(indexes: list[list[tuple[str, str]]], *, patience: float) -> list[dict[str, bytes]]:
        found.append(sum(len(html) for _, html in indexes[0]))
        return engine.bundles(indexes, patience=patience)

    monkeypatch.setattr(module, "bundles", bundles)
    return found


def test_the_bundle_lies_at_its_place_with_the_listing() -> None:
    files = Indexer(None).index(PAGES).files
    made = index(PAGES).files
    assert files == {f"pagefind/{name}": data for name, data in listing.listed(PAGES, made).items()}


def test_the_next_command_continues(kept: Path, asked: list[int]) -> None:
    assert Indexer(kept).index(PAGES).files == Indexer(kept).index(PAGES).files
    assert asked == []
    assert Indexer(kept).index(CHANGED).files == Indexer(None).index(CHANGED).files
    few, all_ = asked
    assert few < all_ / 4


def test_one_file_is_kept(kept: Path) -> None:
    indexer = Indexer(kept)
    for pages in (CHANGED, PAGES, CHANGED[:5]):
        indexer.index(pages)
        indexer.keep()
    assert [path.name for path in kept.rglob("*") if path.is_file()] == ["index"]


def test_what_was_only_read_is_not_written_again(kept: Path) -> None:
    path = kept / "search" / "index"
    before = path.stat()
    indexer = Indexer(kept)
    indexer.index(PAGES)
    indexer.keep()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def other_mode(path: Path) -> None:
    path.chmod(0o666)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def linked(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to(path.with_name("other"))


@pytest.mark.parametrize("damage", [other_mode, cut, flipped, emptied, linked, Path.unlink])
def test_what_cannot_be_trusted_counts_as_missing(
    kept: Path, asked: list[int], damage: Callable[[Path], object]
) -> None:
    damage(kept / "search" / "index")
    made = Indexer(kept).index(PAGES)
    assert made.files == Indexer(None).index(PAGES).files
    first, second = asked
    assert first == second, "both are made from nothing"


def test_a_sum_over_the_wrong_columns_counts_as_missing(kept: Path, asked: list[int]) -> None:
    data = cache.read_one(kept, "search", "index")
    assert data is not None
    for wrong in (data[:-1], data.replace(b'"en words"', b'"en wirds"'), data[:32], data.replace(b'["en"]', b"5     ")):
        cache.write_one(kept, "search", "index", wrong)
        assert Indexer(kept).index(PAGES).files
    assert len(asked) == 4


def test_without_a_folder_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (None, tmp_path / "file"):
        indexer = Indexer(folder)
        indexer.index(PAGES[:2])
        indexer.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
