"""``site-builder coverage``: lists quoted speech that no claim uses."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """``site-builder coverage``."""
    from site_builder.editor.coverage import LIMITS
    from site_builder.editor.coverage import coverage as speech
    from site_builder.workspace import Workspace

    found = speech(Workspace.open(arguments.project).records)
    for article in found:
        cited = article.total - len(article.uncited)
        print(f"content/articles/{article.article}.md: {cited} of {article.total} passages of quoted speech are cited")
        for line, words in article.uncited:
            print(f"  {line}: {words}")
        for line in article.alone:
            print(f"  {line}: a quotation mark has no partner in its paragraph; its speech is not counted")
    total = sum(article.total for article in found)
    print(f"{total - sum(len(article.uncited) for article in found)} of {total} in {len(found)} articles")
    print(LIMITS)
    return 0
