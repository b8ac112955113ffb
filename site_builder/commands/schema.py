"""``site-builder schema``: writes JSON Schemas of the records for text editors."""

from __future__ import annotations

import argparse

from site_builder.commands.printing import say


def run(arguments: argparse.Namespace) -> int:
    """``site-builder schema``."""
    from site_builder.editor.save import save
    from site_builder.editor.schema import FOLDER, schemas
    from site_builder.workspace import Workspace

    for name, text in schemas(Workspace.open(arguments.project).records).items():
        path = arguments.project / FOLDER / name
        if not path.exists() or path.read_text("utf-8") != text:
            save(path, text)
        say(arguments, str(path))
    return 0
