from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.output import images
from site_builder.output.picture import versions
from site_builder.output.picture.draw import draw
from site_builder.page import ShareImage
from tests.link.test_site import with_second
from tests.projects import edited

MANY = [ShareImage("", str(number), "", "", "mixed", 0, "", "", "") for number in range(12)]


def test_every_page_has_a_picture_and_a_claim_its_own(tmp_path: Path) -> None:
    project = edited(with_second(), "claims.yaml", "statement: The roads are old.", "statement: The roads are 古い.")
    options = Options(search=False, images=True, cache=tmp_path)
    files = build(project, options=options).files
    assert files is not None
    named = {}
    for name, data in files.items():
        found = re.search(r'og:image" content="https://example.org/([^"]+)"', data.decode("utf-8", "replace"))
        if name.endswith(".html") and name != "404.html" and "/card/" not in name:
            assert found, name
            assert found[1] in files
            named[name] = found[1]
    own = named["claims/roads-are-safe/index.html"]
    assert own != named["index.html"]
    assert named["claims/roads-are-old/index.html"] == named["index.html"]  # a picture with boxes for letters is worse
    again = build(project, options=options).files
    assert again == files
    (stored,) = [path for path in (tmp_path / "images").iterdir() if files[own] in path.read_bytes()]
    stored.write_bytes(stored.read_bytes()[:-1])
    assert build(project, options=options).files == files  # a damaged cache is not believed


def test_without_the_extra_a_site_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "FONT_PACKAGE", "no_such_font_package")
    files = build(with_second(), options=Options(search=False, images=True)).files
    assert files is not None
    assert not any("share/" in name for name in files)
    assert b"og:image" not in files["index.html"]


def test_what_is_no_longer_shown_leaves_the_cache(tmp_path: Path) -> None:
    images.draw_all(MANY, 1, tmp_path)
    images.draw_all(MANY[:1], 1, tmp_path)
    assert len(list((tmp_path / "images").iterdir())) == 1


def test_several_processes_draw_and_store_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "WORTH_A_PROCESS", 2)
    one, two = tmp_path / "one", tmp_path / "two"
    drawn = images.draw_all(MANY, 1, one)
    assert images.draw_all(MANY, 2, two) == drawn
    assert drawn == {image.path: draw(image) for image in MANY}
    stored = [{path.name: path.read_bytes() for path in (folder / "images").iterdir()} for folder in (one, two)]
    assert stored[0] == stored[1]
    assert len(stored[0]) == 12


def test_what_is_stored_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    whole = images._draw_some

    def counting(folder: Path | None, some: Sequence[tuple[ShareImage, str]]) -> list[bytes]:
        drawn.append(len(some))
        return whole(folder, some)

    monkeypatch.setattr(images, "_draw_some", counting)
    images.draw_all(MANY[:5], 1, tmp_path)
    images.draw_all(MANY, 1, tmp_path)
    images.draw_all(MANY, 1, tmp_path)
    assert drawn == [5, 7]


def test_another_version_draws_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images.draw_all(MANY, 1, tmp_path)
    before = {path.name for path in (tmp_path / "images").iterdir()}
    monkeypatch.setattr(images, "version", lambda: "another")
    images.draw_all(MANY, 1, tmp_path)
    after = {path.name for path in (tmp_path / "images").iterdir()}
    assert before < after
    assert len(after - before) == len(MANY)
