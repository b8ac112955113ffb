"""Links to passages, followed by a real browser on a publisher's page."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_builder.passages.fragment import text_directive
from tests.passages.documents import document

FILLER = "其他内容。 Anything else that a page may say. "
CASES = {
    "a look-alike inside a longer run": ("他说道路安全得很。", "他回答：“", "道路安全", "。”"),
    "in the middle of a Chinese sentence": (
        "别的句子。",
        "部长说今年的",
        "道路比以往任何时候都更安全",
        "没有人能否认这一点。",
    ),
    "in the middle of a Japanese sentence": ("道路は安全だ。", "大臣は", "道路はとても安全だ", "と述べた。"),
    "in the middle of a Thai sentence": ("ถนนปลอดภัยมาก", "เขากล่าวว่า", "ถนนปลอดภัย", "มากกว่าที่เคยเป็นมา"),
    "an accent apart": ("The cafe roads. ", "Then came the ", "café roads", " again."),
    "after an apostrophe": ("Il dit l’État. ", "Puis il dit que l’", "État est là", ", enfin."),
    "beside marks": ("He said it. ", "Then he called it ‘", "unacceptable", "’ on Monday."),
    "Russian": ("Дороги безопасны, сказал он. ", "— ", "Дороги безопасны", ", — сказала она."),
    "in a long English paragraph": (
        "The roads in the north are safe, he said. ",
        "She said that ",
        "the roads in the north are safe and wide and new, and that nobody who had driven there could say otherwise",
        ", and left.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_browser_shows_the_passage(page: Page, tmp_path: Path, name: str) -> None:
    decoy, before, words, behind = CASES[name]
    made = document(f"{decoy}\n\n{FILLER}\n\n{before}{words}{behind}\n")
    start = made.text.index(before + words) + len(before)
    directive = text_directive(made, (start, start + len(words)))
    assert directive is not None
    filler = f"<p>{html.escape(FILLER) * 200}</p>"
    marked = f"{html.escape(before)}<b id=right>{html.escape(words)}</b>{html.escape(behind)}"
    file = tmp_path / "page.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8><p>{html.escape(decoy)}</p>{filler}<p>{marked}</p>{filler}", "utf-8"
    )
    page.set_viewport_size({"width": 800, "height": 600})
    page.goto(f"{file.as_uri()}#:~:text={directive}")
    expect(page.locator("#right"), directive).to_be_in_viewport()
