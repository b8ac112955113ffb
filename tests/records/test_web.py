from __future__ import annotations

import pytest

from site_builder.records.web import NoAddress, base, public


@pytest.mark.parametrize(
    ("value", "help_"),
    [
        ("<https://a.example/b>", "write https://a.example/b"),
        ("[the page](https://a.example/b)", "write https://a.example/b"),
        ("www.example.org/x", "write https://www.example.org/x"),
        ("//example.org/x", "write https://example.org/x"),
        ("https:/example.org/x", "write https://example.org/x"),
        ("“https://a.example/”", "write https://a.example/"),
        ("https://a.example/a b", "write https://a.example/a%20b: a space in an address is %20"),
        ("Q12345", "write https://www.wikidata.org/wiki/Q12345"),
        ("https://a b/", "write the whole address, starting with https://, without spaces or quotation marks"),
        ("the page", "write the whole address, starting with https://, without spaces or quotation marks"),
    ],
)
def test_what_is_no_address_is_written_as_one(value: str, help_: str) -> None:
    with pytest.raises(NoAddress) as caught:
        public(value)
    assert caught.value.help == help_
    better = help_.removeprefix("write ").partition(": a space")[0]
    if " " not in better:
        assert public(better) == better


@pytest.mark.parametrize(
    "value",
    [
        "http://localhost:8000/x",
        "https://example/x",
        "http://127.0.0.1/",
        "http://192.168.1.4/x",
        "http://[::1]/",
        "http://news.local/",
        "http://desk.localhost:80/",
    ],
)
def test_what_only_this_machine_knows_is_no_page_for_readers(value: str) -> None:
    with pytest.raises(NoAddress, match="your own machine or network"):
        public(value)


@pytest.mark.parametrize(
    "value", ["http://8.8.8.8/", "https://[2001:db8::1]:80/a", "https://пример.рф/x", "http://a.b./"]
)
def test_what_readers_can_open_is_an_address(value: str) -> None:
    assert public(value) == value


def test_a_site_is_a_folder_and_no_file() -> None:
    for value in ("https://example.org/index.html", "https://example.org/index.PHP/"):
        with pytest.raises(NoAddress) as caught:
            base(value)
        assert caught.value.help == "write https://example.org/"
    assert base("https://example.org/v1.2") == "https://example.org/v1.2/"
    assert base("http://localhost:8000") == "http://localhost:8000/"
