from __future__ import annotations

import html
import json
import re
from dataclasses import replace

from site_builder.dates import Date
from site_builder.markdown import Unknown, prose
from site_builder.model import Correction
from site_builder.pages.citation import CitationView, citation
from tests.pages.test_lookup import lookup

URL = "https://example.org/a_b/claims/x/"


def cite(statement: str = "The roads are safe.", corrected: bool = False) -> CitationView:
    made = lookup()
    claim = replace(made.site.claims["roads-are-safe"], statement=statement)
    if corrected:
        claim = replace(claim, corrections=(Correction(Date(2020, 7, 1), "It said otherwise."),))
    view = replace(made.views["roads-are-safe"], statement=statement)
    return citation(made.site, made.words, claim, view, URL)


def test_text_and_markdown() -> None:
    made = cite()
    assert made.text == (
        "Nobody, Ann Able claims: The roads are safe. Verdict: Disputed – Somebody denies it. Minimal, 1 June 2020. "
        + URL
    )
    assert (
        made.markdown == f"Nobody, [Ann Able claims: The roads are safe.](<{URL}>)"
        " Verdict: Disputed – Somebody denies it. Minimal, 1 June 2020."
    )
    assert "1 July 2020" in cite(corrected=True).text


def test_bibtex_escapes_what_latex_would_read() -> None:
    entry = cite("100 % of {A}_B & C^2 ~ $5 #1 \\x").bibtex
    assert entry.startswith("@misc{roads-are-safe,\n")
    assert r"100 \% of \{A\}\_B \& C\textasciicircum{}2 \textasciitilde{} \$5 \#1 \textbackslash{}x" in entry
    unescaped = re.sub(r"\\[{}]", "", entry)
    assert unescaped.count("{") == unescaped.count("}")
    assert "date = {2020-06-01}" in entry


def test_csl_is_json_of_one_item() -> None:
    (item,) = json.loads(cite('A "quoted" </script> claim').csl)
    assert item["title"] == 'Ann Able claims: A "quoted" </script> claim.'
    assert item["issued"] == {"date-parts": [[2020, 6, 1]]}
    assert item["URL"] == URL
    assert item["author"] == [{"literal": "Nobody"}]


def test_markdown_keeps_its_brackets() -> None:
    assert r"a \[b\] c" in cite("a [b] c").markdown


class Nowhere:
    """A site without pages."""

    def __call__(self, kind: str, id_: str) -> Unknown:
        return Unknown("", None)

    def kind(self, id_: str) -> str:
        return ""

    def address(self, address: str) -> Unknown:
        return Unknown("", None)


def test_the_markdown_reads_as_the_words() -> None:
    words = "a *b* _c_ `d` <img src=x> [e](f) & #g ~h~ | i! \\"
    rendered, _ = prose(cite(words).markdown, Nowhere())
    assert words in html.unescape(re.sub(r"</?[pa]\b[^>]*>", "", rendered))
