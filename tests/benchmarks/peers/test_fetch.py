"""What is fetched is what was meant, and the repository names packages, never where registries are."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import tarfile
from pathlib import Path

import pytest

from benchmarks.peers import fetch
from benchmarks.peers.packages import Package
from tests.projects import ROOT

DATA = b"a program"
PACKAGE = Package("thing", "1.0", hashlib.sha256(DATA).hexdigest())


def test_a_file_with_another_digest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thing-1.0.whl").write_bytes(DATA)
    assert fetch.checked(tmp_path, "*.whl", PACKAGE) == tmp_path / "thing-1.0.whl"
    (tmp_path / "thing-1.0.whl").write_bytes(DATA + b" and more")
    with pytest.raises(SystemExit, match=r"thing 1\.0 has the SHA-256 [0-9a-f]{64}, and not "):
        fetch.checked(tmp_path, "*.whl", PACKAGE)


def test_a_program_comes_out_of_an_archive_and_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "FOLDER", tmp_path)
    with tarfile.open(tmp_path / "thing.tgz", "w:gz") as archive:
        entry = tarfile.TarInfo("package/bin/thing")
        entry.size = len(DATA)
        archive.addfile(entry, io.BytesIO(DATA))
    fetch.install("thing", fetch.member(tmp_path / "thing.tgz", "package/bin/thing"))
    assert (tmp_path / "thing").read_bytes() == DATA
    assert (tmp_path / "thing").stat().st_mode & 0o777 == 0o755
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thing", "thing.tgz"]


def test_a_client_that_fails_ends_everything_with_its_message(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such package"):
        fetch.call([sys.executable, "-c", "raise SystemExit('no such package')"], tmp_path)


def test_no_host_is_named() -> None:
    for path in (ROOT / "benchmarks" / "peers").rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            hosts = re.findall(r"https?://([^/\"'\s<]+)", path.read_text())
            assert set(hosts) <= {"example.org", "www.w3.org"}, path
