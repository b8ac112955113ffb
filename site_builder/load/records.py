"""Reads files into records.

Decides which file holds what, and puts together what each of them has. Knows nothing of how records refer to each
other.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from site_builder.diagnostics import Diagnostic
from site_builder.load.claims import ALL, read_claims
from site_builder.load.file import FileRecords, tree
from site_builder.load.files import Project
from site_builder.load.garbled import garbled
from site_builder.load.lookalikes import odd_article
from site_builder.load.misplaced import broken_article, cited_strays, ignored, missing_file, stray_files
from site_builder.load.places import ARTICLES_FOLDER, CLAIMS_FILE, CLAIMS_FOLDER, PAGES_FOLDER, SITE_FILE
from site_builder.load.prose import read_prose
from site_builder.load.static import static_faults
from site_builder.load.text import read_text
from site_builder.load.theme import theme_faults
from site_builder.records.decode import decode
from site_builder.records.entries import Entry, Everything, Records
from site_builder.records.models import ArticleRecord, PageRecord, SiteRecord
from site_builder.records.nodes import head
from site_builder.records.values import is_id
from site_builder.source import Source
from site_builder.trace import Asker


def load(project: Project) -> tuple[Records, list[Diagnostic]]:
    """Type all records of ``project``; returns them with every fault that was found."""
    return load_again(project, Asker())


def load_again(project: Project, asker: Asker) -> tuple[Records, list[Diagnostic]]:
    """Like :func:`load`, but files that ``asker`` knows to be as they were are not read again."""
    missing = [name for name in (CLAIMS_FILE, SITE_FILE) if name not in project.content]
    found = [missing_file(name, _CREATE[name], project.strays) for name in missing]
    content = asker.facts("file", project.content)
    files = asker.step(
        "file", sorted(project.content), lambda name: _read_file(name, content[name], asker.before("file", name))
    )
    for file in files.values():
        found += file.found
    claims = tuple(entry for file in files.values() for entry in file.claims)
    articles = tuple(entry for file in files.values() for entry in file.articles)
    astray, faults = cited_strays(project, claims, {entry.id for entry, _ in articles})
    found = [each for each in found if each.code != "file-ignored" or each.file not in astray]
    found += [*faults, *stray_files(project.strays, {*astray, *(fault.file for fault in found)})]
    found += [*theme_faults(project.theme), *static_faults(project.static, project.content)]
    parts = files.values()
    unknown = frozenset[str]().union(*(file.unknown for file in parts))
    records: Records = Everything(
        next((file.site for file in parts if file.site), None),
        tuple(entry for file in parts for entry in file.actors),
        claims,
        (*articles, *map(broken_article, astray.values())),
        tuple(entry for file in parts for entry in file.pages),
        unknown | ALL if CLAIMS_FILE in missing else unknown,
        frozenset(project.static),
    )
    return records, found


_CREATE = {
    CLAIMS_FILE: "create it with the keys actors: and claims:, or change to the folder that has it",
    SITE_FILE: "create it with title:, base_url:, publisher: and verdicts:; site-builder init writes an example",
}


def _read_file(name: str, data: bytes, before: FileRecords | None) -> FileRecords:
    read = _read(name, data, before)
    damaged = garbled(name, data)
    return replace(read, found=(*read.found, *damaged)) if damaged else read


def _read(name: str, data: bytes, before: FileRecords | None) -> FileRecords:
    kind = _kind_of(name)
    if kind is None:
        return FileRecords((ignored(name),))
    if kind == "article":
        article, faults = read_prose(name, data, ArticleRecord, "an article")
        faults = (*faults, *odd_article(article[0]))
        return FileRecords(faults, articles=(article,), unknown=_unknown(article[0].id, kind))
    if kind == "page":
        page, faults = read_prose(name, data, PageRecord, "a page")
        return FileRecords(faults, pages=(page,), unknown=_unknown(page[0].id, kind))
    source = read_text(name, data)
    if isinstance(source, Diagnostic):
        return FileRecords((source,), unknown=ALL if kind == "claims" else frozenset())
    return read_claims(source, before) if kind == "claims" else _read_site(source)


def _unknown(id_: str, kind: str) -> frozenset[str]:
    """The kind of a file whose name is no id: nobody knows the id by which others name its record."""
    return frozenset() if is_id(id_) else frozenset((kind,))


def _read_site(source: Source) -> FileRecords:
    node, faults = tree(source)
    if node is None:
        return FileRecords(tuple(faults))
    record, more = decode(SiteRecord, node, "the site")
    return FileRecords((*faults, *more), site=Entry.of("", head(node), record, node))


def _kind_of(name: str) -> str | None:
    path = PurePosixPath(name)
    if name == SITE_FILE:
        return "site"
    if name == CLAIMS_FILE or (path.parts[0] == CLAIMS_FOLDER and path.suffix == ".yaml"):
        return "claims"
    if path.suffix == ".md" and str(path.parent) == ARTICLES_FOLDER:
        return "article"
    return "page" if path.suffix == ".md" and str(path.parent) == PAGES_FOLDER else None
