from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from site_builder.contents import Files, Kept, Stored, digest, size
from site_builder.errors import EnvironmentProblem


def test_stored_bytes_are_as_those_in_memory(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words")
    stored = Stored(hashlib.sha256(b"words").hexdigest(), 5, str(tmp_path / "x"))
    for content in (stored, b"words", Kept(stored.digest, 5)):
        assert (size(content), digest(content)) == (5, stored.digest)
    assert stored == Stored(stored.digest, 5, "elsewhere")


def test_files_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    files = Files(
        {"a": b"1", "b": Stored(digest(b"2"), 1, str(tmp_path / "later")), "c": Kept("0", 1)}, tmp_path / "public"
    )
    (tmp_path / "later").write_bytes(b"2")
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "c").write_bytes(b"3")
    assert dict(files) == {"a": b"1", "b": b"2", "c": b"3"}
    assert files == {"a": b"1", "b": b"2", "c": b"3"}
    assert len(files) == 3


def test_bytes_that_somebody_took_away_are_missed_by_the_name_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "1-2"
    files = Files({"page.html": Stored(digest(b"page"), 4, str(path))})
    with pytest.raises(EnvironmentProblem, match=f"{path} was removed while the site was being built") as caught:
        files["page.html"]
    assert "build again" in caught.value.remedy
    path.write_bytes(b"odd")
    with pytest.raises(EnvironmentProblem, match=f"{path} was changed while"):
        files["page.html"]
