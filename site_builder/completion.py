"""Shell completion scripts, made from the argument parser so that they always match it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, parser: argparse.ArgumentParser) -> str:
    """The script for ``shell``, to be sourced by it."""
    words = dict(_words(parser, parser.prog))
    return _fish(parser.prog, words) if shell == "fish" else _bash(parser.prog, words, zsh=shell == "zsh")


def _words(parser: argparse.ArgumentParser, path: str) -> Iterator[tuple[str, list[str]]]:
    """Each command as it is typed, with the words that may follow it."""
    own: list[str] = []
    for action in parser._actions:
        own += action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            own += action.choices
            for name, below in action.choices.items():
                yield from _words(below, f"{path} {name}")
        elif action.choices:
            own += map(str, action.choices)
    yield path, own


def _bash(prog: str, words: dict[str, list[str]], *, zsh: bool) -> str:
    cases = "".join(f'    "{path}") words="{" ".join(own)}" ;;\n' for path, own in sorted(words.items()))
    first = "autoload -U +X bashcompinit && bashcompinit\n" if zsh else ""
    return f"""{first}_site_builder() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" path="{prog}" words="" word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$path $word" in {"|".join(f'"{path}"' for path in sorted(words) if path != prog)}) path="$path $word" ;; esac
  done
  case "$path" in
{cases}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _site_builder {prog}
"""


def _fish(prog: str, words: dict[str, list[str]]) -> str:
    lines = []
    for path, own in sorted(words.items()):
        steps = path.split()[1:]
        seen = " and ".join(f"__fish_seen_subcommand_from {step}" for step in steps) or "__fish_use_subcommand"
        plain = " ".join(word for word in own if not word.startswith("-"))
        if plain:
            lines.append(f"complete -c {prog} -n '{seen}' -a '{plain}'")
        lines += [f"complete -c {prog} -n '{seen}' -l {word[2:]}" for word in own if word.startswith("--")]
    return "\n".join(lines) + "\n"
