"""``site-builder build``: make the site and put it in its place."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import caches
from site_builder.commands.printing import Spoken, is_talkative, look, print_explanation, say, spoken
from site_builder.commands.progress import Progress
from site_builder.errors import EnvironmentProblem

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.load.files import Project
    from site_builder.output.publish import Published
    from site_builder.output.scratch import Scratch
    from site_builder.trace import Memory


def run(arguments: argparse.Namespace) -> int:
    """``site-builder build``."""
    from site_builder.collector import no_garbage_collection
    from site_builder.diagnostics import Report
    from site_builder.history.limits import over_limits
    from site_builder.load.files import read_project
    from site_builder.output.last import Last, fingerprint, is_untouched, read_last, write_last

    root: Path = arguments.project
    output = arguments.output or _public(root)
    own = caches.folder(root)
    project = read_project(root)
    asked = (
        arguments.base_url,
        arguments.no_search,
        arguments.format,
        arguments.host,
        *_key(arguments),
        *look(arguments),
    )
    key = fingerprint({"content": project.content, "theme": project.theme, "static": project.static}, asked)
    last = read_last(own)
    if last and last.key == key and is_untouched(last, output):
        Spoken(last.out, last.log, last.page).show()
        say(arguments, f"{output}: {last.summary}, nothing changed")
        return 0

    with no_garbage_collection():
        result, done = _make_and_publish(arguments, project, output)
    found = Report.of(
        [*result.report.diagnostics, *over_limits(result.files.contents if result.files else {}, arguments.host)]
    )
    report = spoken(found, arguments.format, root)
    report.show()
    if done is None:
        say(arguments, "nothing was built; the last site is untouched")
        return 1
    summary = f"{result.pages} pages, {done.total} files"
    if done.stamps:
        write_last(own, Last(key, os.path.realpath(output), done.stamps, **asdict(report), summary=summary))
    if arguments.explain or arguments.verbose:
        print_explanation(result)
    changes = f"{done.changed} files changed" if done.changed else "nothing changed"
    say(arguments, f"{output}: {summary}, {changes} ({sum(result.seconds.values()):.1f} s)")
    return 0


def _public(project: Path) -> Path:
    """The folder that is published where none is named.

    Raises :class:`EnvironmentProblem` if it leads out of the project: a project may come from anyone.
    """
    output = project / "public"
    if Path(os.path.realpath(output)).parent != Path(os.path.realpath(project)):
        raise EnvironmentProblem(
            f"{output} is a link that leads out of the project", f"write --output {output} if the site belongs there"
        )
    return output


def _key(arguments: argparse.Namespace) -> tuple[object, ...]:
    """What tells one signing key from another: its place, and when it was last changed."""
    key: Path | None = arguments.sign
    return (os.path.realpath(key), os.stat(key).st_mtime_ns) if key and key.exists() else (key,)


def _signed(arguments: argparse.Namespace, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The signature of what ``files`` were made from, if the command names a key."""
    if not arguments.sign:
        return {}
    from site_builder.exports import provenance
    from site_builder.output.signature import ENDING, sign

    return {provenance.FILE + ENDING: sign(files[provenance.FILE], arguments.sign)}


def _make_and_publish(
    arguments: argparse.Namespace, project: Project, output: Path
) -> tuple[BuildResult, Published | None]:
    """Continue from the last command's memory, and leave one for the next; a faulty site is not published."""
    from site_builder.make import held, published
    from site_builder.output.last import program
    from site_builder.output.publish import publish, untouched
    from site_builder.output.scratch import FOLDER, scratch
    from site_builder.store import Store

    own = caches.folder(arguments.project)
    store = Store(own, program())
    memory = held(store.read(), untouched(output, own))
    with scratch(arguments.project / FOLDER) as space:
        result = _make(arguments, project, memory, output, space)
        if result.files is None:
            return result, None
        known = result.memo.memory
        done = publish(
            {**result.files.contents, **_signed(arguments, result.files)},
            output,
            arguments.project,
            own,
            meanwhile=lambda: store.write(published(known)),
        )
    return result, done


def _make(
    arguments: argparse.Namespace, project: Project, memory: Memory, output: Path, space: Scratch | None
) -> BuildResult:
    """The site as the command's options want it; new pages lie in ``space``, the others in ``output``."""
    from site_builder.build import Memo, Options, build

    with Progress(shown=is_talkative(arguments)) as progress:
        options = Options(
            arguments.base_url,
            search=not arguments.no_search,
            exports=True,
            images=True,
            jobs=arguments.jobs,
            keep=space.put if space else bytes,
            published=output,
            cache=caches.folder(arguments.project),
            progress=progress.tell,
        )
        return build(project, Memo(memory), options)
