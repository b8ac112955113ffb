from __future__ import annotations

import pytest

from tests.projects import ARTICLE, checked, edited, minimal

STATED = "the roads are safer than ever"
QUOTE = f"quote: {STATED}"


def reported(quote: str = STATED, article: str = STATED, more: str = "") -> list[tuple[str, str]]:
    """Code and file of each fault, where the record has ``quote`` and the article has ``article``."""
    project = edited(minimal(), "claims.yaml", QUOTE, f'quote: "{quote}"{more}')
    result = checked(edited(project, ARTICLE, STATED, article))
    return [(one.code, one.file) for one in result.report.diagnostics]


WARNED, REFUSED = ("hidden-character", "claims.yaml"), ("misleading-character", "claims.yaml")
IN_ARTICLE = ("hidden-character", ARTICLE)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("the roads\u200b are safer than ever", WARNED),
        ("the ro\u2060ads are safer than ever", WARNED),
        ("the roads are \u202esafer than ever", REFUSED),
        ("the roads are \\u202esafer\\u202c than ever", REFUSED),
        ("the roads are \u2067safer than ever", REFUSED),
        ("the roads\u200b are safer […] ever", WARNED),
    ],
)
def test_a_quotation_has_no_unseen_sign_that_the_article_lacks(quote: str, found: tuple[str, str]) -> None:
    assert reported(quote) == [found]


def test_what_the_article_has_at_that_place_may_be_copied() -> None:
    printed = "the ro\xadads are\u200b safer\u200e than ever"
    assert reported(printed, printed) == reported(article=printed) == []
    assert reported("the roads are sa\u200bfer than ever", printed) == [WARNED]
    assert reported("the roads are sa\xadfer than ever", printed) == []  # where a word may be broken misleads nobody
    assert reported("the  ro\xadads are safer […] ever", printed) == []


def test_no_passage_cites_what_misleads() -> None:
    printed = "the roads are \u202esafer\u202c than ever"
    assert sorted(reported(printed, printed)) == sorted(reported(article=printed)) == [IN_ARTICLE, REFUSED]
    assert reported(article=f"\u202eevent\u202c {STATED}") == [IN_ARTICLE]


def test_a_passage_may_cut_what_the_article_closes() -> None:
    words = f"\u05d0\u05d1 \u2066Ann, {STATED}, Ann\u2069"
    assert reported(article=words) == []
    assert reported(article=f"\u2067\u05d0 {STATED}\u2069") == []
    assert reported(article=f"\u200f{STATED}") == []


def test_the_words_beside_a_quotation_too() -> None:
    assert reported(more='\n        prefix: "\\u202ethat"') in ([REFUSED], [REFUSED, ("quote-context", "claims.yaml")])


@pytest.mark.parametrize("reference", ["&#x202e;efas", "&#8238;efas", "&#x2067;safe"])
def test_a_reference_in_markdown_misleads_as_well(reference: str) -> None:
    written = f"verdict: disputed\n    assessment: Words {reference}."
    result = checked(edited(minimal(), "claims.yaml", "verdict: disputed", written))
    assert [one.code for one in result.report.diagnostics] == ["misleading-character"]
    page = edited(minimal(), "content/pages/method.md", "\n---\n", f"\n---\nWords {reference}.\n\n")
    assert [one.code for one in checked(page).report.diagnostics] == ["misleading-character"]


def test_a_reference_in_code_is_words() -> None:
    written = "verdict: disputed\n    assessment: Words `&#x202e;`."
    assert not checked(edited(minimal(), "claims.yaml", "verdict: disputed", written)).report.diagnostics
