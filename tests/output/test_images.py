from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from site_builder.build import Options, build
from site_builder.output import images
from site_builder.page import ShareImage
from tests.link.test_site import with_second
from tests.projects import edited

PLAIN = ShareImage(
    "Ann Able claims:",
    "The roads are safe.",
    "Disputed",
    "Somebody denies it.",
    "mixed",
    0,
    "2 May 2020",
    "Rated on one article",
    "Minimal",
)


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_a_picture_has_the_size_that_previews_expect_and_is_small() -> None:
    data = images.draw(PLAIN)
    assert picture(data).size == (1200, 630)
    assert len(data) < 60_000
    assert images.draw(PLAIN) == data


@pytest.mark.parametrize("tone", ["positive", "mixed", "negative", "neutral"])
@pytest.mark.parametrize("shape", [0, 1, 2])
def test_each_verdict_has_a_sign_of_its_own(tone: str, shape: int) -> None:
    def sign(tone: str, shape: int) -> bytes:
        image = ShareImage("", "", "x", "", tone, shape, "", "", "")
        return picture(images.draw(image)).crop((72, 205, 145, 290)).convert("L").tobytes()

    others = [sign(t, s) for t in images.TONES for s in (0, 1, 2) if (t, s) != (tone, shape)]
    assert sign(tone, shape) not in others


@pytest.mark.parametrize("statement", ["word " * 400, "W" * 900, "", "Ж" * 300, "a\nb"])
def test_no_text_runs_over_the_edge(statement: str) -> None:
    image = ShareImage("N" * 500, statement, "V" * 100, "M " * 500, "mixed", 1, "D" * 200, "R" * 300, "S" * 300)
    drawn = picture(images.draw(image))
    margins = [drawn.crop(box) for box in ((0, 20, 60, 630), (1140, 20, 1200, 630), (0, 590, 1200, 630))]
    assert all(len(margin.getcolors() or "more") == 1 for margin in margins)


def test_what_the_font_lacks_is_known() -> None:
    assert images.can_draw("Łukaszenka said – “Привет, ў і ґ” … Ωμέγα 100 %")
    assert not any(images.can_draw(text) for text in ("日本", "سلام", "😀", "a\u0301\u0489"))


def test_every_page_has_a_picture_and_a_claim_its_own(tmp_path: Path) -> None:
    project = edited(with_second(), "claims.yaml", "statement: The roads are old.", "statement: The roads are 古い.")
    options = Options(search=False, images=True, cache=tmp_path)
    files = build(project, options=options).files
    assert files is not None
    named = {}
    for name, data in files.items():
        found = re.search(r'og:image" content="https://example.org/([^"]+)"', data.decode("utf-8", "replace"))
        if name.endswith(".html") and name != "404.html":
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
    monkeypatch.setattr(images, "FONT_PACKAGE", "no_such_font_package")
    files = build(with_second(), options=Options(search=False, images=True)).files
    assert files is not None
    assert not any("share/" in name for name in files)
    assert b"og:image" not in files["index.html"]


def test_what_is_no_longer_shown_leaves_the_cache(tmp_path: Path) -> None:
    many = [ShareImage("", str(number), "", "", "mixed", 0, "", "", "") for number in range(12)]
    images.draw_all(many, 1, tmp_path)
    images.draw_all(many[:1], 1, tmp_path)
    assert len(list((tmp_path / "images").iterdir())) == 1
