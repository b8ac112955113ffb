"""The pipeline: the only place that knows the order of the stages.

    load ──► link ──► make ──► export ──► index
    read     prove    pages     files for  what is
    decode   quotes             programs   searched

Takes values and returns values; writes nothing. Returns a whole site in memory, or the reasons why there is none.
Publishing is a separate step (:mod:`site_builder.output.publish`), so a failed build leaves the last site unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from site_builder import parallel, urls
from site_builder.collector import no_garbage_collection
from site_builder.contents import Content, Files
from site_builder.diagnostics import Diagnostic, Report
from site_builder.exports.export import FILES, export
from site_builder.exports.sources import Provenance, provenance
from site_builder.facts import Question
from site_builder.link.site import link_again
from site_builder.load.files import Project
from site_builder.load.records import load_again
from site_builder.make import make
from site_builder.output import images
from site_builder.output.packing.archive import archived
from site_builder.output.picture.versions import version
from site_builder.output.render import Theme
from site_builder.output.searching.engine import engine_version
from site_builder.output.searching.indexer import Indexer, Placed, placed
from site_builder.page import Made, Page
from site_builder.pages.drafts import unlisted
from site_builder.pages.lookup import Lookup, index
from site_builder.pages.plan import frame, searched, whole
from site_builder.pages.share import pictured
from site_builder.search import SearchEntry
from site_builder.trace import Asker, Memory

WORTH_A_PROCESS = 20
"""From this many search entries on, a second process makes the index."""


@dataclass(frozen=True, slots=True)
class Options:
    """The caller's options."""

    base_url: str | None = None
    """Instead of the one in ``content/site.yaml``; absolute, ending with a slash."""
    search: bool = True
    """Whether the site has a search."""
    index: bool = True
    """Whether its index is made at once; otherwise an ``Indexer`` can make it from the result's entries."""
    hashed: bool = True
    """Whether assets are published under names that carry their content."""
    exports: bool = False
    """Whether it gets feeds, open data and the files that hosts and crawlers read."""
    images: bool = False
    """Whether it gets share images, where the ``images`` extra is installed and ``site.yaml`` does not say no."""
    drafts: bool = False
    """Whether drafts are shown. Such a site is for editors: it has no exports and no images, whatever they say."""
    jobs: int = 1
    """The largest number of processes that render pages."""
    progress: Callable[[int, int], object] | None = None
    """Called with the number of subjects whose pages are done, and the total."""
    keep: Callable[[bytes], Content] = lambda data: data
    """Stores a page's bytes until the site is published; any process may call it."""
    published: Path = Path()
    """The folder that an earlier build published to, if the memo comes from such a build."""
    untouched: Mapping[str, str] = field(default_factory=dict)
    """The digests of the files in it that nobody has touched since."""
    cache: Path | None = None
    """Folder in which search indexes are kept between runs; none: always made again."""


@dataclass(frozen=True, slots=True)
class Memo:
    """The results of an earlier build, to avoid repeating pure work. Compared by value, never trusted by date."""

    memory: Memory = field(default_factory=Memory)
    """The results of every step, with what it read."""
    theme: Theme | None = None
    """The templates that made the pages, compiled."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A whole site, or the reasons why there is none."""

    report: Report
    """All problems in the content."""
    files: Files | None
    """All files of the site by path from its root; None when the report has an error, and after a check."""
    changed: Mapping[str, Question | None]
    """Files of the pages that differ from the last build, each with an answer that had changed; None for a new
    page."""
    pages: int
    """The number of pages of the site."""
    seconds: Mapping[str, float]
    """Seconds (wall clock) by stage."""
    memo: Memo
    """For the next build."""
    entries: tuple[SearchEntry, ...] = ()
    """The search entries."""
    by_engine: str | None = None
    """The reason why the search engine had to index all pages itself; None where it had not."""


