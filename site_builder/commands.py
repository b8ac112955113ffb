"""What each command does: read, call, print, and the exit status. The only module that prints.

Nothing heavy is imported before a command needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from site_builder.errors import EnvironmentProblem

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.diagnostics import Diagnostic, Report
    from site_builder.load.files import Project

SAMPLE = 100
"""Claims from which on a check tries the templates on a sample of so many."""
REASONS = 20
"""Pages of which an explanation says why they were made again."""
LONG_BUILD = 500
"""Pages from which on a progress bar is worth a look."""


def build(arguments: argparse.Namespace) -> int:
    """``site-builder build``."""
    from site_builder.load.files import read_project
    from site_builder.output import cache
    from site_builder.output.last import Last, fingerprint, is_untouched, read_last, write_last

    root: Path = arguments.project
    output: Path = arguments.output or root / "public"
    project = read_project(root)
    asked = (arguments.base_url, arguments.no_search, arguments.format, *_look(arguments))
    key = fingerprint({"content": project.content, "theme": project.theme}, asked)
    last = read_last(root / cache.FOLDER)
    if last and last.key == key and is_untouched(last, output):
        _show_report(last.report, arguments.format)
        _say(arguments, f"{output}: {last.summary}, nothing changed")
        return 0

    from site_builder.build import Options
    from site_builder.build import build as make
    from site_builder.output.publish import publish

    with _Progress(shown=_is_talkative(arguments)) as progress:
        options = Options(
            arguments.base_url,
            search=not arguments.no_search,
            exports=True,
            images=True,
            jobs=arguments.jobs,
            cache=root / cache.FOLDER,
            progress=progress.tell,
        )
        result = make(project, options=options)
    report = _report_text(result.report, arguments.format, root)
    _show_report(report, arguments.format)
    if result.files is None:
        _say(arguments, "nothing was built; the last site is untouched")
        return 1
    published = publish(result.files, output, root, root / cache.FOLDER)
    summary = f"{result.pages} pages, {published.total} files"
    if published.stamps:
        write_last(root / cache.FOLDER, Last(key, os.path.realpath(output), published.stamps, report, summary))
    if arguments.explain or arguments.verbose:
        _print_explanation(result)
    changes = f"{published.changed} files changed" if published.changed else "nothing changed"
    seconds = sum(result.seconds.values())
    _say(arguments, f"{output}: {summary}, {changes} ({seconds:.1f} s)")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """``site-builder check``."""
    from site_builder.build import Options
    from site_builder.build import build as make
    from site_builder.diagnostics import Report
    from site_builder.load.files import read_project

    if arguments.dry_run and not arguments.fix:
        raise EnvironmentProblem("--dry-run shows what --fix would do", "write --fix --dry-run")
    project = read_project(arguments.project)
    if arguments.fix:
        project = _fix(arguments, project)
    result = make(project, options=Options(search=False, jobs=os.cpu_count() or 1, most=SAMPLE))
    report = Report.of([*result.report.diagnostics, *_more_faults(arguments, project)])
    _print_report(report, arguments.format, arguments.project)
    if arguments.verbose:
        _print_explanation(result)
    if report.ok:
        tried = f"every record is sound, and the templates on {result.pages} of the pages"
        _say(arguments, f"no errors: {tried if result.sampled else f'{result.pages} pages can be built'}")
    return 0 if report.ok else 1


def _more_faults(arguments: argparse.Namespace, project: Project) -> list[Diagnostic]:
    """What only some checks ask for: that nothing is taken back in silence, policies, and days that have not come."""
    from datetime import UTC, datetime

    from site_builder.diagnostics import Report
    from site_builder.link.against import compare
    from site_builder.link.deploy import undeployable
    from site_builder.link.future import in_future
    from site_builder.load.records import load

    found: list[Diagnostic] = []
    if arguments.against is not None:
        from site_builder.desk.revision import read_revision

        before, faults = load(read_revision(arguments.project, arguments.against))
        unread = Report.of(faults)
        if not unread.ok:
            _print_report(unread, "text")
            raise EnvironmentProblem(
                f"{arguments.against} cannot be compared with: its records have the errors above",
                "name a revision whose check passes",
            )
        found += compare(before, load(project)[0])
    if arguments.deploy:
        records = load(project)[0]
        found += [*undeployable(records), *in_future(records, datetime.now(UTC).date())]
    return found


def _fix(arguments: argparse.Namespace, project: Project) -> Project:
    """Write escapes into articles and rewrite near misses, or show how; returns the project as it is then."""
    from site_builder.desk.escape import escape
    from site_builder.desk.fix import repair
    from site_builder.load.files import Project

    escaped, places = escape(project)
    content = {**project.content, **_rewrite(arguments, escaped)}
    repaired = repair(Project(content, project.theme))
    content |= _rewrite(arguments, repaired.files)
    lines = [(place.file, *place.position, place.text) for place in places]
    for fix in repaired.done:
        source = fix.scalar.source
        lines.append((source.name, *source.position(fix.scalar.start), fix.quote))
    for file, line, column, text in lines:
        _say(arguments, f"{file}:{line}:{column}: {'would be ' if arguments.dry_run else ''}fixed: {text}")
    if not lines:
        _say(arguments, "nothing that could be fixed with certainty")
    return project if arguments.dry_run else Project(content, project.theme)


def _rewrite(arguments: argparse.Namespace, files: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
    """Save the new text of each of ``files`` (old and new by path), or show the difference; returns the new bytes."""
    import difflib

    from site_builder.desk.save import save

    for name, (old, new) in files.items():
        if arguments.dry_run:
            lines = (old.splitlines(keepends=True), new.splitlines(keepends=True))
            stream = sys.stdout if arguments.format == "text" else sys.stderr
            for text in difflib.unified_diff(*lines, f"a/{name}", f"b/{name}"):
                stream.write(text if text.endswith("\n") else f"{text}\n\\ No newline at end of file\n")
        else:
            save(arguments.project / name, new)
    return {name: new.encode() for name, (_, new) in files.items()}


def verify(arguments: argparse.Namespace) -> int:
    """``site-builder verify``."""
    from site_builder.build import Options
    from site_builder.build import build as make
    from site_builder.exports import provenance
    from site_builder.load.files import read_project
    from site_builder.output import cache
    from site_builder.output.ours import compare

    root: Path = arguments.project
    options = Options(
        arguments.base_url, exports=True, images=True, jobs=os.cpu_count() or 1, cache=root / cache.FOLDER
    )
    result = make(read_project(root), options=options)
    if result.files is None:
        _print_report(result.report, "text")
        return 1
    differences = compare(arguments.public, result.files)
    for difference in differences:
        print(difference)
    if differences and (arguments.public / provenance.FILE).is_file():
        said = (arguments.public / provenance.FILE).read_bytes()
        for difference in provenance.differences(said, result.files[provenance.FILE]):
            print(f"made from something else: {difference}")
    same = "is what these sources make" if not differences else "is not what these sources make"
    print(f"{arguments.public} {same}: {len(result.files)} files, {len(differences)} differ")
    return 1 if differences else 0


def serve(arguments: argparse.Namespace) -> int:
    """``site-builder serve``."""
    import threading

    from site_builder.load.files import read_project
    from site_builder.serve.live import Live
    from site_builder.serve.server import listen
    from site_builder.serve.server import serve as wait

    read_project(arguments.project)  # a folder that is no project is a wrong call, not a problem to be shown
    server = listen(arguments.host, arguments.port)
    live = Live(arguments.project, server, lambda text: print(text, flush=True))
    thread = threading.Thread(target=live.run, daemon=True)
    thread.start()
    wait(server, open_browser=arguments.open, say=lambda text: print(text, flush=True))
    live.stop()
    thread.join(timeout=2)
    return 0


def quote(arguments: argparse.Namespace) -> int:
    """``site-builder quote``."""
    from site_builder.desk.find import documents, find
    from site_builder.load.files import read_project

    matches = find(documents(read_project(arguments.project)), " ".join(arguments.text))
    for match in matches:
        note = "" if match.exact else "  # not the same words: the nearest passage"
        print(f"# {match.file}:{match.line}{note}\n{match.yaml}\n")
    if not matches:
        print("no article has these words, or words like them", file=sys.stderr)
    return 0 if matches and matches[0].exact else 1


def coverage(arguments: argparse.Namespace) -> int:
    """``site-builder coverage``."""
    from site_builder.desk.coverage import LIMITS
    from site_builder.desk.coverage import coverage as speech
    from site_builder.load.files import read_project

    found = speech(read_project(arguments.project))
    for article in found:
        cited = article.total - len(article.uncited)
        print(f"content/articles/{article.article}.md: {cited} of {article.total} stretches of quoted speech are cited")
        for line, words in article.uncited:
            print(f"  {line}: {words}")
        for line in article.alone:
            print(f"  {line}: a quotation mark has no partner in its paragraph; what it opens is not counted")
    total = sum(article.total for article in found)
    print(f"{total - sum(len(article.uncited) for article in found)} of {total} in {len(found)} articles")
    print(LIMITS)
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """``site-builder schema``."""
    from site_builder.desk.save import save
    from site_builder.desk.schema import FOLDER, schemas
    from site_builder.load.files import read_project

    for name, text in schemas(read_project(arguments.project)).items():
        path = arguments.project / FOLDER / name
        if not path.exists() or path.read_text("utf-8") != text:
            save(path, text)
        _say(arguments, str(path))
    return 0


def new(arguments: argparse.Namespace) -> int:
    """``site-builder new``."""
    from site_builder.desk.ask import new_record

    added = new_record(arguments.project, arguments.kind, vars(arguments), _ask if sys.stdin.isatty() else None)
    for note in added.notes:
        print(note, file=sys.stderr)
    _print_report(added.report, "text")
    if added.path is None:
        print("nothing was written", file=sys.stderr)
        return 1
    print(added.path)
    return 0


def _ask(question: str, default: str) -> str:
    shown = f" [{default}]" if default else ""
    return input(f"{question}{shown}: ").strip() or default


def init(arguments: argparse.Namespace) -> int:
    """``site-builder init``."""
    from site_builder.desk.begin import begin

    for path in begin(arguments.folder):
        print(path)
    print(f"now: site-builder serve {arguments.folder}")
    return 0


def explain(arguments: argparse.Namespace) -> int:
    """``site-builder explain``."""
    from site_builder.codes import CODES
    from site_builder.diagnostics import did_you_mean

    code = CODES.get(arguments.code)
    if code is None:
        hint = did_you_mean(arguments.code, CODES) or "known codes: " + ", ".join(CODES)
        raise EnvironmentProblem(f'there is no code "{arguments.code}"', hint)
    print(f"{arguments.code} ({code.severity})\n{code.title}.\n\n{code.explanation}")
    return 0


def show(text: str) -> int:
    """Print ``text`` as it is."""
    print(text, end="")
    return 0


def _print_report(report: Report, form: str, project: Path = Path(".")) -> None:
    _show_report(_report_text(report, form, project), form)


def _report_text(report: Report, form: str, project: Path) -> str:
    from site_builder import reporting

    if form == "json":
        return f"{reporting.as_json(report)}\n"
    if form == "github":
        return reporting.as_github(report, _in_repository(project))
    return reporting.as_text(report, colour=_has_colour())


def _show_report(text: str, form: str) -> None:
    print(text, end="", file=sys.stderr if form == "text" else sys.stdout)


def _has_colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def _look(arguments: argparse.Namespace) -> tuple[object, ...]:
    """What a report's text depends on beside the content."""
    return (_has_colour(), _in_repository(arguments.project))


