"""Reads a file below ``claims/`` that holds one record, so that a form or a host's editor can change it.

Such a file has the record's keys at the beginning of its lines, and neither ``actors:`` nor ``claims:``. Its name is
the record's id. An actor's file is in a folder called ``actors``, a claim's anywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.claim import claim_entry
from site_builder.load.file import FileRecords
from site_builder.load.lookalikes import odd_actor
from site_builder.load.places import CLAIMS_FOLDER
from site_builder.records.decode import bad_id, decode
from site_builder.records.entries import Entry
from site_builder.records.models import ActorRecord, ClaimRecord
from site_builder.records.nodes import MapNode, Node, Scalar, head
from site_builder.records.values import is_id, suggest_id
from site_builder.source import Span

ACTORS = "actors"
_ONLY_CLAIMS = frozenset(ClaimRecord.model_fields) - set(ActorRecord.model_fields) - {"id"}
_ONLY_ACTORS = frozenset(ActorRecord.model_fields) - set(ClaimRecord.model_fields)


def file_of(kind: str, id_: str) -> str:
    """The file that holds the ``actor`` or ``claim`` with this id alone."""
    return f"{CLAIMS_FOLDER}/{ACTORS}/{id_}.yaml" if kind == "actor" else f"{CLAIMS_FOLDER}/{id_}.yaml"


def lie_alone(entries: Sequence[Entry[ActorRecord]] | Sequence[Entry[ClaimRecord]]) -> bool:
    """True when there are ``entries``, and each is in a file of its own."""
    places = [(entry.written.source, entry.written.start) for entry in entries]
    return bool(places) and all(source.position(start)[1] == 1 for source, start in places)


def is_single(name: str, root: MapNode) -> bool:
    """True when the file ``name`` with the keys of ``root`` holds one record rather than lists of them."""
    listed = [root.entries[key][1] for key in ("actors", "claims") if key in root.entries]
    if not name.startswith(f"{CLAIMS_FOLDER}/") or not all(map(_is_word, listed)):
        return False
    # `actor:` with something below it is `actors:`, misspelt.
    return any(key in root.entries for key in _ONLY_CLAIMS - {"actor"} | _ONLY_ACTORS | {"id"}) or (
        "actor" in root.entries and _is_word(root.entries["actor"][1])
    )


def _is_word(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is not None


def read_single(name: str, root: MapNode, faults: Sequence[Diagnostic]) -> FileRecords:
    """The one record of the file ``name``; ``faults`` are those of its YAML."""
    is_actor = ACTORS in PurePosixPath(name).parts[1:-1]
    own, others = (_ONLY_ACTORS, _ONLY_CLAIMS) if is_actor else (_ONLY_CLAIMS, _ONLY_ACTORS)
    kind = "actor" if is_actor else "claim"
    if root.entries.keys() & others and not root.entries.keys() & own:
        return FileRecords((*faults, _elsewhere(name, root, is_actor=is_actor)), unknown=frozenset(("actor", "claim")))
    id_, wrong = _id(name, root, kind)
    found = [*faults, *wrong]
    if is_actor:
        node = _with(root, None)
        record, more = decode(ActorRecord, node, "an actor")
        actor = Entry.of(id_.value or "", id_.span, record, node)
        unknown = _unknown(kind, actor.id, wrong)
        return FileRecords((*found, *more, *odd_actor(actor)), actors=(actor,), unknown=unknown)
    claim, more = claim_entry(_with(root, id_))
    more = [fault for fault in more if not wrong or fault.code != "invalid-id" or fault.span != id_.span]
    return FileRecords((*found, *more), claims=(claim,), unknown=_unknown(kind, claim.id, wrong))


def _unknown(kind: str, id_: str, wrong: Sequence[Diagnostic]) -> frozenset[str]:
    """The kind of a record with a wrong id or file name: nobody knows the id by which others name it."""
    return frozenset((kind,)) if wrong or not is_id(id_) else frozenset()


def _id(name: str, root: MapNode, kind: str) -> tuple[Scalar, list[Diagnostic]]:
    """The record's id, with the place for messages about it, and its faults."""
    path = PurePosixPath(name)
    written = root.get("id")
    if not isinstance(written, Scalar) or written.value is None:
        place = head(root)
        id_ = Scalar(root.source, place.start, place.end, path.stem, plain=True)
        return id_, [] if is_id(path.stem) else [_no_id(path.stem, place)]
    if not is_id(written.value):
        return written, [bad_id(written.span, written.value)] if kind == "actor" else []  # a claim has its id checked
    if written.value == path.stem:
        return written, []
    message = f'the file is called {path.name}, but its {kind} has the id "{written.value}"'
    better = path.with_name(f"{written.value}.yaml")
    advice = f"keep the one that was published: rename the file to {better}, or remove `id:`"
    return written, [at("file-name", written.span, message, help=advice)]


def _no_id(stem: str, place: Span) -> Diagnostic:
    better = suggest_id(stem)
    advice = f"rename it to {better}.yaml" if better else "rename it: use lowercase a-z, digits and hyphens"
    return at("file-name", place, f"the file's name is its record's id, and \"{stem}\" cannot be one", help=advice)


def _elsewhere(name: str, root: MapNode, *, is_actor: bool) -> Diagnostic:
    """A claim among the actors, or an actor among the claims."""
    path = PurePosixPath(name)
    if is_actor:
        message, better = (
            "this is a claim, but a file in a folder called actors holds an actor",
            f"{CLAIMS_FOLDER}/{path.name}",
        )
    else:
        message, better = "this is an actor, but a file here holds a claim", f"{CLAIMS_FOLDER}/{ACTORS}/{path.name}"
    return at("wrong-type", head(root), message, help=f"move it to {better}")


def _with(root: MapNode, id_: Scalar | None) -> MapNode:
    """``root`` with ``id_`` as its id, or without one."""
    node = MapNode(root.source, root.start)
    node.end = root.end
    node.entries = {
        key: entry for key, entry in root.entries.items() if key != "id" or not isinstance(entry[1], Scalar)
    }
    if id_:
        node.entries.setdefault("id", (id_, id_))
    return node
