"""``site-builder build``: make the site and put it in its place."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.commands.printing import is_talkative, look, print_explanation, report_text, say, show_report
from site_builder.commands.progress import Progress

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.load.files import Project
    from site_builder.output.scratch import Scratch


def run(arguments: argparse.Namespace) -> int:
    """``site-builder build``."""
    from site_builder.load.files import read_project
    from site_builder.output import cache
    from site_builder.output.last import Last, fingerprint, is_untouched, read_last, write_last

    root: Path = arguments.project
    output: Path = arguments.output or root / "public"
    project = read_project(root)
    asked = (arguments.base_url, arguments.no_search, arguments.format, *look(arguments))
    key = fingerprint({"content": project.content, "theme": project.theme}, asked)
    last = read_last(root / cache.FOLDER)
    if last and last.key == key and is_untouched(last, output):
        show_report(last.report, arguments.format)
        say(arguments, f"{output}: {last.summary}, nothing changed")
        return 0

    from site_builder.output.publish import publish
    from site_builder.output.scratch import scratch

    with scratch(root / cache.FOLDER) as space:
        result = _make(arguments, project, space)
        report = report_text(result.report, arguments.format, root)
        show_report(report, arguments.format)
        if result.files is None:
            say(arguments, "nothing was built; the last site is untouched")
            return 1
        published = publish(result.files.contents, output, root, root / cache.FOLDER)
    summary = f"{result.pages} pages, {published.total} files"
    if published.stamps:
        write_last(root / cache.FOLDER, Last(key, os.path.realpath(output), published.stamps, report, summary))
    if arguments.explain or arguments.verbose:
        print_explanation(result)
    changes = f"{published.changed} files changed" if published.changed else "nothing changed"
    seconds = sum(result.seconds.values())
    say(arguments, f"{output}: {summary}, {changes} ({seconds:.1f} s)")
    return 0


def _make(arguments: argparse.Namespace, project: Project, space: Scratch | None) -> BuildResult:
    """The site as the command's options want it; what is made of it lies in ``space`` until it is published."""
    from site_builder.build import Options, build
    from site_builder.output import cache

    with Progress(shown=is_talkative(arguments)) as progress:
        options = Options(
            arguments.base_url,
            search=not arguments.no_search,
            exports=True,
            images=True,
            jobs=arguments.jobs,
            keep=space.put if space else bytes,
            cache=arguments.project / cache.FOLDER,
            progress=progress.tell,
        )
        return build(project, options=options)
