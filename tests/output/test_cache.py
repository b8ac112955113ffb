from __future__ import annotations

from pathlib import Path

from site_builder.output import cache


def test_what_is_stored_is_read(tmp_path: Path) -> None:
    assert cache.read_one(tmp_path, "kind", "k") is None
    cache.write_one(tmp_path, "kind", "k", b"one ", b"two")
    assert cache.read_one(tmp_path, "kind", "k") == b"one two"
    cache.write_one(tmp_path, "kind", "k", b"three")
    assert cache.read_one(tmp_path, "kind", "k") == b"three"


def test_a_damaged_entry_is_no_entry(tmp_path: Path) -> None:
    cache.write_one(tmp_path, "kind", "k", b"one")
    stored = (tmp_path / "kind" / "k").read_bytes()
    for damaged in (stored[:-1], stored + b"x", b"", stored[:32], b"x" + stored[1:]):
        (tmp_path / "kind" / "k").write_bytes(damaged)
        assert cache.read_one(tmp_path, "kind", "k") is None


def test_only_what_is_named_stays_once_there_is_much_else(tmp_path: Path) -> None:
    for number in range(6):
        cache.write_one(tmp_path, "kind", f"{number}" * 64, b"x")
    (tmp_path / "kind" / "holiday").write_bytes(b"x")
    cache.keep(tmp_path, "kind", ["1" * 64])
    kept = {path.name for path in (tmp_path / "kind").iterdir()}
    assert kept == {"1" * 64, "holiday"}  # and what was not put there by this program


def test_without_a_folder_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (None, tmp_path / "file"):
        cache.write_one(folder, "kind", "k", b"one")
        assert cache.read_one(folder, "kind", "k") is None
        cache.keep(folder, "kind", ["k"])
