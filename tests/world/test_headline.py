"""A headline and a subtitle can be cited, as what they are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.cli import main
from site_builder.load.files import Project
from tests.projects import ARTICLE, changed, checked, codes, edited, minimal, written

TITLE = "Minister on roads"
QUOTE = "        quote: the roads are safer than ever\n        speech: direct\n"


def project(title: str, quote: str, more: str = "") -> Project:
    """The minimal project with ``title`` as its headline and ``quote`` as its quotation."""
    made = edited(minimal(), ARTICLE, f"title: {TITLE}\n", f"title: {title}\n{more}")
    return edited(made, "claims.yaml", QUOTE, f"        quote: {quote}\n")


def pages(made: Project) -> tuple[str, str]:
    """The article's page and the claim's."""
    result = build(made, options=Options(search=False, exports=True))
    assert result.report.diagnostics == ()
    assert result.files is not None
    article = result.files["articles/daily-2020-05-03/index.html"].decode()
    return article, result.files["claims/roads-are-safe/index.html"].decode()


def test_a_headline_is_cited_and_marked_where_it_stands() -> None:
    article, claim = pages(project("Minister calls roads safe", "calls roads safe"))
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", article)
    assert heading is not None
    mark = re.fullmatch(r'Minister <mark id="(p-\w+)" [^>]*>calls roads safe</mark>', heading[1])
    assert mark is not None
    assert article.count(f'id="{mark[1]}"') == 1
    assert article.count(f'data-note="{mark[1]}"') == 1
    assert "headline of the article" in claim
    assert f'articles/daily-2020-05-03/index.html#{mark[1]}"' in claim
    assert "<blockquote><p>calls roads safe</p></blockquote>" in claim


def test_a_subtitle_is_cited_too() -> None:
    article, claim = pages(project("Roads", "Ice is “no danger”", "subtitle: Ice is “no danger”, she says\n"))
    assert re.search(r'<p class="subtitle"><mark id="p-\w+"[^>]*>Ice is “no danger”</mark>, she says</p>', article)
    assert "subtitle of the article" in claim


def test_the_text_is_quoted_before_the_headline_and_its_passages_keep_their_ids() -> None:
    quote = "the roads are safer than ever"
    before = pages(project(TITLE, quote))[0]
    after = pages(project(f"Able, {quote}", quote))[0]
    ids = [re.findall(r'<mark id="(p-\w+)"', page) for page in (before, after)]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 1
    assert f"<h1>Able, {quote}</h1>" in after


def test_no_quotation_runs_from_the_text_into_the_headline() -> None:
    result = checked(project("Minister calls roads safe", "agreed with Baker. Minister calls roads safe"))
    assert codes(result) == ["quote-not-found"]


def test_a_near_miss_of_the_headline_is_shown_in_the_front_matter() -> None:
    result = checked(project("Minister calls roads safe", "Minister called roads safe"))
    (diagnostic,) = result.report.diagnostics
    assert diagnostic.help == "the article has: quote: Minister calls roads safe"
    (note,) = diagnostic.notes
    assert note.span is not None
    assert note.span.source.position(note.span.start) == (2, 8)


def test_a_headline_is_direct_speech_only_between_marks() -> None:
    made = project("“Roads safe”, says Able", "Roads safe")
    direct = edited(made, "claims.yaml", "quote: Roads safe\n", "quote: Roads safe\n        speech: direct\n")
    assert codes(checked(direct)) == []
    reported = edited(direct, "claims.yaml", "quote: Roads safe\n", "quote: says Able\n")
    assert codes(checked(reported)) == ["quote-not-direct"]


def test_data_count_a_headline_behind_the_text() -> None:
    made = project("Minister calls roads safe", "calls roads safe")
    files = build(made, options=Options(search=False, exports=True)).files
    assert files is not None
    items = json.loads(files["data/annotations.jsonld"])["items"]
    quote, position = items[0]["target"][0]["selector"]
    assert (quote["exact"], quote["prefix"][-9:]) == ("calls roads safe", "Minister ")
    assert position["end"] - position["start"] == len("calls roads safe")


def test_quote_finds_the_headline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = project("Minister calls roads safe", "the roads are old")
    written(made.content, tmp_path)
    assert main(["quote", "Minister calls roads safe", "--project", str(tmp_path)]) == 0
    assert f"{ARTICLE}:2" in capsys.readouterr().out


def test_a_lost_character_in_a_headline_is_an_error() -> None:
    result = checked(project("Minister calls caf\ufffd safe", "the roads are old"))
    assert [(d.code, d.position) for d in result.report.diagnostics] == [("lost-character", (2, 26))]


def test_a_changed_headline_is_proved_again() -> None:
    made = project("Minister calls roads safe", "calls roads safe")
    first = build(made, options=Options(search=False))
    again = build(changed(made, {ARTICLE: made.content[ARTICLE].replace(b"calls", b"finds")}), first.memo)
    assert [d.code for d in again.report.diagnostics] == ["quote-not-found"]
