"""How the benchmarks call the command."""

from __future__ import annotations

from pathlib import Path

from benchmarks.command import command, forget
from benchmarks.corpus import corpus
from benchmarks.measure import run
from benchmarks.records import write


def test_a_site_is_made_without_share_images_and_forgotten(tmp_path: Path) -> None:
    write(corpus(5), tmp_path)
    run(command("build", "."), tmp_path)
    assert (tmp_path / "public/claims/claim-4/index.html").exists()
    assert (tmp_path / "public/pagefind/pagefind-entry.json").exists()
    assert not (tmp_path / "public/assets/share").exists()
    assert "og:image" not in (tmp_path / "public/claims/claim-4/index.html").read_text()
    forget(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.yaml", "content"]
    forget(tmp_path)
