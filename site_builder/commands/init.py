"""``site-builder init``: a project to begin with."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """``site-builder init``."""
    from site_builder.editor.begin import begin

    for path in begin(arguments.folder):
        print(path)
    print(f"now: site-builder serve {arguments.folder}")
    return 0
