from __future__ import annotations

from site_builder.dialect.article import read
from tests.dialect.articles import markup, words


def test_an_article_is_taken_apart_into_markup_and_runs() -> None:
    text = "One *two*\nthree\n\n# Head\n\n- a\n- b\n"
    assert words(text) == ["One two\nthree", "Head", "ab"]
    assert "<h2>" in markup(text)
    assert read(text).faults == ()


def test_record_links_mean_nothing_in_an_article() -> None:
    assert words("He wrote [[claim:known]].") == ["He wrote [[claim:known]]."]


def test_faults_come_in_the_order_of_the_text() -> None:
    starts = [fault.start for fault in read("<b>\n\n# 1 x\n\n\ufffd <i>\n\n# 2 y\n").faults]
    assert starts == sorted(starts)
    assert len(starts) == 5
