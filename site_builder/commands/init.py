"""``site-builder init``: starts a project."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_builder.editor.begin import Plan


def run(arguments: argparse.Namespace) -> int:
    """``site-builder init``."""
    from site_builder.editor.begin import HOSTS, begin, plan

    folder = arguments.folder
    made = plan(folder, arguments.host, bare=arguments.bare)
    if (made.holds or made.kept) and not arguments.beside:
        return _refused(arguments, made)
    for path in begin(folder, made):
        print(path)
    for name in made.kept:
        print(f"{folder / name} already exists and was left unchanged")
    if arguments.host:
        print(f"to set up {arguments.host} and push for the first time: site-builder explain deploying")
    elif not made.is_project:
        print(f"to add files for a host: site-builder init {folder} --beside --host {'|'.join(HOSTS)}")
    print(f"now: site-builder serve {folder} --open")
    return 0


def _refused(arguments: argparse.Namespace, made: Plan) -> int:
    """Print the changes that the command would make to the folder, and write nothing."""
    from site_builder.errors import EnvironmentProblem

    for name in made.files:
        print(f"would write {arguments.folder / name}")
    for name in made.kept:
        print(f"would leave {arguments.folder / name} unchanged")
    raise EnvironmentProblem(
        f"{arguments.folder} holds {len(made.holds)} files or folders already ({', '.join(made.holds[:5])}"
        f"{' …' if len(made.holds) > 5 else ''}); nothing was written",
        "use --beside to write what is listed above and replace nothing, or name a folder that does not exist yet",
    )
