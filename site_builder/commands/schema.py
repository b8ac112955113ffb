"""``site-builder schema``: writes JSON Schemas of the records for text editors."""

from __future__ import annotations

import argparse

from site_builder.commands.printing import say


def run(arguments: argparse.Namespace) -> int:
    """``site-builder schema``."""
    from site_builder.editor.schema import write

    for path in write(arguments.project):
        say(arguments, str(path))
    return 0
