"""From files to records.

Decides which file holds what, decodes text, splits front matter from Markdown, and types every record. Knows nothing
of how records refer to each other.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from site_builder.diagnostics import Diagnostic, at, did_you_mean
from site_builder.load.files import (
    ARTICLES_FOLDER,
    CLAIMS_FILE,
    CLAIMS_FOLDER,
    PAGES_FOLDER,
    SITE_FILE,
    Project,
)
from site_builder.records.decode import decode
from site_builder.records.entries import Entry, Records, Text
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, PageRecord, Record, SiteRecord
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, head, parse
from site_builder.records.values import is_id, name_of, no_text, suggest_id
from site_builder.source import Source, Span

R = TypeVar("R", bound=Record)

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(slots=True)
class FileRecords:
    """What one file holds."""

    data: bytes
    """The file, to know whether it has changed."""
    found: list[Diagnostic] = field(default_factory=list)
    site: Entry[SiteRecord] | None = None
    actors: list[Entry[ActorRecord]] = field(default_factory=list)
    claims: list[Entry[ClaimRecord]] = field(default_factory=list)
    articles: list[tuple[Entry[ArticleRecord], Text]] = field(default_factory=list)
    pages: list[tuple[Entry[PageRecord], Text]] = field(default_factory=list)
    unread: bool = False
    """True when it should hold actors and claims, and which is not known."""


def load(project: Project) -> tuple[Records, list[Diagnostic]]:
    """Type all records of ``project``; returns them with every fault that was found."""
    records, found, _ = load_again(project, {})
    return records, found


def load_again(
    project: Project, known: Mapping[str, FileRecords]
) -> tuple[Records, list[Diagnostic], dict[str, FileRecords]]:
    """As :func:`load`, but files that are as they were in ``known`` are not read again: their very entries are used.

    Returns the records of each file as well, for the next time.
    """
    found: list[Diagnostic] = []
    for name in (CLAIMS_FILE, SITE_FILE):
        if name not in project.content:
            found.append(Diagnostic("file-missing", f"there is no {name}", name))
    files: dict[str, FileRecords] = {}
    for name in sorted(project.content):
        data = project.content[name]
        file = known.get(name)
        files[name] = file if file is not None and file.data == data else _read_file(name, data)
        found += files[name].found
    parts = files.values()
    records = Records(
        next((file.site for file in parts if file.site), None),
        tuple(entry for file in parts for entry in file.actors),
        tuple(entry for file in parts for entry in file.claims),
        tuple(entry for file in parts for entry in file.articles),
        tuple(entry for file in parts for entry in file.pages),
        any(file.unread for file in parts),
    )
    return records, found, files


def _read_file(name: str, data: bytes) -> FileRecords:
    file = FileRecords(data)
    kind = _kind_of(name)
    if kind is None:
        file.found.append(_ignored(name))
        return file
    source = _decode_text(name, data, file.found)
    if source is None:
        file.unread = kind == "claims" and not data.isspace() and data != b""
        return file
    if kind == "claims":
        _read_claims_file(source, file.actors, file.claims, file.found)
        file.unread = any(fault.code.startswith("yaml-") for fault in file.found) and not (file.actors or file.claims)
    elif kind == "site":
        file.site = _whole_file(source, SiteRecord, "the site", file.found)
    elif kind == "article":
        file.articles += _with_text(source, ArticleRecord, "an article", data, file.found)
    else:
        file.pages += _with_text(source, PageRecord, "a page", data, file.found)
    return file


def _kind_of(name: str) -> str | None:
    path = PurePosixPath(name)
    if name == SITE_FILE:
        return "site"
    if name == CLAIMS_FILE or (path.parts[0] == CLAIMS_FOLDER and path.suffix == ".yaml"):
        return "claims"
    if path.suffix == ".md" and str(path.parent) == ARTICLES_FOLDER:
        return "article"
    return "page" if path.suffix == ".md" and str(path.parent) == PAGES_FOLDER else None


def _ignored(name: str) -> Diagnostic:
    path = PurePosixPath(name)
    if path.parts[0] == CLAIMS_FOLDER:
        advice = (
            f"rename it to {path.with_suffix('.yaml')}" if path.suffix in (".yml", ".YAML") else "move it elsewhere"
        )
    elif path.suffix == ".md":
        folder = ARTICLES_FOLDER if name.startswith(ARTICLES_FOLDER) else PAGES_FOLDER
        advice = f"move it to {folder}/{path.name}: folders below {folder} are not read"
    else:
        advice = "give it the ending .md, or move it elsewhere"
    return Diagnostic("file-ignored", "this file is not read", name, help=advice)


def _decode_text(name: str, data: bytes, found: list[Diagnostic]) -> Source | None:
    """``data`` as text: UTF-8, with or without a byte order mark."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        source = Source(name, data.decode("utf-8", "replace"))
        before = len(data[: problem.start].decode("utf-8"))
        advice = "save the file as UTF-8"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            advice = "this looks like UTF-16: save the file as UTF-8"
        message = f"the byte 0x{data[problem.start]:02x} is not UTF-8"
        found.append(at("file-encoding", Span(source, before, before + 1), message, help=advice))
        return None
    if not text.strip():
        found.append(Diagnostic("file-empty", "the file is empty", name))
        return None
    return Source(name, text)


