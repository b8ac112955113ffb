"""``site-builder check``: reports everything that a build would refuse, and builds nothing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from site_builder import caches
from site_builder.commands.printing import print_explanation, say, spoken
from site_builder.errors import EnvironmentProblem

if TYPE_CHECKING:
    from site_builder.diagnostics import Diagnostic
    from site_builder.workspace import Workspace


def run(arguments: argparse.Namespace) -> int:
    """``site-builder check``: make every page and keep none; the next command can reuse the work."""
    from site_builder.build import Memo, Options, check
    from site_builder.collector import hold, no_garbage_collection
    from site_builder.contents import measured
    from site_builder.diagnostics import Report
    from site_builder.kept import published
    from site_builder.load.files import read_project
    from site_builder.output.last import program
    from site_builder.store import Store
    from site_builder.workspace import Workspace

    if arguments.dry_run and not arguments.fix:
        raise EnvironmentProblem("--dry-run shows what --fix would do", "write --fix --dry-run")
    store = Store(caches.folder(arguments.project), program())
    options = Options(index=False, exports=True, images=True, jobs=os.cpu_count() or 1, keep=measured)
    known = Workspace(read_project(arguments.project), store.read())
    if arguments.fix:
        known = _fix(arguments, known)
    with no_garbage_collection():
        result = check(known.project, Memo(known.memory), options)
        store.write(published(result.memo.memory))
    hold((store, known, result))
    found = list(result.report.diagnostics)
    if arguments.against is not None or arguments.deploy:
        found += _more_faults(arguments, Workspace(known.project, result.memo.memory))
    report = Report.of(found)
    spoken(report, arguments.format, arguments.project).show()
    if arguments.verbose:
        print_explanation(result)
    if report.ok:
        say(arguments, f"no errors: {result.pages} pages can be built")
    return 0 if report.ok else 1


def _more_faults(arguments: argparse.Namespace, known: Workspace) -> list[Diagnostic]:
    """The faults that only some checks look for: changes in silence, missing policies, days to come or past."""
    from datetime import UTC, datetime

    from site_builder.diagnostics import Report
    from site_builder.history.against import compare
    from site_builder.history.deploy import undeployable
    from site_builder.history.future import in_future
    from site_builder.history.security import security
    from site_builder.history.unfilled import unfilled
    from site_builder.workspace import Workspace

    found: list[Diagnostic] = []
    if arguments.against is not None:
        from site_builder.history.revision import day_of, read_revision

        published = read_revision(arguments.project, arguments.against)
        before = Workspace(published, known.memory)
        unread = Report.of(before.unread)
        if not published.content and ":" not in arguments.against:  # the first pull request of a project
            say(arguments, f"{arguments.against} has no project yet: there is nothing to compare with")
        elif not unread.ok:
            spoken(unread, "text").show()
            raise EnvironmentProblem(
                f"{arguments.against} cannot be compared: its records have the errors above",
                "name a revision whose check passes",
            )
        else:
            found += compare(before.records, known.records, day_of(arguments.project, arguments.against))
    if arguments.deploy:
        now = datetime.now(UTC)
        found += [*undeployable(known.records), *in_future(known.records, now.date()), *unfilled(known.project)]
        found += security(known.project, now)
    return found


def _fix(arguments: argparse.Namespace, known: Workspace) -> Workspace:
    """Write escapes into articles and rewrite near misses, or show how; returns the project as it is then."""
    from site_builder.editor.escape import escape
    from site_builder.editor.fix import repair

    escaped, places = escape(known.records)
    fixed = known.changed(_encoded(escaped)) if escaped else known
    repaired = repair(fixed.records)
    if repaired.files:
        fixed = fixed.changed(_encoded(repaired.files))
    _rewrite(arguments, known, {**escaped, **repaired.files})
    lines = [(place.file, *place.position, place.text) for place in places]
    for fix in repaired.done:
        source = fix.scalar.source
        lines.append((source.name, *source.position(fix.scalar.start), fix.quote))
    for file, line, column, text in lines:
        say(arguments, f"{file}:{line}:{column}: {'would be ' if arguments.dry_run else ''}fixed: {text}")
    if not lines:
        say(arguments, "nothing can be fixed with certainty")
    return known if arguments.dry_run else fixed


def _encoded(files: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
    return {name: new.encode() for name, (_, new) in files.items()}


def _rewrite(arguments: argparse.Namespace, known: Workspace, files: Mapping[str, tuple[str, str]]) -> None:
    """Save the new text of each of ``files`` (old and new by path), or show the difference."""
    from site_builder.editor.differing import patch
    from site_builder.editor.save import all_or_nothing

    if arguments.dry_run:
        stream = sys.stdout if arguments.format == "text" else sys.stderr
        for name, (old, new) in files.items():
            for text in patch(old, new, name):
                stream.write(text if text.endswith("\n") else f"{text}\n\\ No newline at end of file\n")
        return
    with all_or_nothing() as put:
        for name, data in _encoded(files).items():
            path = arguments.project / name
            if path.read_bytes() != known.project.content[name]:
                raise EnvironmentProblem(f"{path} was saved just now, by somebody else", "run the command again")
            put(path, data)
