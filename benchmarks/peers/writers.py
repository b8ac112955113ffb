"""A generated corpus as the native input of Zola and of Hugo: Markdown files with TOML, and templates.

Both make the same pages of it: one for each claim, article, actor, topic and verdict, lists of all of these, and the claims in parts of
fifty, which begin on the home page. Templates lie in ``templates/zola`` and ``templates/hugo``. TOML is the faster format of the two
that Hugo reads, and the only one that Zola documents.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.corpus import HEADINGS, Article, Claim, Corpus, Named

BASE_URL = "https://example.org"
_TEMPLATES = Path(__file__).resolve().parent / "templates"


def zola(made: Corpus, folder: Path) -> None:
    """Write a site for Zola into ``folder``, which must not exist."""
    shutil.copytree(_TEMPLATES / "zola", folder)
    _write(folder / "content/_index.md", ['sort_by = "date"', "paginate_by = 50", 'template = "claims.html"'])
    # Transparent: its pages are the home page's, which lists them in parts.
    _write(
        folder / "content/claims/_index.md", ["transparent = true", "render = false", 'page_template = "claim.html"']
    )
    _write(
        folder / "content/articles/_index.md",
        ['title = "Articles"', 'sort_by = "date"', 'template = "articles.html"', 'page_template = "article.html"'],
    )
    for claim in made.claims:
        front = [*_dated(claim.statement, claim.date.isoformat()), "[taxonomies]", *_terms(claim), "[extra]"]
        _write(folder / f"content/claims/{claim.id}.md", [*front, *_details(claim, "extra.")], assessment(claim))
    for article in made.articles:
        front = [*_dated(article.title, article.published.isoformat()), "[extra]", *_publisher(article)]
        _write(folder / f"content/articles/{article.id}.md", front, body(article))


def hugo(made: Corpus, folder: Path) -> None:
    """Write a site for Hugo into ``folder``, which must not exist."""
    shutil.copytree(_TEMPLATES / "hugo", folder)
    # The home page has the list of claims.
    _write(folder / "content/claims/_index.md", ['title = "Claims"', "[build]", 'render = "never"'])
    _write(folder / "content/articles/_index.md", ['title = "Articles"'])
    for claim in made.claims:
        front = [*_dated(claim.statement, claim.date.isoformat()), *_terms(claim)]
        _write(folder / f"content/claims/{claim.id}.md", [*front, *_details(claim, "")], assessment(claim))
    for article in made.articles:
        front = [*_dated(article.title, article.published.isoformat()), *_publisher(article)]
        _write(folder / f"content/articles/{article.id}.md", front, body(article))


WRITERS: dict[str, Callable[[Corpus, Path], None]] = {"zola": zola, "hugo": hugo}


def slug(named: Named) -> str:
    """The address that both make of a term's name, which here has only letters, digits and spaces."""
    return named.name.lower().replace(" ", "-")


def assessment(claim: Claim) -> str:
    """The assessment in CommonMark."""
    return re.sub(r"\[\[article:([^|]+)\|([^]]+)\]\]", r"[\2](/articles/\1/)", claim.assessment)


def body(article: Article) -> str:
    """The article in Markdown, with an anchor before each paragraph, to which quotations link."""
    parts = []
    for number, sentences in enumerate(article.paragraphs):
        if number in HEADINGS:
            parts.append(f"## {article.headings[HEADINGS.index(number)]}")
        words = " ".join(f"“{each.words}”" if each.spoken else each.words for each in sentences)
        parts.append(f'<span id="{anchor(number)}"></span>{words}')
    return "\n\n".join(parts) + "\n"


def anchor(paragraph: int) -> str:
    """The anchor of an article's paragraph, counted from 0."""
    return f"paragraph-{paragraph + 1}"


def _dated(title: str, day: str) -> list[str]:
    return [f"title = {json.dumps(title)}", f"date = {day}"]


def _terms(claim: Claim) -> list[str]:
    terms = {"actors": claim.actor, "topics": claim.topic, "verdicts": claim.verdict}
    return [f"{taxonomy} = [{json.dumps(term.name)}]" for taxonomy, term in terms.items()]


def _publisher(article: Article) -> list[str]:
    return [f"publisher = {json.dumps(article.publisher)}"]


def _details(claim: Claim, table: str) -> Iterator[str]:
    """What taxonomies do not tell, in TOML tables whose names begin with ``table``."""
    yield f"reason = {json.dumps(claim.summary)}"
    for quotation in claim.quotations:
        yield f"[[{table}passages]]\nquote = {json.dumps(quotation.sentence.words)}"
        yield f'address = "/articles/{quotation.article.id}/#{anchor(quotation.paragraph)}"'
        yield f"headline = {json.dumps(quotation.article.title)}"
    for relation in claim.relations:
        yield f'[[{table}relations]]\nkind = "{relation.kind}"\nother = "{relation.claim}"'


def _write(path: Path, front: list[str], text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["+++", *front, "+++", text]), encoding="utf-8")
