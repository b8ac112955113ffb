"""The link from a claim's page to the words at the publisher."""

from __future__ import annotations

import html
import re

import pytest

from site_builder.build import Options, build
from tests.world.projects import project

TEXT = "The Minister said that “the roads are safer than ever” in the north."
WORDS = "the roads are safer than ever"
DIRECTIVE = ":~:text=the%20roads%20are%20safer%20than%20ever"


@pytest.mark.parametrize(
    ("url", "clean", "link"),
    [
        ("https://daily.example/roads", "https://daily.example/roads", f"https://daily.example/roads#{DIRECTIVE}"),
        (
            "https://daily.example/roads#:~:text=abc",
            "https://daily.example/roads",
            f"https://daily.example/roads#{DIRECTIVE}",
        ),
        (
            "https://daily.example/roads#two:~:text=abc",
            "https://daily.example/roads#two",
            f"https://daily.example/roads#two{DIRECTIVE}",
        ),
    ],
)
def test_links_name_one_text_directive_and_data_none(url: str, clean: str, link: str) -> None:
    files = build(project(TEXT, WORDS, url=url), options=Options(search=False, exports=True)).files
    assert files is not None
    page = files["claims/world/index.html"].decode()
    links = {html.unescape(found) for found in re.findall(r'href="(https://daily\.example[^"]*)"', page)}
    assert link in links
    assert links <= {link, clean}
    assert all(b"text=abc" not in data for data in files.values())
    for name in ("data/claimreview.json", "articles/world/index.json"):
        assert clean in files[name].decode()
