"""``site-builder explain``: explains a diagnostic code, or prints a page of the documentation."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from site_builder.commands import manual
from site_builder.commands.printing import show
from site_builder.errors import EnvironmentProblem


def run(arguments: argparse.Namespace) -> int:
    """``site-builder explain``."""
    from site_builder.codes import CODES
    from site_builder.diagnostics import did_you_mean

    word, pages = arguments.name, manual.pages()
    if word is None:
        return show("\n".join([*_listed(), ""]))
    if code := CODES.get(word):
        return show(f"{word} ({code.severity})\n{code.title}.\n\n{code.explanation}\n")
    if page := manual.named(word, pages):
        return show(pages[page].read_text("utf-8"))
    hint = did_you_mean(word, [*CODES, *pages]) or "run `site-builder explain` alone: it lists all codes and pages"
    raise EnvironmentProblem(f'there is no code or page "{word}"', hint)


def _listed() -> Iterator[str]:
    """All pages and codes, a line each with its title."""
    from site_builder.codes import CODES

    pages = manual.pages()
    width = max(map(len, [*CODES, *pages]))
    yield "Pages of the documentation:"
    yield from (f"  {name:<{width}}  {manual.title(path)}" for name, path in pages.items())
    yield "\nCodes of messages:"
    yield from (f"  {name:<{width}}  {code.title}" for name, code in CODES.items())