def _parse(source: Source, found: list[Diagnostic], start: int = 0, end: int | None = None) -> Node | None:
    node, faults = parse(source, start, end)
    found += faults
    if node is None and not faults:
        place = Span(source, start, start)
        found.append(at("file-empty", place, "there is nothing here but comments"))
    return node


def _read_claims_file(
    source: Source,
    actors: list[Entry[ActorRecord]],
    claims: list[Entry[ClaimRecord]],
    found: list[Diagnostic],
) -> None:
    root = _parse(source, found)
    if root is None:
        return
    if not isinstance(root, MapNode):
        found.append(at("wrong-type", head(root), "the file must have the keys `actors` and `claims`"))
        return
    for key, (key_node, value) in root.entries.items():
        empty = isinstance(value, Scalar) and value.value is None
        if key not in ("actors", "claims"):
            hint = did_you_mean(key, ("actors", "claims")) or "known keys: actors, claims"
            found.append(at("unknown-key", key_node.span, f"`{key}` is not a key of this file", help=hint))
        elif key == "actors" and isinstance(value, MapNode):
            actors += _by_key(value, ActorRecord, "an actor", found)
        elif key == "claims" and isinstance(value, ListNode):
            claims += _listed(value, ClaimRecord, "a claim", found)
        elif not empty:
            shape = "a record of actors by id" if key == "actors" else "a list: one claim behind each hyphen"
            found.append(at("wrong-type", head(value), f"`{key}` must be {shape}"))


def _by_key(node: MapNode, model: type[R], what: str, found: list[Diagnostic]) -> Iterator[Entry[R]]:
    for key, (key_node, value) in node.entries.items():
        if not is_id(key):
            found.append(_bad_id(key_node.span, key))
        record, faults = decode(model, value, what)
        found += faults
        yield Entry(key, key_node.span, record, value)


def _listed(node: ListNode, model: type[R], what: str, found: list[Diagnostic]) -> Iterator[Entry[R]]:
    for item in node.items:
        record, faults = decode(model, item, what)
        found += faults
        id_node = item.get("id") if isinstance(item, MapNode) else None
        name = id_node.value if isinstance(id_node, Scalar) and id_node.value else ""
        yield Entry(name, (id_node or item).span if name else head(item), record, item)


def _whole_file(source: Source, model: type[R], what: str, found: list[Diagnostic]) -> Entry[R] | None:
    node = _parse(source, found)
    if node is None:
        return None
    record, faults = decode(model, node, what)
    found += faults
    return Entry("", head(node), record, node)


def _with_text(
    source: Source, model: type[R], what: str, data: bytes, found: list[Diagnostic]
) -> Iterator[tuple[Entry[R], Text]]:
    stem = PurePosixPath(source.name).stem
    top = Span(source, 0, len(source.line_text(1)))
    if not is_id(stem):
        better = suggest_id(stem)
        advice = f"rename the file to {better}.md" if better else "rename the file"
        found.append(Diagnostic("file-name", f'"{stem}" cannot be an id', source.name, help=advice))
    opening = _FENCE.match(source.text)
    closing = _CLOSING.search(source.text, opening.end()) if opening else None
    if opening is None or closing is None:
        message = "the front matter is not closed by a line ---" if opening else "the file must begin with front matter"
        found.append(
            at("front-matter", top, message, help="a line ---, the keys (title: …), a line ---, then the text")
        )
        yield _broken(stem, top, source)
        return
    body = Span(source, closing.end(), len(source.text))
    if not body.text.strip():
        found.append(at("file-empty", top, f"{what} without text"))
    odd = no_text(body.text)
    if odd:
        message = f"the character {name_of(odd[0])} is not text"
        place = Span(source, body.start + odd.start(), body.start + odd.end())
        found.append(at("file-encoding", place, message, help="remove it"))
    node = _parse(source, found, opening.end(), closing.start())
    if node is None:
        yield _broken(stem, top, source)
        return
    record, faults = decode(model, node, what)
    found += faults
    yield Entry(stem, head(node), record, node), Text(body, hashlib.sha256(data).hexdigest())


def _broken(stem: str, top: Span, source: Source) -> tuple[Entry[R], Text]:
    end = len(source.text)
    return Entry(stem, top, None, Node(source, top.start, top.end)), Text(Span(source, end, end))


def _bad_id(span: Span, value: str) -> Diagnostic:
    better = suggest_id(value)
    message = f'"{value}" is not an id: use small letters a-z and digits, joined by single hyphens'
    return at("invalid-id", span, message, help=f"write {better}" if better else None)
