from __future__ import annotations

import pytest

from site_builder.editor.saved.authors import names


@pytest.mark.parametrize(
    ("bylines", "people", "agencies"),
    [
        (["Ann Able"], ["Ann Able"], []),
        (["By Ann Able and Bob Baker, Political Editor"], ["Ann Able", "Bob Baker"], []),
        (["Written by ANN ABLE"], ["ANN ABLE"], []),
        (["Von Ann Able und Bob Baker"], ["Ann Able", "Bob Baker"], []),
        (["Автор: Анна Белая"], ["Анна Белая"], []),
        (["Ann Able, Reuters"], ["Ann Able"], ["Reuters"]),
        (["AFP"], [], ["AFP"]),
        (["afp"], [], ["AFP"]),
        (["Reuters | Ann Able"], ["Ann Able"], ["Reuters"]),
        (["Ann Able", "Ann Able"], ["Ann Able"], []),
        (["— Ann Able,"], ["Ann Able"], []),
        (["The Daily"], [], []),
        (["the daily"], [], []),
        (["Staff writer"], [], []),
        (["ann@example.org"], [], []),
        (["https://example.org/ann"], [], []),
        (["Updated 3 May 2020"], [], []),
        (["somebody"], [], []),
        (["A"], [], []),
        ([""], [], []),
        (["one two three four five six seven"], [], []),
    ],
)
def test_who_wrote_it(bylines: list[str], people: list[str], agencies: list[str]) -> None:
    assert names(bylines, "The Daily") == (people, agencies)
