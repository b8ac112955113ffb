"""``site-builder new``: a record to begin with."""

from __future__ import annotations

import argparse
import sys

from site_builder.commands.printing import print_report


def run(arguments: argparse.Namespace) -> int:
    """``site-builder new``."""
    from site_builder.editor.ask import new_record

    added = new_record(arguments.project, arguments.kind, vars(arguments), _ask if sys.stdin.isatty() else None)
    for note in added.notes:
        print(note, file=sys.stderr)
    print_report(added.report, "text")
    if added.path is None:
        print("nothing was written", file=sys.stderr)
        return 1
    print(added.path)
    return 0


def _ask(question: str, default: str) -> str:
    shown = f" [{default}]" if default else ""
    return input(f"{question}{shown}: ").strip() or default
