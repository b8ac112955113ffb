"""``site-builder import``: turns other programs' claims into drafts."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_builder.editor.importing.drafts import Draft
    from site_builder.editor.importing.run import Imported


def run(arguments: argparse.Namespace) -> int:
    """``site-builder import``: 0 where every row is a draft now or was a claim before, 1 where one was left out."""
    from site_builder.editor import schema
    from site_builder.editor.importing.run import import_file
    from site_builder.editor.save import create

    imported = import_file(arguments.project, arguments.file, arguments.kind, arguments.columns)
    path = arguments.project / imported.name if imported.name else None
    if path and not arguments.dry_run:
        create(path, imported.text)
        if told := schema.renew(arguments.project):
            print(told)
    for note in imported.notes:
        print(note)
    for draft in imported.drafts:
        _tell(draft)
    print(_summary(imported))
    if path is None:
        print("nothing was written")
    elif arguments.dry_run:
        print(f"would write {path}:\n\n{imported.text}", end="")
    else:
        print(path)
    return 1 if imported.refused else 0


def _tell(draft: Draft) -> None:
    """Print what a row lacks, and why; nothing for one that is whole."""
    from site_builder.editor.importing.run import in_comment, lacking

    missing = lacking(draft)
    if draft.known:
        print(f"{draft.place}: left out: the project already has it as {draft.known}")
    elif draft.refused:
        print(f"{draft.place}: left out: {in_comment(draft.refused)}")
    elif missing:
        print(f"{draft.place}: {draft.fields['id']} lacks {', '.join(missing)}")
    elif draft.notes:
        print(f"{draft.place}: {draft.fields['id']} lacks nothing")
    for note in draft.notes:
        print(f"    {in_comment(note)}")


def _summary(imported: Imported) -> str:
    from site_builder.editor.importing.run import lacking

    filed = imported.filed
    whole = sum(not lacking(draft) for draft in filed)
    known = sum(bool(draft.known) for draft in imported.drafts)
    parts = [f"drafts: {len(filed)} of {len(imported.drafts)}", f"lacking nothing: {whole}"]
    parts += [f"there already: {known}"] if known else []
    parts += [f"left out: {len(imported.refused)}"] if imported.refused else []
    return ", ".join(parts)
