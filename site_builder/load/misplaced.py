"""Puts into words which files nothing reads, once for each, and where they belong.

Where a claim cites an article that lies in the wrong place, that is an error, told once: no passage of it is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from site_builder.diagnostics import Diagnostic
from site_builder.load.files import Project
from site_builder.load.places import ARTICLES_FOLDER, CLAIMS_FOLDER, PAGES_FOLDER
from site_builder.load.prose import broken
from site_builder.load.strays import usual
from site_builder.records.entries import Entry, Text
from site_builder.records.models import ArticleRecord, ClaimRecord
from site_builder.records.nodes import ListNode, MapNode, Scalar
from site_builder.source import Source

_SAVED = (".html", ".htm", ".mhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf")
"""Endings of files that ``new article`` reads, or for which it says what to do first."""
_MANY = 5
"""Files of one folder of which each is told."""


def ignored(name: str) -> Diagnostic:
    """The warning about the file ``name``, in a folder for files of another name."""
    path = PurePosixPath(name)
    better = usual(path.name)
    if path.parts[0] == CLAIMS_FOLDER:
        advice = f"rename it to {path.with_name(better)}" if better.endswith(".yaml") else "move it elsewhere"
    elif better.endswith(".md") and str(path.parent) in (ARTICLES_FOLDER, PAGES_FOLDER):
        advice = f"rename it to {path.parent}/{better}, or move it elsewhere"
    elif better.endswith(".md"):
        folder = ARTICLES_FOLDER if name.startswith(ARTICLES_FOLDER) else PAGES_FOLDER
        advice = f"move it to {folder}/{better}: folders below {folder} are not read"
    elif str(path.parent) == ARTICLES_FOLDER and path.suffix.lower() in _SAVED:
        advice = "move it out of the project, and make an article of it: site-builder new article --from FILE"
    else:
        advice = "give it the ending .md, or move it elsewhere"
    return Diagnostic("file-ignored", "the builder does not read this file", name, help=advice)


def missing_file(name: str, otherwise: str, strays: Mapping[str, str]) -> Diagnostic:
    """The error that there is no file ``name``: it lies under another name among ``strays``, or has to be made."""
    there = next((path for path, place in strays.items() if place == name), None)
    if there is None:
        return Diagnostic("file-missing", f"there is no {name}", name, help=otherwise)
    message = f"there is no {name}, but a file {there}, which the builder does not read"
    return Diagnostic("file-missing", message, name, help=_move(there, name))


def _move(path: str, place: str) -> str:
    same = PurePosixPath(path).parent == PurePosixPath(place).parent
    return f"{'rename' if same else 'move'} {path} to {place}"


def stray_files(strays: Mapping[str, str], told: Collection[str]) -> Iterator[Diagnostic]:
    """A warning for each of ``strays`` (files, and where they belong), or for their folder where they are many.

    Of those that are ``told`` already, as files or as places that are empty, nothing more is said.
    """
    folders: defaultdict[str, list[str]] = defaultdict(list)
    for path, place in strays.items():
        if path not in told and place not in told:
            folders[str(PurePosixPath(path).parent)].append(path)
    for folder, paths in folders.items():
        if len(paths) > _MANY:
            there = PurePosixPath(strays[paths[0]]).parent
            message = f"the builder does not read the folder {folder}, with {len(paths)} files such as this"
            yield Diagnostic("file-ignored", message, paths[0], help=f"move them to {there}")
            continue
        for path in paths:
            yield Diagnostic("file-ignored", _why(path, strays[path]), path, help=_move(path, strays[path]))


def _why(path: str, place: str) -> str:
    if path.startswith("templates/"):
        return f"nothing uses this template; the built-in one is called {PurePosixPath(place).name}"
    return "the builder does not read this file"


def cited_strays(
    project: Project, claims: Sequence[Entry[ClaimRecord]], known: Collection[str]
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Articles that claims cite and that lie in the wrong place: their ids by path, and an error for each.

    ``known`` are the ids of the articles that are read.
    """
    astray: dict[str, tuple[str, str]] = {}
    below = (name for name in project.content if name.startswith(f"{ARTICLES_FOLDER}/"))
    lying = [(name, f"{ARTICLES_FOLDER}/{usual(PurePosixPath(name).name)}") for name in below]
    for path, place in (*lying, *project.strays.items()):
        id_ = PurePosixPath(place).stem
        if place.startswith(f"{ARTICLES_FOLDER}/") and place.endswith(".md") and path != place and id_ not in known:
            astray.setdefault(id_, (path, place))
    if not astray:
        return {}, []
    cited = {id_ for entry in claims for id_ in _cited(entry)}
    found = {id_: where for id_, where in astray.items() if id_ in cited}
    faults = [
        Diagnostic("file-missing", f"there is no {place}, which claims cite, but this file", path,
                   help=_move(path, place))
        for path, place in found.values()
    ]  # fmt: skip
    return {path: id_ for id_, (path, _) in found.items()}, faults


def _cited(entry: Entry[ClaimRecord]) -> Iterator[str]:
    """The ids of the articles that a claim names, faulty or not."""
    if entry.record:
        yield from (passage.article for passage in entry.record.passages)
        return
    passages = entry.node.get("passages") if isinstance(entry.node, MapNode) else None
    for item in passages.items if isinstance(passages, ListNode) else ():
        article = item.get("article") if isinstance(item, MapNode) else None
        if isinstance(article, Scalar) and article.value:
            yield article.value


def broken_article(id_: str) -> tuple[Entry[ArticleRecord], Text]:
    """The article ``id_`` as one that could not be read: nobody misses it."""
    return broken(id_, Source(f"{ARTICLES_FOLDER}/{id_}.md", ""))
