from __future__ import annotations

from pathlib import Path

from site_builder.output import cache

FILES = {"a.js": b"one", "filter/b": b"two"}


def test_what_is_stored_is_read(tmp_path: Path) -> None:
    assert cache.read(tmp_path, "k") is None
    cache.write(tmp_path, "k", FILES)
    assert cache.read(tmp_path, "k") == FILES


def test_a_damaged_entry_is_no_entry(tmp_path: Path) -> None:
    cache.write(tmp_path, "k", FILES)
    (tmp_path / "search" / "k" / "files" / "a.js").write_bytes(b"odd")
    assert cache.read(tmp_path, "k") is None
    for sums in ("not json", "5", "null", '["a.js"]', "[" * 200_000, '{"/etc/passwd": ""}', '{"../a.js": ""}'):
        (tmp_path / "search" / "k" / "sums.json").write_text(sums)
        assert cache.read(tmp_path, "k") is None


def test_only_the_newest_entries_stay(tmp_path: Path) -> None:
    (tmp_path / "search" / "holiday").mkdir(parents=True)
    for number in range(6):
        cache.write(tmp_path, f"{number}" * 64, FILES)
    assert len(list((tmp_path / "search").iterdir())) == 4  # and what was not put there by this program
    assert cache.read(tmp_path, "5" * 64) == FILES


def test_without_a_folder_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    cache.write(None, "k", FILES)
    assert cache.read(None, "k") is None
    (tmp_path / "file").write_text("in the way")
    cache.write(tmp_path / "file", "k", FILES)
    assert cache.read(tmp_path / "file", "k") is None
