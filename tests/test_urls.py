from __future__ import annotations

import pytest

from site_builder import urls


@pytest.mark.parametrize(
    ("from_", "to", "link"),
    [
        ("", "claims/x/", "claims/x/index.html"),
        ("claims/x/", "articles/y/", "../../articles/y/index.html"),
        ("about/", "", "../index.html"),
        ("404.html", "claims/", "claims/index.html"),
        ("claims/page/2/", "claims/", "../../../claims/index.html"),
    ],
)
def test_links_are_relative_and_name_the_file(from_: str, to: str, link: str) -> None:
    assert urls.link(from_, to) == link


def test_absolute_urls_keep_the_path_of_the_base() -> None:
    assert urls.absolute("https://example.org/sub/", "claims/x/") == "https://example.org/sub/claims/x/"
    assert urls.base_path("https://example.org/sub/") == "/sub/"
    assert urls.base_path("https://example.org") == "/"


@pytest.mark.parametrize(
    ("url", "page", "passage"),
    [
        ("https://d.example/a", "https://d.example/a", "https://d.example/a#:~:text=x"),
        ("https://d.example/a#", "https://d.example/a", "https://d.example/a#:~:text=x"),
        ("https://d.example/a#b", "https://d.example/a#b", "https://d.example/a#b:~:text=x"),
        ("https://d.example/a#!/b?c=d", "https://d.example/a#!/b?c=d", "https://d.example/a#!/b?c=d:~:text=x"),
        ("https://d.example/a#:~:text=abc", "https://d.example/a", "https://d.example/a#:~:text=x"),
        (
            "https://d.example/a?q=1#b:~:text=abc,d&text=e",
            "https://d.example/a?q=1#b",
            "https://d.example/a?q=1#b:~:text=x",
        ),
    ],
)
def test_a_page_s_address_is_taken_apart_before_words_on_it_are_named(url: str, page: str, passage: str) -> None:
    assert urls.page(url) == page
    assert urls.passage(url, "text=x") == passage


def test_the_page_of_a_pdf_has_an_address() -> None:
    assert urls.is_pdf("https://p.example/a/Report.PDF?x=1#page=2")
    assert not urls.is_pdf("https://p.example/a?file=b.pdf")
    assert not urls.is_pdf("https://report.pdf")
    assert urls.pdf_page("https://p.example/a.pdf?x=1#page=2", 7) == "https://p.example/a.pdf?x=1#page=7"
