"""A theme overrides any block of any kind of page, and keeps the rest, without a copy of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from docs import blocks
from site_builder.build import Options, build
from site_builder.load.files import read_project
from tests.law.ground import ground
from tests.pages.planned import crowd
from tests.projects import ROOT, written

THEME = blocks.read(ROOT / "templates")
NAMES = tuple(blocks.holds(THEME, "base.html"))
KINDS = sorted(name for name, template in THEME.items() if template.extends)
"""The templates with blocks, but for the frame of them all."""
LISTED = {"og_type"}
"""Blocks in a part of the head that only pages for search engines have."""


def mark(template: str, block: str) -> str:
    return f"{template.removesuffix('.html')}--{block}--"


def extension(template: str, names: tuple[str, ...] = NAMES) -> bytes:
    """A template that adds a mark to blocks, and keeps what they hold."""
    own = "".join(f"{{% block {name} %}}{mark(template, name)}{{{{ super() }}}}{{% endblock %}}\n" for name in names)
    return f'{{% extends "theme/{template}" %}}\n{own}'.encode()


def pages(theme: Mapping[str, bytes], folder: Path) -> list[str]:
    """The pages of two sites that between them have every kind of page, with these templates of their own."""
    found: list[str] = []
    for number, project in enumerate((ground().project, crowd())):
        files = {**project.content, **{f"templates/{name}": data for name, data in theme.items()}}
        again = read_project(written(files, folder / str(number)))
        result = build(again, options=Options(search=False, exports=True, index=False))
        assert result.files is not None, result.report
        found += [data.decode() for name, data in result.files.items() if name.endswith(".html")]
    return found


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """All pages, of which each kind has a template that marks every block."""
    return pages({name: extension(name) for name in KINDS}, tmp_path_factory.mktemp("kinds"))


@pytest.mark.parametrize("template", [name for name in KINDS if name != "list.html"])
def test_each_kind_of_page_has_each_block(template: str, marked: list[str]) -> None:
    own = [page for page in marked if mark(template, "main") in page]
    assert own
    for page in own:
        missing = {name for name in NAMES if mark(template, name) not in page}
        assert missing <= (set() if '<link rel="canonical"' in page else LISTED)


def test_what_the_frame_overrides_is_on_every_page_that_does_not_fill_it(tmp_path: Path) -> None:
    found = pages({"base.html": extension("base.html")}, tmp_path)
    framed = [page for page in found if mark("base.html", "header") in page]
    assert len(framed) > 50
    for name in set(NAMES) - {block for kind in KINDS for block in THEME[kind].blocks}:
        without = [page for page in framed if mark("base.html", name) not in page and '<link rel="canonical"' in page]
        assert without == [], name


def test_the_examples_of_the_manual_work(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    examples = re.findall(r"```jinja\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 3
    base, article, report = (example.encode() for example in examples)
    found = pages({"base.html": base, "article.html": article, "parts/report.html": report}, tmp_path)
    framed = [page for page in found if 'id="main"' in page]
    assert all('<p class="strip">A project of the Paper</p>' in page for page in framed)
    assert all("<p>Member of the network.</p>" in page for page in framed)
    assert any(re.search(r"<p>Ask the desk for the full text.</p>\s*</main>", page) for page in framed)
