from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.errors import EnvironmentProblem
from site_builder.output import standing as module
from site_builder.output.last import Last
from site_builder.output.ours import MARKER
from site_builder.output.publish import publish
from site_builder.output.standing import looked_at, standing, told, untouched

SITE = {"index.html": b"home", "claims/x/index.html": b"x"}
DIGESTS = {name: sha256(data).hexdigest() for name, data in SITE.items()}


@pytest.fixture
def public(tmp_path: Path) -> Path:
    publish(SITE, tmp_path / "public", tmp_path / "p", tmp_path / "cache")
    return tmp_path / "public"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_what_nobody_touched_is_told_from_what_somebody_did(public: Path, cache: Path) -> None:
    assert untouched(public, cache) == DIGESTS
    assert standing(public, {}, cache).told == DIGESTS
    (public / "index.html").write_bytes(b"odd!")
    assert untouched(public, cache).keys() == {"claims/x/index.html"}
    assert untouched(public, cache, every=True) == DIGESTS
    found = standing(public, DIGESTS, cache)
    assert found.told.keys() == {"claims/x/index.html"}


@pytest.mark.parametrize("how", ["lost", "replaced"])
def test_without_the_marker_of_then_nothing_is_told(public: Path, cache: Path, how: str) -> None:
    marker = public / MARKER
    data = marker.read_bytes()
    marker.unlink()
    if how == "replaced":
        marker.write_bytes(data)
    assert untouched(public, cache) == {}
    found = standing(public, DIGESTS, cache)
    assert found.told == {}
    assert told(found.marked, found.present, {}) == {}


def test_a_file_of_somebody_else_is_refused(public: Path, cache: Path) -> None:
    (public / "thesis").write_text("years of work")
    with pytest.raises(EnvironmentProblem, match="did not make: thesis"):
        standing(public, DIGESTS, cache)


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    found = standing(tmp_path / "public", DIGESTS, None)
    assert (found.marked, found.present, found.told) == (None, {}, {})
    assert untouched(tmp_path / "public", None) == {}


def test_the_last_build_is_recognised(public: Path, cache: Path, tmp_path: Path) -> None:
    done = publish(SITE, public, tmp_path / "p", cache)
    last = Last("", f"{public}", done.stamps or "", "", "", "", "")
    assert looked_at(last, public, cache).result()
    assert not looked_at(None, public, cache).result()
    (public / "index.html").touch()
    assert not looked_at(last, public, cache).result()


def test_a_second_process_looks_where_there_are_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORTH_A_PROCESS", 0)
    assert module.beside(lambda: 1, 1, 2).receiver
    assert not module.beside(lambda: 1, 1, 1).receiver
    assert not module.beside(lambda: 1, 0, 2).receiver
