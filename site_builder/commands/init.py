"""``site-builder init``: starts a project."""

from __future__ import annotations

import argparse
import os
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from site_builder.editor.begin import Plan
    from site_builder.editor.origin import Origin


def run(arguments: argparse.Namespace) -> int:
    """``site-builder init``."""
    from site_builder.editor.begin import HOSTS, begin, plan

    folder, typed = arguments.folder, shlex.quote(str(arguments.folder))
    made = plan(folder, arguments.host, forge=_forge(arguments), bare=arguments.bare)
    if (made.holds or made.kept) and not arguments.beside:
        return _refused(arguments, made)
    for path in begin(folder, made):
        print(path)
    for name in made.kept:
        print(f"{folder / name} already exists and was left unchanged{_lacking(made, name)}")
    if made.program:
        _tell_of_wheel(folder, made, made.program)
    if arguments.host:
        print(f"to set up {arguments.host} and push for the first time: site-builder explain deploying")
    elif not made.is_project:
        print(f"to add files for a host: site-builder init {typed} --beside --host {'|'.join(HOSTS)}")
    print(f"now: site-builder serve {typed} --open")
    return 0


def _forge(arguments: argparse.Namespace) -> str | None:
    """The forge that was named; or else the one that the remote ``origin`` names, and a line that says so."""
    from site_builder.editor.begin import FORGES
    from site_builder.errors import EnvironmentProblem
    from site_builder.history.revision import origin_of

    host, forge = arguments.host, arguments.forge
    if forge and not host:
        raise EnvironmentProblem("--forge says where the workflows run that publish to a host", "add --host NAME")
    if forge or not host or host in FORGES:
        return str(forge) if forge else None
    origin = origin_of(arguments.folder)
    guess, other = ("gitlab", "github") if "gitlab" in origin else ("github", "gitlab")
    why = f", since the remote origin is at {origin}" if origin else ""
    print(f"the workflows are for {guess}{why}; if the repository is at {other}: --forge {other}")
    return guess


def _lacking(made: Plan, name: str) -> str:
    """What is said of lines that a kept file lacks."""
    lines = made.lacking.get(name, ())
    return "".join(("; add to it:", *(f"\n    {line}" for line in lines))) if lines else ""


def _tell_of_wheel(folder: Path, made: Plan, program: Origin) -> None:
    """Print a line on the wheel that requirements.txt names; nothing if an index has it, or if it was there before."""
    from site_builder.editor.origin import WHEEL

    listed = "requirements.txt" if "requirements.txt" in made.files else "with the line above requirements.txt"
    if WHEEL in made.files:
        print(f"{listed} installs {WHEEL}, a copy of the wheel that this program comes from: commit both")
    elif program.is_in_project and not os.path.exists(folder / WHEEL):  # what cannot be looked at ends nothing
        command = f"pip wheel --no-deps --wheel-dir {shlex.quote(str((folder / WHEEL).parent))}"
        how = f"to make it: {command} {shlex.quote(program.source)}" if program.source else "copy it there"
        print(f"{listed} installs {WHEEL}, which is not there yet; {how}")


def _refused(arguments: argparse.Namespace, made: Plan) -> int:
    """Print the changes that the command would make to the folder, and write nothing."""
    from site_builder.errors import EnvironmentProblem

    for name in made.files:
        print(f"would write {arguments.folder / name}")
    for name in made.kept:
        print(f"would leave {arguments.folder / name} unchanged{_lacking(made, name)}")
    raise EnvironmentProblem(
        f"{arguments.folder} holds {len(made.holds)} files or folders already ({', '.join(made.holds[:5])}"
        f"{' …' if len(made.holds) > 5 else ''}); nothing was written",
        "use --beside to write what is listed above and replace nothing, or name a folder that does not exist yet",
    )
