from __future__ import annotations

import shutil
from importlib import util
from pathlib import Path

import PIL
import pytest
from PIL import features

from site_builder.output.picture import versions
from site_builder.output.picture.versions import version


def test_all_that_draws_has_its_version() -> None:
    said = version() or ""
    assert f"Pillow {PIL.__version__} " in said
    assert f"FreeType {features.version('freetype2')} " in said


def test_a_changed_module_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "picture"
    shutil.copytree(versions.PROGRAM, copy)
    before = version()
    monkeypatch.setattr(versions, "PROGRAM", copy)
    assert version() == before
    for module in ("draw.py", "shades.py", "letters.py"):
        (copy / module).write_text((copy / module).read_text() + "# more\n")
        assert version() != before
        before = version()


@pytest.mark.parametrize("lacking", ["PIL", versions.FONT_PACKAGE])
def test_without_the_extra_there_is_none(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    find = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name: None if name == lacking else find(name))
    assert version() is None
