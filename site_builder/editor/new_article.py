"""``new article``: a source article from options, answers and a saved file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_builder.editor.answers import Answers
from site_builder.editor.new import Value, record
from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.read import read_saved
from site_builder.editor.wrong import ID_QUESTION, no_id, no_value
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import Project
from site_builder.load.given import read_given
from site_builder.load.places import ARTICLES_FOLDER
from site_builder.records import bounds
from site_builder.records.models import ArticleRecord
from site_builder.records.values import suggest_id

_WRITTEN = (
    "title",
    "publisher",
    "byline",
    "agency",
    "contributors",
    "published",
    "url",
    "archived",
    "language",
    "source",
)
"""The keys in the order in which they are written."""


def new_article(root: Path, project: Project, answers: Answers) -> tuple[str, str, tuple[str, ...]]:
    """The file's name, its text, and notes about the file from which it was made.

    Raises :class:`EnvironmentProblem` when something required is missing, the id is none or is taken, or the saved file
    cannot be read.
    """
    saved = _saved(answers.optional("from"))
    known = _known(saved)
    publisher = _asked(answers, "publisher", "publisher", known)
    published = _asked(answers, "published", "when it was published (2020-08-19, 2020-08, 2020)", known)
    title = _asked(answers, "title", "headline", known)
    language = _judged(answers, "language", known)
    name = f"{ARTICLES_FOLDER}/{_id(root, project, answers, publisher, published, language)}.md"
    sources = "kind of source (independent, state, agency, official, other)"
    given: dict[str, Value] = {
        "title": title,
        "publisher": publisher,
        "published": published,
        "language": language,
        "url": _judged(answers, "url", known),
        "source": _asked(answers, "source", sources, {"source": "other"} | known),
    }
    fields = known | given
    ordered = {key: fields.pop(key) for key in _WRITTEN if key in fields} | fields
    body = saved.markdown or "The article's text, verbatim."
    return name, "\n".join(["---", *record(ordered), "---", body, ""]), saved.notes


def _asked(answers: Answers, key: str, question: str, known: Mapping[str, Value]) -> str:
    return answers.required(key, question, str(known.get(key, "")), no_value(key, ArticleRecord))


def _judged(answers: Answers, key: str, known: Mapping[str, Value]) -> str:
    """The flag ``key``, checked where it was given, else what is ``known``."""
    return answers.judged(key, key, no_value(key, ArticleRecord)) or str(known.get(key, ""))


def _id(root: Path, project: Project, answers: Answers, publisher: str, published: str, language: str) -> str:
    """The article's id: the flag, or the editor's answer to a proposed one."""

    def taken(id_: str) -> str:
        name = f"{ARTICLES_FOLDER}/{id_}.md"
        is_there = name in project.content or os.path.lexists(root / name)
        return no_id(id_) or (f"{name} already exists" if is_there else "")

    stem = suggest_id(publisher, language)
    id_ = answers.required("id", ID_QUESTION, suggest_id(f"{stem}-{published}") if stem else "", taken)
    if problem := no_id(id_):
        message, _, remedy = problem.partition("; ")
        raise EnvironmentProblem(message, remedy.replace("write ", "write --id "))
    if problem := taken(id_):
        raise EnvironmentProblem(problem, "choose another id with --id")
    return id_


def _known(saved: Saved) -> dict[str, Value]:
    """The facts that the saved file states about itself, by the keys of an article's front matter."""
    if saved.own is not None:
        return dict(saved.own)
    metadata = saved.metadata
    copy = metadata.archived
    fields: dict[str, Value] = {
        "title": metadata.title,
        "publisher": metadata.publisher,
        "byline": metadata.byline,
        "agency": metadata.agency,
        "contributors": metadata.contributors,
        "published": metadata.published,
        "url": metadata.url,
        "archived": {"url": copy.url, "date": copy.day} if copy else {},
        "language": metadata.language,
        "captions": saved.captions,
        "pages": dict(saved.pages),
    }
    return {key: value for key, value in fields.items() if value}


def _saved(path: str) -> Saved:
    if not path:
        return Saved()
    data = read_given(Path(path), bounds.FILE, "name a saved page or a text")
    if len(data) > bounds.FILE:
        advice = "save the page without its pictures, or only the pages of the PDF that matter"
        raise EnvironmentProblem(f"{path} has more than {bounds.FILE:,} bytes", advice)
    return read_saved(data, path)
