"""The reference of the command line, read from its parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

_INTRODUCTION = """\
# Commands

Made from the command line's own parser by `make docs`; `site-builder COMMAND --help` says the same.
Exit status: 0 done, 1 the content has errors, 2 the environment or the call is wrong.
"""


def commands(parser: argparse.ArgumentParser) -> str:
    """The reference page."""
    return "\n".join([_INTRODUCTION, *_parts(parser)])


def _parts(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield f"## {command.prog}\n"
                text = next((one.help for one in action._choices_actions if one.dest == name), None)
                if text:
                    yield f"{text[0].upper()}{text[1:]}.\n"
                rows = list(_rows(command))
                if rows:
                    yield "\n".join(["| argument | |", "|---|---|", *rows, ""])
                example = (command.epilog or "").removeprefix("example:\n  ")
                if example:
                    yield f"    {example}\n"
                yield from _parts(command)


def _rows(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            continue
        choices = "|".join(map(str, action.choices or ()))
        metavar = action.metavar if isinstance(action.metavar, str) else choices or action.dest.upper()
        value = "" if action.nargs == 0 else metavar
        argument = f"{', '.join(action.option_strings)} {value}".strip()
        yield "| `{}` | {} |".format(*(text.replace("|", "\\|") for text in (argument, action.help or "")))
