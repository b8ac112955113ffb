"""``site-builder quote``: words in the articles, as a record has them."""

from __future__ import annotations

import argparse
import sys


def run(arguments: argparse.Namespace) -> int:
    """``site-builder quote``."""
    from site_builder.editor.find import find
    from site_builder.link.texts import Texts
    from site_builder.workspace import Workspace

    matches = find(Texts(Workspace.open(arguments.project).records), " ".join(arguments.text))
    for match in matches:
        note = "" if match.exact else "  # not the same words: the nearest passage"
        print(f"# {match.file}:{match.line}{note}\n{match.yaml}\n")
    if not matches:
        print("no article has these words, or words like them", file=sys.stderr)
    return 0 if matches and matches[0].exact else 1
