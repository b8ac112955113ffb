"""The right of reply: whom the newsroom asked, when, and what came, as readers and programs are told."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests.projects import checked, codes, edited, minimal

SECTION = re.compile(r'<section aria-labelledby="asked".*?</section>', re.DOTALL)


def project(asked: str) -> Project:
    keys = f"published: 2020-06-01\n    asked: {{{asked}}}" if asked else "published: 2020-06-01"
    return edited(minimal(), "claims.yaml", "published: 2020-06-01", keys)


def shown(asked: str, language: str = "en") -> tuple[str, object]:
    """What the page says in its section, and the twin's ``asked``."""
    made = edited(project(asked), "content/site.yaml", "title: Minimal", f"title: Minimal\nlanguage: {language}")
    files = build(made, options=Options(search=False, exports=True)).files
    assert files is not None
    found = SECTION.search(files["claims/roads-are-safe/index.html"].decode())
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found[0]))).strip() if found else ""
    return text.replace(" ,", ","), json.loads(files["claims/roads-are-safe/index.json"])["asked"]


def test_an_answer_is_printed_as_the_newsroom_s_record_of_it() -> None:
    text, data = shown('date: 2020-05-20, of: bob, answer: "It is <not> so. Look again."')
    assert text == (
        "Right of reply Asked for a reply Bob Baker, 20 May 2020 "
        "The reply, as it was received It is <not> so. Look again."
    )
    assert data == {
        "date": "2020-05-20",
        "of": {"id": "bob", "name": "Bob Baker"},
        "answer": "It is <not> so. Look again.",
        "unanswered": False,
    }


def test_that_none_came_is_said_where_the_record_says_so() -> None:
    text, data = shown("date: 2020-05, of: The ministry, answer: none")
    assert text == "Right of reply Asked for a reply The ministry, May 2020 The reply None had come by publication."
    assert data == {
        "date": "2020-05",
        "of": {"id": None, "name": "The ministry"},
        "answer": None,
        "unanswered": True,
    }


def test_without_an_answer_nothing_is_said_of_one() -> None:
    text, data = shown("date: 2020-05-20, of: bob")
    assert text == "Right of reply Asked for a reply Bob Baker, 20 May 2020"
    assert data == {
        "date": "2020-05-20",
        "of": {"id": "bob", "name": "Bob Baker"},
        "answer": None,
        "unanswered": False,
    }


def test_a_claim_without_the_key_has_no_such_section() -> None:
    assert shown("") == ("", None)


def test_russian_says_it_too() -> None:
    text, _ = shown("date: 2020-05-20, of: bob, answer: none", "ru")
    assert text.startswith("Право на ответ К кому обратились за ответом Bob Baker, 20 мая 2020")
    assert text.endswith("Ответ К моменту публикации ответа не было.")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("date: 2020-05-20, of: bobby", ["unknown-actor"]),
        ("date: 20 May, of: bob", ["invalid-date"]),
        ("date: 2020-05-20, answer: No.", ["missing-key"]),
        ("date: 2020-04-20, of: bob", ["date-order"]),  # before the claim was made
        ("date: 2020-04-20~, of: bob", ["date-doubt"]),
        ("date: 2020-04-30~, of: bob", []),
        ("date: 2020-06-10, of: bob, answer: none", ["date-order"]),  # after publication
        ("date: 2020-06-10, of: bob, answer: It is not so.", []),
        ("date: 2020-06-01, of: bob, answer: none", []),
    ],
)
def test_what_cannot_be_is_refused(asked: str, expected: list[str]) -> None:
    assert codes(checked(project(asked))) == expected


def test_the_answer_is_searched() -> None:
    entries = build(project("date: 2020-05-20, of: bob, answer: Zyzzyva."), options=Options(index=False)).entries
    assert ["Zyzzyva" in repr(entry) for entry in entries if entry.url == "claims/roads-are-safe/"] == [True]
