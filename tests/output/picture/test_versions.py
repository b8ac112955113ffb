from __future__ import annotations

from importlib import util

import PIL
import pytest
from PIL import features

from site_builder.output.picture import versions
from site_builder.output.picture.versions import version


def test_all_that_draws_has_its_version() -> None:
    said = version() or ""
    assert said.startswith(f"{versions.DRAWING} ")
    assert f"Pillow {PIL.__version__} " in said
    assert f"FreeType {features.version('freetype2')} " in said


@pytest.mark.parametrize("lacking", ["PIL", versions.FONT_PACKAGE])
def test_without_the_extra_there_is_none(lacking: str, monkeypatch: pytest.MonkeyPatch) -> None:
    find = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name: None if name == lacking else find(name))
    assert version() is None
