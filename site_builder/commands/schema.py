"""``site-builder schema``: writes JSON Schemas of the records for text editors."""

from __future__ import annotations

import argparse

from site_builder.commands.printing import say


def run(arguments: argparse.Namespace) -> int:
    """``site-builder schema``."""
    from site_builder.editor.save import all_or_nothing
    from site_builder.editor.schema import FOLDER, schemas
    from site_builder.load.fence import Fence
    from site_builder.workspace import Workspace

    made = schemas(Workspace.open(arguments.project).records)
    with all_or_nothing() as put:
        for name, text in made.items():
            path = arguments.project / FOLDER / name
            Fence(arguments.project).look(path)
            if not path.is_file() or path.read_bytes() != text.encode():
                put(path, text.encode())
    for name in made:
        say(arguments, str(arguments.project / FOLDER / name))
    return 0
