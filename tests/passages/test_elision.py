from __future__ import annotations

import pytest

from site_builder.passages.elision import with_brackets


@pytest.mark.parametrize(
    ("quote", "brackets"),
    [
        ("He said ... the roads", "He said […] the roads"),
        ("He said … the roads", "He said […] the roads"),
        ("He said (…) the roads", "He said […] the roads"),
        ("He said (...) the\n  roads", "He said […] the roads"),
        ("He said . . . the roads", "He said […] the roads"),
        ("He said [ … ] the roads", "He said […] the roads"),
        ("He said [..] the roads", "He said […] the roads"),
        ("He said <…> the roads", "He said […] the roads"),
        ("他说……道路", "他说 […] 道路"),
        ("... He said … the roads …", "He said […] the roads"),
        ("He said […] the roads", "He said […] the roads"),
        ("He said the roads.", "He said the roads."),
        ("", ""),
    ],
)
def test_every_notation_of_words_left_out(quote: str, brackets: str) -> None:
    assert with_brackets(quote) == brackets