class _Clock:
    """Laps of a stopwatch, by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = perf_counter()

    def lap(self, name: str) -> None:
        now = perf_counter()
        self.seconds[name] = now - self._since
        self._since = now


def build(project: Project, memo: Memo | None = None, options: Options | None = None) -> BuildResult:
    """Make the site of ``project``; the result's report has all problems in the content.

    Raises :class:`~site_builder.errors.EnvironmentProblem` when the search engine cannot work.
    """
    options = _possible(options or Options())
    with no_garbage_collection():
        begun = _begun(project, memo or Memo(), options)
        return begun.result if begun.lookup is None else _finished(begun, begun.lookup, project, options)


def check(project: Project, memo: Memo | None = None, options: Options | None = None) -> BuildResult:
    """Like :func:`build`, up to the pages: later stages report no faults. The result has no files."""
    with no_garbage_collection():
        return _begun(project, memo or Memo(), _possible(options or Options())).result


def _possible(options: Options) -> Options:
    """``options``, without exports and images on a site with drafts: nothing may spread a draft elsewhere."""
    return replace(options, exports=False, images=False) if options.drafts else options


@dataclass(frozen=True, slots=True)
class _Begun:
    """A site whose pages are made, or the reasons why there is none."""

    result: BuildResult
    """The diagnostics of the stages so far."""
    clock: _Clock
    """The stages with their times."""
    lookup: Lookup | None = None
    """None where the report has an error."""
    theme: Theme | None = None
    """The theme that rendered it."""
    made: tuple[Made, ...] = ()
    """Its pages."""
    sources: Provenance | None = None
    """The sources that it was made from, if it has exports."""
    search: parallel.Beside[Placed] | None = None
    """The index that is being made."""


def _begun(project: Project, memo: Memo, options: Options) -> _Begun:
    clock = _Clock()
    asker = Asker(memo.memory)

    def nothing(report: Report, pages: int = 0) -> _Begun:
        return _Begun(BuildResult(report, None, {}, pages, clock.seconds, replace(memo, memory=asker.memory())), clock)

    records, faults = load_again(project, asker)
    clock.lap("load")

    site, link_faults = link_again(records, asker, options.jobs, FILES, drafts=options.drafts)
    clock.lap("link")
    report = Report.of(faults + link_faults)
    if site is None or not report.ok:
        return nothing(report)
    if options.base_url:
        site = replace(site, base_url=options.base_url)

    sources = provenance(project) if options.exports else None
    lookup = index(site, asker, sources.content if sources else "")
    entries = searched(lookup)
    search = _search(entries, options)
    lookup = whole(lookup, entries, engine_version() if options.search else None)
    clock.lap("plan")

    theme = Theme(project.theme, lookup.words, hashed=options.hashed).after(memo.theme)
    if options.images and site.images:
        finish: tuple[Callable[[Page], Page], object] = (pictured(lookup, images.font_check()), version())
    else:
        finish = (unlisted, True) if options.drafts else (lambda page: page, None)
    around = frame(lookup, exports=options.exports)
    pages = make(lookup, theme, around, finish, options.keep, options.jobs, options.progress, search)
    clock.lap("make")
    if pages.faults:
        faults = [*report.diagnostics, *_distinct(pages.faults)]
        return nothing(Report.of(faults), len(pages.made) + len(pages.faults))
    memo = Memo(asker.memory(), theme)
    result = BuildResult(report, None, pages.reasons, len(pages.made), clock.seconds, memo, entries)
    return _Begun(result, clock, lookup, theme, pages.made, sources, search)


def _finished(begun: _Begun, lookup: Lookup, project: Project, options: Options) -> BuildResult:
    """The site of ``begun``, with everything other than its pages."""
    clock, theme = begun.clock, begun.theme
    files: dict[str, Content] = {page.file: page.content for page in begun.made}
    files |= theme.assets.files if theme else {}
    files |= images.draw_all((page.image for page in begun.made if page.image), options.jobs, options.cache)
    clock.lap("images")
    files |= project.static
    if begun.sources:
        files |= export(lookup, begun.made, begun.sources, options.keep, options.jobs)
    clock.lap("export")
    indexed = begun.search.result() if begun.search else None
    files |= indexed.files if indexed else {}
    clock.lap("index")
    if begun.sources and lookup.site.archive:
        files[urls.ARCHIVE] = archived(Files(files, options.published))
    return replace(
        begun.result,
        files=Files(files, options.published),
        memo=Memo(lookup.asker.memory(), theme),
        by_engine=indexed.by_engine if indexed else None,
    )


def _search(entries: tuple[SearchEntry, ...], options: Options) -> parallel.Beside[Placed] | None:
    """The search index, made in a process of its own during planning and rendering if that is worth it."""
    if not (options.search and options.index):
        return None

    def made() -> Placed:
        return placed(Indexer(options.cache), entries, options.untouched, options.keep)

    return parallel.Beside(made, forked=options.jobs > 1 and len(entries) >= WORTH_A_PROCESS)


def _distinct(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """One mistake in a template breaks every page that uses it: one message is enough."""
    found: dict[tuple[str, int, int], Diagnostic] = {}
    for fault in faults:
        found.setdefault((fault.file, *fault.position), fault)
    return list(found.values())
