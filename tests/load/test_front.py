from __future__ import annotations

import pytest

from site_builder.load.front import front_matter, is_opened


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_ends_at_the_next_line_of_three_hyphens(line_end: str) -> None:
    text = "--- \ntitle: A --- B\n---\nText.\n\n---\n".replace("\n", line_end)
    front = front_matter(text)
    assert front is not None
    assert text[front.start : front.end].strip() == "title: A --- B"
    assert text[front.body :].startswith("Text.")


@pytest.mark.parametrize(("text", "opened"), [("title: x\n---\n", False), ("---\ntitle: x\n", True), ("", False)])
def test_front_matter_that_is_missing_or_not_closed(text: str, opened: bool) -> None:
    assert front_matter(text) is None
    assert is_opened(text) is opened
