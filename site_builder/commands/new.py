"""``site-builder new``: adds a record."""

from __future__ import annotations

import argparse
import io
import shlex
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from site_builder.commands.arguments import file_name
from site_builder.commands.printing import spoken
from site_builder.unseen import obeyed_by_none

FLAGS: Mapping[str, Mapping[str, str]] = {
    "claim": {
        "id": "its address (default: from actor and statement)",
        "actor": "id of the actor who made it",
        "statement": "the claim in your words, one sentence",
        "date": "when it was made: 2020-08-19, 2020-08, 2020, with ~ for about or ? for uncertain",
        "verdict": "id in the rating scale",
        "summary": "the verdict's reason, one sentence",
        "article": "id of the article that has the words",
        "quote": "the words, verbatim",
        "prefix": "the words just before the quotation, if it occurs more than once",
        "suffix": "the words just after it",
        "speech": "direct or reported (default: as in the article)",
        "about": "ids of the actors whom it is about, separated by commas",
        "accuses": "ids of the actors who did wrong, according to the claim",
        "topics": "ids of topics",
        "published": "day of first publication (default: today)",
    },
    "actor": {
        "id": "its address (default: from the name)",
        "name": "as the sources print it",
        "actor-kind": "person, organisation, state or group",
        "role": "as the sources describe it",
        "country": "ISO 3166-1 alpha-2",
    },
    "article": {
        "id": "its permanent address (default: it asks; proposed from publisher and date)",
        "from": "a saved web page (HTML, MHTML), Markdown or plain text",
        "title": "the headline",
        "publisher": "who published it",
        "published": "when: 2020-08-19, 2020-08, 2020",
        "url": "the publisher's page",
        "language": "BCP 47 (default: the site's)",
        "source": "independent, state, agency, official or other",
    },
}
"""The options for each kind of record, with their help."""
TYPES: Mapping[str, Callable[[str], str]] = {"from": file_name}
"""What checks the value of an option that is more than a text."""


def run(arguments: argparse.Namespace) -> int:
    """``site-builder new``."""
    from site_builder.editor import schema
    from site_builder.editor.ask import new_record

    ask = _ask if sys.stdin and sys.stdin.isatty() else None  # there is none where somebody closed it
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # what is no text is an answer too: a wrong one
    added = new_record(arguments.project, arguments.kind, vars(arguments), ask, partial(_keep, arguments), _tell)
    for note in added.notes:
        print(note, file=sys.stderr)
    spoken(added.report, "text").show()
    if added.path is None:
        print("nothing was written", file=sys.stderr)
        return 1
    if told := schema.renew(arguments.project):
        print(told, file=sys.stderr)
    print(added.path)
    return 0


def _keep(arguments: argparse.Namespace, given: Mapping[str, str]) -> None:
    """Print the command that continues from the answers so far."""
    flags = [part for key, value in given.items() if key in FLAGS[arguments.kind] for part in (f"--{key}", value)]
    flags += [f"--{key.replace('_', '-')}" for key in ("draft", "own_file") if getattr(arguments, key, False)]
    project = [] if arguments.project == Path(".") else ["--project", str(arguments.project)]
    print(f"to continue: {shlex.join(['site-builder', 'new', arguments.kind, *flags, *project])}", file=sys.stderr)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _ask(question: str, default: str) -> str:
    """The answer to ``question``, which goes to standard error where standard output is no terminal."""
    shown = obeyed_by_none(f"{question}{f' [{default}]' if default else ''}: ")
    if not sys.stdout.isatty():
        print(shown, end="", file=sys.stderr, flush=True)
        shown = ""
    try:
        return input(shown).strip() or default
    except (KeyboardInterrupt, EOFError):
        print("\nnothing was written", file=sys.stderr)
        raise
