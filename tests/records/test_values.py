from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError  # noqa: TID251 – the types under test are its
from pydantic_core import PydanticCustomError  # noqa: TID251

from site_builder.records import values
from site_builder.records.values import MAX_ID, base_url, distinct, id_fault, is_id, suggest_id


def read(kind: Any, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The Daily, 2020", "the-daily-2020"),
        ("Łódź", "lodz"),
        ("Лукашенко", "lukashenko"),
        ("  -a- ", "a"),
        ("…", ""),
        ("a" * 90, "a" * 80),
    ],
)
def test_the_nearest_id_is_suggested(text: str, id_: str) -> None:
    assert suggest_id(text) == id_
    assert not id_ or is_id(id_)


def test_a_long_suggestion_is_cut_between_words() -> None:
    assert suggest_id("one two three", most=9) == "one-two"
    assert suggest_id("one two three", most=7) == "one-two"


@pytest.mark.parametrize("text", ["", "A", "a_b", "a--b", "-a", "a-", "ä", "a b", "a" * (MAX_ID + 1)])
def test_what_is_no_id_says_what_to_write(text: str) -> None:
    assert not is_id(text)
    why, remedy = id_fault(text)
    assert why
    assert remedy


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/Checks//", "https://example.org/Checks/"),
        ("http://example.org:8080/a b".replace(" ", "%20"), "http://example.org:8080/a%20b/"),
        ("https://пример.example/факты", "https://xn--e1afmkfd.example/%D1%84%D0%B0%D0%BA%D1%82%D1%8B/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_a_site_s_address_has_one_form(address: str, form: str) -> None:
    made = base_url(address)
    assert made == form
    assert made.isascii()
    assert base_url(made) == made


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org",
        "https://",
        "https://a b/",
        "https://u:p@example.org/",
        "https://example.org/?a",
        "https://example.org/#a",
        "https://example.org/index.html",
        "https://example.org//evil.example/",
        "https://example.org/*/",
        "https://example.org/:x/",
        "https://example.org/%2e%2e/",
        "https://example.org/%0aSitemap:x/",
        "https://example.org/a%5cb/",
        "https://example.org/a;b/",
    ],
)
def test_what_cannot_be_a_site_s_address_is_refused(address: str) -> None:
    with pytest.raises(PydanticCustomError):
        base_url(address)


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [
        (values.Line, " two\n lines ", "two lines"),
        (values.Text, " two\n lines ", "two\n lines"),
        (values.Switch, "true", True),
        (values.Switch, "FALSE", False),
        (values.WholeNumber, "-12", -12),
        (values.Rating, "5", 5),
        (values.Ids, ["a", "b"], ("a", "b")),
        (values.Country, "BY", "BY"),
        (values.Language, "zh-Hant", "zh-Hant"),
        (values.EMail, "desk@example.org", "desk@example.org"),
        (values.PageNumber, "12", "12"),
        (values.Url, "https://example.org/a|b%", "https://example.org/a%7Cb%25"),
    ],
)
def test_a_value_is_typed_as_it_was_meant(kind: Any, value: object, typed: object) -> None:
    assert read(kind, value) == typed


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (values.Line, "x" * 10_001),
        (values.Line, "  "),
        (values.Text, "a\0"),
        (values.Switch, "no"),
        (values.Switch, "1"),
        (values.WholeNumber, "2.0"),
        (values.WholeNumber, "true"),
        (values.Rating, "6"),
        (values.Ids, ["a", "a"]),
        (values.Ids, ["a", "B"]),
        (values.Country, "by"),
        (values.Country, "UK"),
        (values.Country, "ZZ"),
        (values.Language, "by"),
        (values.Url, "http://localhost:8000/x"),
        (values.EMail, "mailto:a@b.example"),
        (values.Language, "Russian!"),
        (values.EMail, "desk"),
        (values.PageNumber, "0"),
        (values.Url, "example.org"),
        (values.Day, "2020-05"),
        (values.Day, "2020-05-02~"),
        (values.Edtf, "2020-13"),
        (values.Edtf, ["2020"]),
    ],
)
def test_what_cannot_be_meant_is_refused(kind: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        read(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "advice"),
    [
        (values.EMail, "mailto:a@b.example", "write a@b.example"),
        (values.EMail, "<a@b.example>", "write a@b.example"),
        (values.EMail, "mailto:a@b.example?subject=x", "write a@b.example"),
        (values.EMail, "the desk", "write it as name@example.org"),
        (values.Country, "UK", "write GB"),
        (values.Language, "en_GB", "write en-GB"),
        (values.Url, "www.example.org/x", "write https://www.example.org/x"),
    ],
)
def test_advice_on_a_value_is_the_value_to_write(kind: Any, value: str, advice: str) -> None:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    assert caught.value.errors()[0]["ctx"]["help"] == advice


def test_a_date_keeps_how_sure_it_is() -> None:
    assert str(read(values.Edtf, "2020-05~")) == "2020-05~"
    assert str(read(values.Day, "2020-05-02")) == "2020-05-02"


def test_the_second_of_two_is_the_one_too_many() -> None:
    assert distinct((1, 2)) == (1, 2)
    with pytest.raises(PydanticCustomError) as caught:
        distinct((1, 2, 1))
    assert caught.value.context is not None
    assert caught.value.context["index"] == 2
