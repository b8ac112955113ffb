"""``import``: turns a file from elsewhere into drafts, in a new file of the project.

What is written passes the checks: a value that does not is taken out of its draft again, and the report says why.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.editor.added import added_faults, keys_at_fault
from site_builder.editor.importing import KINDS, claimreview, data, hypothesis, opening, table
from site_builder.editor.importing.columns import named
from site_builder.editor.importing.drafts import Draft, Drafting
from site_builder.editor.importing.item import Contents
from site_builder.editor.importing.matching import Project
from site_builder.editor.importing.summary import Scale
from site_builder.editor.importing.whose import Ours, attributed
from site_builder.editor.new import record
from site_builder.errors import EnvironmentProblem
from site_builder.link.texts import Texts
from site_builder.load.claim import MAY_COME_LATER
from site_builder.load.places import CLAIMS_FOLDER
from site_builder.records.values import suggest_id
from site_builder.reporting import printable
from site_builder.workspace import Workspace

_WANTED = {
    "claimreview": "ClaimReview",
    "hypothesis": "annotations (rows with a target)",
    "data": "claims of a site of this program",
}
ROUNDS = 4
"""The number of times that values with faults are taken out before a draft is left out."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of importing a file."""

    name: str
    """The new file's path in the project; nothing where there was nothing to file."""
    text: str
    """The new file's text."""
    drafts: tuple[Draft, ...]
    """The draft or refusal of each item, in the order of the file."""
    notes: tuple[str, ...]
    """Notes on the file as a whole."""

    @property
    def filed(self) -> tuple[Draft, ...]:
        """The drafts that the new file has."""
        return tuple(draft for draft in self.drafts if draft.fields)

    @property
    def refused(self) -> tuple[Draft, ...]:
        """Items of which nothing is filed, without those that the project has already."""
        return tuple(draft for draft in self.drafts if draft.refused)


def import_file(root: Path, path: Path, kind: str | None = None, columns: str = "") -> Imported:
    """The file at ``path`` as drafts for the project in ``root``; writes nothing.

    ``kind`` is one of ``KINDS``, read from the file where it is None; ``columns`` says what a table's columns hold
    (:func:`.columns.named`). Raises :class:`EnvironmentProblem` where the file cannot be read as that.
    """
    given = named(columns) if columns else {}
    known = Workspace.open(root)
    contents = _contents(path, kind, Scale.of(known.records), given)
    if not contents.items:
        raise EnvironmentProblem(f"{path} has no rows", "export it again, with the rows below the column names")
    items, others = attributed(contents.items, Ours.of(known.records))
    stem = suggest_id(path.stem, most=60) or "file"
    among = frozenset(item.values["id"] for item in items if "id" in item.values)
    drafting = Drafting(Project.of(known.records), Texts(known.records), stem, among)
    drafts = [drafting.draft(item) for item in items]
    name = _free_name(root, f"{CLAIMS_FOLDER}/imported-{stem}")
    for attempt in range(ROUNDS + 1):
        text = _text(path, drafts)
        faults = _faults(known, name, text) if text else {}
        if not faults:
            return Imported(name if text else "", text, tuple(drafts), (*contents.notes, *others))
        drafts = [_mended(draft, faults, last=attempt == ROUNDS - 1) for draft in drafts]
    raise AssertionError("a file without drafts has no faults")


def lacking(draft: Draft) -> list[str]:
    """The keys that ``draft`` needs before it can be published."""
    return [key for key in MAY_COME_LATER if key not in draft.fields]


def _contents(path: Path, kind: str | None, scale: Scale, given: Mapping[str, str]) -> Contents:
    bytes_ = opening.read_file(path)
    text = opening.text_of(bytes_, path)
    if (kind or opening.kind_of(text)) == "csv":
        return table.read_table(text, path, given, marked=bytes_.startswith(codecs.BOM_UTF8))
    if given:
        raise EnvironmentProblem(f"{path} is no table, and has no columns", "leave out --columns")
    values = opening.json_of(text, path)
    values = values[0] if len(values) == 1 else values
    if kind in (None, "data") and data.is_data(values):
        return data.read_data(values)
    if kind in (None, "claimreview") and claimreview.is_review(values):
        return claimreview.read_reviews(values, scale)
    if kind in (None, "hypothesis") and hypothesis.is_annotations(values):
        return hypothesis.read_annotations(values)
    what = f"no {_WANTED[kind]}" if kind else f"neither {', '.join(list(_WANTED.values())[:-1])} nor {_WANTED['data']}"
    raise EnvironmentProblem(f"{path} has {what}", f"import another file, or name its kind: --from {'|'.join(KINDS)}")


def _free_name(root: Path, stem: str) -> str:
    """The path of a file that is not there yet."""
    number, name = 1, f"{stem}.yaml"
    while os.path.lexists(root / name):
        number += 1
        name = f"{stem}-{number}.yaml"
    return name


def _text(path: Path, drafts: Sequence[Draft]) -> str:
    """The new file; nothing where no draft is left."""
    filed = [draft for draft in drafts if draft.fields]
    if not filed:
        return ""
    lines = [
        f"# From {in_comment(path.name)}, by `site-builder import`. `site-builder check` says what each draft lacks;",
        "# to publish a complete one, add `published:` with a day, and remove `status: draft`.",
        "",
        "claims:",
    ]
    for draft in filed:
        lines += [f"  # {draft.place}", *(f"  #   {in_comment(note)}" for note in draft.notes)]
        lines += [f"  {'  ' if number else '- '}{line}" for number, line in enumerate(record(draft.fields))]
        lines.append("")
    return "\n".join(lines)


def in_comment(text: str) -> str:
    """``text`` on one line, with nothing in it that ends a comment or moves a cursor."""
    return printable(" ".join(text.split()))


def _faults(known: Workspace, name: str, text: str) -> dict[str, dict[str, str]]:
    """The faults of the drafts in the new file, by id and key."""
    changed = known.changed({name: text.encode()})
    return keys_at_fault(added_faults(known, changed), name, changed.records)


def _mended(draft: Draft, faults: Mapping[str, Mapping[str, str]], *, last: bool) -> Draft:
    """``draft`` without the values that have faults."""
    for key, message in faults.get(str(draft.fields.get("id", "")), {}).items():
        draft = draft.without("id" if last else key, message)
    return draft