def _in_repository(project: Path) -> str:
    """The folder of ``project`` as a workflow's annotations name files: from the checkout's root."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    folder = project.resolve()
    inside = folder.is_relative_to(root) and folder != root
    return f"{folder.relative_to(root).as_posix()}/" if inside else ""


def _print_explanation(result: BuildResult) -> None:
    from site_builder.trace import told

    for stage, seconds in result.seconds.items():
        print(f"{stage:>8}  {seconds * 1000:8.1f} ms", file=sys.stderr)
    print(f"rendered {len(result.rendered)} of {result.pages} pages", file=sys.stderr)
    again = [(file, told(reason)) for file, reason in result.rendered.items() if reason]
    for file, reason in again[:REASONS]:
        print(f"  {file}: {reason} had changed", file=sys.stderr)
    if len(again) > REASONS:
        print(f"  and {len(again) - REASONS:,} more", file=sys.stderr)
    if result.by_engine:
        print(f"the search engine indexed all pages itself: {result.by_engine}", file=sys.stderr)


def _is_talkative(arguments: argparse.Namespace) -> bool:
    return sys.stderr.isatty() and not arguments.quiet and arguments.format == "text"


def _say(arguments: argparse.Namespace, message: str) -> None:
    """The summary line; never between the lines of a format that programs read."""
    if getattr(arguments, "quiet", False):
        return
    print(message, file=sys.stdout if getattr(arguments, "format", "text") == "text" else sys.stderr)


class _Progress:
    """A bar for builds that take long, on a terminal, where the library for it is installed."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._bar: object = None
        self._advance: Callable[[int], object] = lambda _: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        close = getattr(self._bar, "close", None)
        if close:
            close()

    def tell(self, done: int, total: int) -> None:
        """``done`` of ``total`` pages are rendered."""
        if not self._shown or total < LONG_BUILD:
            return
        if self._bar is None:
            try:
                from tqdm import tqdm
            except ImportError:
                self._shown = False
                return
            self._bar = bar = tqdm(total=total, unit="page", leave=False, file=sys.stderr)
            self._advance = lambda now: bar.update(now - bar.n)
        self._advance(done)
