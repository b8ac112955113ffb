from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from site_builder.output import settling, spare
from site_builder.output.last import read_stamps
from site_builder.output.leftovers import STAGING
from site_builder.output.ours import MARKER, marker
from site_builder.output.publish import publish
from site_builder.output.settling import Outcome, Replaced, settle
from site_builder.output.spare import known, whole
from site_builder.output.stage import Written
from site_builder.output.stamps import digest, stamps
from site_builder.output.standing import Seen, standing
from tests.projects import written

SITE = {"index.html": b"home", "same.html": b"same"}


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare, "FROM", 0)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def done(tmp_path: Path, cache: Path) -> Outcome:
    """A publication in which one file of two has changed."""
    public, old = tmp_path / "public", tmp_path / f".public{STAGING}x"
    publish(SITE, public, tmp_path / "p", cache)
    before = standing(public, {}, cache, Seen())
    public.rename(old)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in SITE.items()}
    written({"index.html": b"new", MARKER: marker(digests)}, public)
    os.link(old / "same.html", public / "same.html")
    touched = frozenset({*SITE, MARKER})
    replaced = Replaced(old, Written(touched, linked=True), by_spare=False)
    return Outcome(public, touched, frozenset({"same.html"}), before, replaced, None)


def test_the_replaced_folder_is_kept_and_both_are_known(done: Outcome, cache: Path) -> None:
    assert settle(done, cache) == digest(stamps(done.target))
    assert read_stamps(cache, done.target) == stamps(done.target)
    found = known(cache, done.target)
    assert found
    assert found.stamps == digest(stamps(Path(found.folder)))


def test_without_a_cache_it_is_removed(done: Outcome) -> None:
    assert settle(done, None) is None
    assert [path.name for path in done.target.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("name", ["index.html", "same.html", MARKER])
def test_a_folder_in_which_somebody_has_touched_a_file_is_not_kept(done: Outcome, cache: Path, name: str) -> None:
    assert done.replaced
    (done.replaced.folder / name).write_bytes(b"by hand")
    assert settle(done, cache) == digest(stamps(done.target))
    assert known(cache, done.target) is None
    assert (done.replaced.folder / name).read_bytes() == b"by hand"


def test_where_stamps_tell_nothing_no_folder_is_kept(
    done: Outcome, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "settled", lambda *_: {})
    assert settle(done, cache) is None
    assert whole(cache, done.target) is None
    assert read_stamps(cache, done.target) == {}
