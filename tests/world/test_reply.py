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
    """The minimal site with ``asked`` in its claim: the keys of one who was asked, or a list."""
    value = asked if asked.startswith("[") else f"{{{asked}}}"
    keys = f"published: 2020-06-01\n    asked: {value}" if asked else "published: 2020-06-01"
    return edited(minimal(), "claims.yaml", "published: 2020-06-01", keys)


def shown(asked: str, language: str = "en") -> tuple[str, list[dict[str, object]]]:
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
    assert data == [
        {
            "date": "2020-05-20",
            "of": {"id": "bob", "name": "Bob Baker"},
            "answer": "It is <not> so. Look again.",
            "unanswered": False,
        }
    ]


def test_that_none_came_is_said_where_the_record_says_so() -> None:
    text, data = shown("date: 2020-05, of: The ministry, answer: none")
    assert text == "Right of reply Asked for a reply The ministry, May 2020 The reply None had come by publication."
    assert data == [
        {
            "date": "2020-05",
            "of": {"id": None, "name": "The ministry"},
            "answer": None,
            "unanswered": True,
        }
    ]


def test_without_an_answer_nothing_is_said_of_one() -> None:
    text, data = shown("date: 2020-05-20, of: bob")
    assert text == "Right of reply Asked for a reply Bob Baker, 20 May 2020"
    assert data == [
        {
            "date": "2020-05-20",
            "of": {"id": "bob", "name": "Bob Baker"},
            "answer": None,
            "unanswered": False,
        }
    ]


def test_a_claim_without_the_key_has_no_such_section() -> None:
    assert shown("") == ("", [])


def test_several_are_asked_each_with_a_reply_of_their_own() -> None:
    text, data = shown(
        "[{date: 2020-05-20, of: bob, answer: No.}, {date: 2020-05-21, of: The ministry, answer: none}, "
        "{date: 2020-05, of: ann}]"
    )
    assert text == (
        "Right of reply Asked for a reply Bob Baker, 20 May 2020 The reply, as it was received No. "
        "Asked for a reply The ministry, 21 May 2020 The reply None had come by publication. "
        "Asked for a reply Ann Able, May 2020"
    )
    assert [each["of"] for each in data] == [
        {"id": "bob", "name": "Bob Baker"},
        {"id": None, "name": "The ministry"},
        {"id": "ann", "name": "Ann Able"},
    ]


def test_a_list_of_one_is_the_one_alone() -> None:
    assert shown("[{date: 2020-05-20, of: bob, answer: No.}]") == shown("date: 2020-05-20, of: bob, answer: No.")


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


@pytest.mark.parametrize(
    ("asked", "code", "place", "message"),
    [
        ("[{date: 2020-05-20, of: bob}, {date: 2020-05-20, of: bobby}]", "unknown-actor", "bobby", '"bobby"'),
        ("[{date: 2020-05-20, of: bob}, {date: 20 May, of: bob}]", "invalid-date", "20 May", "`asked[2].date`"),
        ("[{date: 2020-05-20, of: bob}, {date: 2020-04-20, of: ann}]", "date-order", "2020-04-20", "ann was asked"),
        ("date: 20 May, of: bob", "invalid-date", "20 May", "`asked.date`"),
        ("[{date: 2020-05-20, to: bob}]", "missing-key", "date", "in `asked[1]`"),
        ("date: 2020-05-20", "missing-key", "date", "in `asked`"),
        ("[bob, ann]", "wrong-type", "bob", "`asked[1]`"),
    ],
)
def test_a_fault_is_told_of_where_it_stands(asked: str, code: str, place: str, message: str) -> None:
    fault = next(each for each in checked(project(asked)).report.diagnostics if each.code == code)
    assert fault.span is not None
    assert (fault.span.text, message in fault.message) == (place, True), fault


def test_a_name_alone_is_no_record_of_a_request() -> None:
    made = edited(minimal(), "claims.yaml", "published: 2020-06-01", "published: 2020-06-01\n    asked: bob")
    fault = checked(made).report.diagnostics[0]
    assert (fault.code, fault.message) == ("wrong-type", "`asked` must be a record: keys and values")
    assert fault.help == "write {of: bob, date: …}"


def test_every_answer_is_searched() -> None:
    asked = "[{date: 2020-05-20, of: bob, answer: Zyzzyva.}, {date: 2020-05-20, of: ann, answer: Quixotry.}]"
    entries = build(project(asked), options=Options(index=False)).entries
    entry = next(repr(entry) for entry in entries if entry.url == "claims/roads-are-safe/")
    assert ("Zyzzyva" in entry, "Quixotry" in entry) == (True, True)
