from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.model import Actor, ActorKind
from site_builder.pages.known_as import initials, names
from tests.pages.test_lookup import lookup


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("United States", "US"),
        ("The United Nations", "UN"),
        ("Organization for Security and Co-operation in Europe", "OSCE"),
        ("Соединённые Штаты Америки", "США"),
        ("Belarusian government", ""),
        ("Russia", ""),
        ("The", ""),
        ("國 家", ""),
        ("Joint Special Higher State Committee for Roads", ""),
        ("", ""),
    ],
)
def test_initials_are_the_capitals_of_two_to_five_words(name: str, letters: str) -> None:
    assert initials(name) == letters


def actor(kind: ActorKind, name: str, *others: str) -> Actor:
    return replace(lookup().site.actors["ann"], kind=kind, name=name, also_known_as=others)


def test_states_and_organisations_are_known_by_their_initials_people_and_groups_are_not() -> None:
    assert names(actor("state", "United States", "America")) == ("United States", "America", "US")
    assert names(actor("organisation", "European Union", "EU")) == ("European Union", "EU")
    assert names(actor("person", "Ann Able")) == ("Ann Able",)
    assert names(actor("group", "The United States and the European Union")) == (
        "The United States and the European Union",
    )
