from __future__ import annotations

import pytest

from site_builder.editor.wrong import no_id, no_value, unknown
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord
from site_builder.records.record import Record


@pytest.mark.parametrize(
    ("model", "key", "text", "problem"),
    [
        (ClaimRecord, "date", "2020-05-02", ""),
        (ClaimRecord, "date", "yesterday", '"yesterday" is not a date'),
        (ClaimRecord, "statement", "a\x1bb", "U+001B"),
        (ArticleRecord, "published", "soon", '"soon" is not a date'),
        (ArticleRecord, "source", "blog", "write independent, state, agency, official or other"),
        (ArticleRecord, "url", "daily.example", "is not a web address"),
        (ActorRecord, "kind", "robot", "write person, organisation, state or group"),
        (ActorRecord, "country", "Belarus", "is not a country code"),
    ],
)
def test_an_answer_is_judged_alone(model: type[Record], key: str, text: str, problem: str) -> None:
    said = no_value(key, model)(text)
    assert problem in said
    assert bool(said) == bool(problem)


def test_what_is_no_id_is_told_the_nearest() -> None:
    assert no_id("roads-2020") == ""
    assert no_id("Straßen 2020") == '"Straßen 2020" is not a valid id; write strassen-2020'
    assert no_id("…").endswith("use lowercase letters a-z and digits, joined by single hyphens")


def test_an_id_that_nobody_has_is_told_who_is_there() -> None:
    wrong = unknown("topic", ["roads", "money"])
    assert wrong("roads") == ""
    assert wrong("rods") == 'there is no topic "rods"; did you mean "roads"?'
    assert unknown("actor", ["ann"])("x") == 'there is no actor "x"; there are: ann'
    many = unknown("actor", [f"{letter}{letter}" for letter in "abcdefghijklmn"])
    assert many("xyz").endswith("kk, ll, …")
