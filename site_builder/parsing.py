"""``argparse`` with messages that say what to write instead; knows no command."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection
from typing import Any, NoReturn

from site_builder.diagnostics import choose, did_you_mean

_LACKING = re.compile(r"arguments are required: (COMMAND|KIND)$")


class Parser(argparse.ArgumentParser):
    """Suggests a command, a kind or a value in place of one that does not exist."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        choices = list(map(str, action.choices or ()))
        if action.choices is not None and value not in action.choices:
            hint = choose(str(value), choices).replace("write one of these:", "choose from")
            if value == "help":
                hint = f"{self.prog} --help lists what there is"
            raise argparse.ArgumentError(action, f'there is no "{value}": {hint}')

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.others: Collection[Parser] = ()
        """The parsers of the commands, which may have an option that this one has not."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Like argparse's, but an argument without a place is an error here, where the known options are at hand."""
        first = next(iter(sys.argv[1:] if args is None else args), "")
        if self._subparsers and first.startswith("--") and not self._knows(first):
            self._refuse(first)  # before argparse misses the command behind it
        found, more = super().parse_known_args(args, namespace)
        option = next((word.partition("=")[0] for word in more if word.startswith("-") and word != "-"), None)
        if option:
            self._refuse(option)
        if more:
            folder = (
                "name the project's folder after --project, and " if "--project" in self._option_string_actions else ""
            )
            self.error(f'there is no place for "{more[0]}": {folder}put a text that has spaces in quotation marks')
        return found, more

    def _refuse(self, option: str) -> NoReturn:
        name = option.partition("=")[0]
        self.error(f"there is no {name}{self._hint(name)}")

    def _knows(self, option: str) -> bool:
        """True for an option, in whole or shortened."""
        return any(known.startswith(option.partition("=")[0]) for known in self._option_string_actions)

    def error(self, message: str) -> NoReturn:
        """Like argparse's, with advice on an option without its value, and on a call without a command."""
        if lacking := _LACKING.search(message):
            what = lacking[1].lower()
            message = f"say which {what}: {self.prog} --help lists the {what}s"
        advice = "a value must follow it; to give one that begins with a hyphen, put = between the two"
        super().error(message.replace("expected one argument", advice))

    def _hint(self, option: str) -> str:
        """The commands that have ``option``, or else the option that may have been meant; empty where there is none."""
        having = [other.prog for other in self.others if option in other._option_string_actions]
        if having:
            return f" here; it belongs to {', '.join(having)}"
        hint = did_you_mean(option, self._option_string_actions)
        return f": {hint}" if hint else ""
