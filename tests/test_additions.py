"""What ARCHITECTURE.md says of additions: a copy of the program gets those files and no other, and has the addition."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.projects import MINIMAL, ROOT

Edits = Mapping[str, tuple[tuple[str, str], ...]]
"""By file: what stands there, and what takes its place. Where nothing stands, the file is new."""

PAGE = '''"""The glossary: the topics by name."""

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup


def glossary_page(lookup: Lookup) -> Page:
    """The page."""
    topics = tuple(topic.label for topic in lookup.site.topics.values())
    return Page(urls.GLOSSARY, "glossary.html", "Glossary", "What the topics are called.", topics)


KIND = Kind("glossary", once, lambda lookup, _: (glossary_page(lookup),))
'''
TEMPLATE = """{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1>{% for topic in view %}<p>{{ topic }}</p>{% endfor %}{% endblock %}
"""
KIND: Edits = {
    "site_builder/pages/glossary.py": (("", PAGE),),
    "site_builder/pages/kinds.py": (
        ("    filed,\n", "    filed,\n    glossary,\n"),
        ("    search.KIND,\n", "    search.KIND,\n    glossary.KIND,\n"),
    ),
    "site_builder/urls.py": (
        ('BALANCE = "balance/"\n', 'BALANCE = "balance/"\nGLOSSARY = "glossary/"\n'),
        ("actors articles verdicts balance", "actors articles glossary verdicts balance"),
    ),
    "templates/glossary.html": (("", TEMPLATE),),
}

LENGTHS = '''"""How many letters the statement of each claim has."""

import json

from site_builder.exports.kind import Export, File, Material

FILE = "data/lengths.json"


def _files(material: Material) -> dict[str, bytes]:
    claims = material.lookup.site.claims
    return {FILE: json.dumps({claim.id: len(claim.statement) for claim in claims.values()}).encode()}


EXPORT = Export({FILE: File("application/json", "How many letters each statement has.", "JSON")}, _files)
'''
EXPORT: Edits = {
    "site_builder/exports/lengths.py": (("", LENGTHS),),
    "site_builder/exports/export.py": (
        ("feeds, host, oembed", "feeds, host, lengths, oembed"),
        ("    feeds.EXPORT,\n", "    feeds.EXPORT,\n    lengths.EXPORT,\n"),
    ),
}

# The line of ARCHITECTURE.md, and which of its files a copy does not need in order to have the addition.
ADDITIONS: Mapping[str, tuple[Edits, tuple[str, ...]]] = {
    "a kind of page": (KIND, ("its test", "the catalogue")),
    "an export": (EXPORT, ("its test",)),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the program, with the minimal project beside it."""
    shutil.copytree(ROOT / "site_builder", tmp_path / "site_builder", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path


def edit(place: Path, edits: Edits) -> None:
    for name, changes in edits.items():
        path = place / name
        for old, new in changes:
            assert path.exists() == bool(old), name
            text = path.read_text() if old else ""
            assert text.count(old) == 1 or not old, f"{old!r} in {name}"
            path.write_text(text.replace(old, new) if old else new)


def run(place: Path, command: str) -> tuple[int, str]:
    """The copy's ``command`` on its project: the exit status, and what it said."""
    program = [sys.executable, "-m", "site_builder", command, "project"]
    own = {**os.environ, "PYTHONPATH": str(place), "HOME": str(place), "XDG_CACHE_HOME": str(place / "cache")}
    done = subprocess.run(program, cwd=place, env=own, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_kind_of_page_is_made_found_and_linked(place: Path) -> None:
    edit(place, KIND)
    method = place / "project" / "content" / "pages" / "method.md"
    method.write_text(method.read_text() + "\nSee the [glossary](glossary/).\n")
    assert run(place, "build")[0] == 1, "a link is relative to its own page"
    method.write_text(method.read_text().replace("(glossary/)", "(../glossary/)"))
    assert run(place, "build")[0] == 0
    public = place / "project" / "public"
    assert "<h1>Glossary</h1><p>Roads</p>" in (public / "glossary" / "index.html").read_text()
    assert "/glossary/</loc>" in (public / "sitemap.xml").read_text()
    method.rename(method.with_name("glossary.md"))
    status, said = run(place, "check")
    assert (status, "glossary/ is an address that the site uses itself" in said) == (1, True)


def test_an_export_is_made_and_described(place: Path) -> None:
    edit(place, EXPORT)
    assert run(place, "build")[0] == 0
    data = place / "project" / "public" / "data"
    assert (data / "lengths.json").read_text() == '{"roads-are-safe": 19}'
    assert '"path":"lengths.json"' in (data / "datapackage.json").read_text()


@pytest.mark.parametrize("addition", ADDITIONS)
def test_the_architecture_counts_the_files(addition: str) -> None:
    edits, more = ADDITIONS[addition]
    found = re.search(rf"^- {addition}, (\d+): (.*)$", (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE)
    assert found is not None
    assert int(found[1]) == len(edits) + len(more)
    told = re.sub(r"\(.*?\)", "", found[2])
    assert len(re.split(r", (?=its|a line|the|`docs)", told)) == int(found[1])
    listed = [name.removeprefix("site_builder/") for name, ((old, _), *_) in edits.items() if old]
    assert [name for name in (*(f"`{name}`" for name in listed), *more) if name not in told] == []
