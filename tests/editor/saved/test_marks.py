from __future__ import annotations

import pytest

from site_builder.editor.saved.marks import around, is_mark


@pytest.mark.parametrize(
    ("language", "outer", "inner"),
    [
        ("en", "“”", "‘’"),
        ("en-GB", "“”", "‘’"),
        ("de", "„“", "‚‘"),
        ("de-CH", "«»", "‹›"),
        ("de_ch", "«»", "‹›"),
        ("pt", "“”", "‘’"),
        ("pt-PT", "«»", "“”"),
        ("ru", "«»", "„“"),
        ("be-tarask", "«»", "„“"),
        ("zh-Hant-TW", "「」", "『』"),
        ("sv", "””", "’’"),
        ("xx", "“”", "‘’"),
        ("", "“”", "‘’"),
    ],
)
def test_marks_follow_the_language_and_the_depth(language: str, outer: str, inner: str) -> None:
    assert "".join(around(language, 0)) == outer
    assert "".join(around(language, 1)) == inner
    assert around(language, 2) == around(language, 0)


def test_what_browsers_put_there_is_known_as_a_mark() -> None:
    for language in "en de de-ch ru fr ja hu sv nl ar pl".split():
        for depth in (0, 1):
            assert all(map(is_mark, around(language, depth)))
    assert not any(map(is_mark, "a1 .-–(`′"))
