from __future__ import annotations

from site_builder.search import is_without_spaces


def test_languages_without_spaces() -> None:
    assert [code for code in ("zh-Hant", "JA", "ko", "vi", "lo", "en", "thr") if is_without_spaces(code)] == [
        "zh-Hant",
        "JA",
        "lo",
    ]
