"""``site-builder build``: makes the site and publishes it to its folder."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
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
    from site_builder.parallel import Beside
    from site_builder.trace import Memory

PUBLIC, DRAFTS = "public", "drafts"
"""Folders in the project for the site as it is published, and with drafts."""


def run(arguments: argparse.Namespace) -> int:
    """``site-builder build``."""
    from site_builder.collector import hold, no_garbage_collection
    from site_builder.diagnostics import Report
    from site_builder.history.limits import over_limits
    from site_builder.load.files import find_project, read_project
    from site_builder.load.given import refuse_unreadable
    from site_builder.output import mount
    from site_builder.output.last import Last, fingerprint, read_last, write_last
    from site_builder.output.leftovers import EDITED
    from site_builder.output.ours import MARKER, refuse_place
    from site_builder.output.publish import clear_up
    from site_builder.output.scratch import FOLDER, clear
    from site_builder.output.signature import KEY_ADVICE, MOST_KEY
    from site_builder.output.standing import looked_at

    root: Path = arguments.project
    output = _output(arguments)
    own = _own(arguments)
    # Before anything is made: what cannot end well is said at once.
    find_project(root)
    refuse_place(Path(os.path.realpath(output)), root)
    if arguments.sign:
        refuse_unreadable(arguments.sign, MOST_KEY, KEY_ADVICE)
    place = mount.place(output)
    for left in clear_up(place):
        if left.name.endswith(EDITED):
            say(arguments, f"{left} still has the files that were changed by hand and replaced")
            continue
        print(f"{left} stays: it has files that are not this program's, or that cannot be removed", file=sys.stderr)
        print("  help: move what is yours elsewhere, and remove the folder", file=sys.stderr)
    clear(root / FOLDER)
    last = read_last(own)
    looked = looked_at(last, place, own, arguments.jobs)
    project = read_project(root)
    asked = (
        arguments.base_url,
        arguments.no_search,
        arguments.format,
        arguments.host,
        *_key(arguments),
        arguments.drafts,
        *look(arguments),
    )
    strays = {name: place.encode() for name, place in project.strays.items()}
    read = {"content": project.content, "theme": project.theme, "static": project.static, "strays": strays}
    key = fingerprint(read, asked)
    if last and last.key == key and looked.result() and mount.is_shown(place, MARKER):
        Spoken(last.out, last.log, last.page).show()
        say(arguments, f"{output}: {last.summary}, nothing changed")
        return 0

    with no_garbage_collection():
        result, done = _make_and_publish(arguments, project, place, looked)
    hold((project, result))
    found = Report.of(
        [*result.report.diagnostics, *over_limits(result.files.contents if result.files else {}, arguments.host)]
    )
    report = spoken(found, arguments.format, root)
    report.show()
    if done is None:
        there = (place / MARKER).exists()
        say(arguments, f"nothing was built{'; the last site is unchanged' if there else ''}")
        return 1
    summary = f"{result.pages} pages, {done.total} files"
    if done.stamps:
        write_last(own, Last(key, os.path.realpath(place), done.stamps, **asdict(report), summary=summary))
    _tell_of(output, done.edited, done.kept)
    if arguments.explain or arguments.verbose:
        print_explanation(result)
    changes = f"{done.changed} file{'s' if done.changed > 1 else ''} changed" if done.changed else "nothing changed"
    say(arguments, f"{output}: {summary}, {changes} ({sum(result.seconds.values()):.1f} s)")
    return 0


def _tell_of(output: Path, edited: Sequence[str], kept: Path | None) -> None:
    """Say which published files somebody had changed, and that those that hold anything are in ``kept``."""
    if edited:
        more = f" and {len(edited) - 3} more" if len(edited) > 3 else ""
        names = ", ".join(edited[:3])
        print(f"{output}: replaced what was changed by hand since the last build: {names}{more}", file=sys.stderr)
        where = f"; the changed files are in {kept}: take from them what you need, and remove it" if kept else ""
        print(
            f"  help: change the sources or the theme; files in static/ are published unchanged{where}", file=sys.stderr
        )


def _own(arguments: argparse.Namespace) -> Path | None:
    """The cache folder; nothing that a build with drafts leaves there is read by one without."""
    return caches.folder(arguments.project, DRAFTS if arguments.drafts else "")


def _output(arguments: argparse.Namespace) -> Path:
    """The folder to build in.

    Raises :class:`EnvironmentProblem` if the one that a project has leads out of it (a project may come from anyone),
    and for drafts in the folder that is published.
    """
    project: Path = arguments.project
    if arguments.output is not None:
        output = Path(arguments.output)
        if arguments.drafts and os.path.realpath(output) == os.path.realpath(project / PUBLIC):
            raise EnvironmentProblem(
                f"{output} is for the published site, and drafts are not published",
                f"leave out --output to build in {project / DRAFTS}, or name another folder",
            )
        return output
    output = project / (DRAFTS if arguments.drafts else PUBLIC)
    if Path(os.path.realpath(output)).parent != Path(os.path.realpath(project)):
        raise EnvironmentProblem(
            f"{output} is a link out of the project", f"write --output {output} if the site belongs there"
        )
    return output


def _key(arguments: argparse.Namespace) -> tuple[object, ...]:
    """The marks of a signing key: its place, and the time of its last change."""
    key: Path | None = arguments.sign
    return (os.path.realpath(key), os.stat(key).st_mtime_ns) if key and key.exists() else (key,)


def _signed(arguments: argparse.Namespace, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The signature of the provenance among ``files``, if the command names a key."""
    if not arguments.sign:
        return {}
    from site_builder.exports import provenance
    from site_builder.output.signature import ENDING, sign

    return {provenance.FILE + ENDING: sign(files[provenance.FILE], arguments.sign)}


def _make_and_publish(
    arguments: argparse.Namespace, project: Project, output: Path, looked: Beside[bool]
) -> tuple[BuildResult, Published | None]:
    """Continue from the last command's memory, and leave one for the next; a faulty site is not published."""
    from site_builder.collector import hold
    from site_builder.kept import held, published
    from site_builder.output.last import program
    from site_builder.output.publish import publish
    from site_builder.output.scratch import FOLDER, scratch
    from site_builder.output.standing import untouched
    from site_builder.store import Store

    own = _own(arguments)
    store = Store(own, program())
    memory, there = store.read(), untouched(output, own, every=looked.result())
    hold((store, there))
    with scratch(arguments.project / FOLDER) as space:
        result = _make(arguments, project, held(memory, there), output, there, space)
        if result.files is None:
            return result, None
        known = result.memo.memory
        done = publish(
            {**result.files.contents, **_signed(arguments, result.files)},
            output,
            arguments.project,
            own,
            meanwhile=lambda: store.write(published(known)),
            drafts=arguments.drafts,
            jobs=arguments.jobs,
        )
    return result, done


def _make(
    arguments: argparse.Namespace,
    project: Project,
    memory: Memory,
    output: Path,
    there: Mapping[str, str],
    space: Scratch | None,
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
            untouched=there,
            cache=_own(arguments),
            progress=progress.tell,
            drafts=arguments.drafts,
        )
        return build(project, Memo(memory), options)
