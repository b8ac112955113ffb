"""Turns a site into page files, in one step for each subject.

A page is planned and rendered at once, by the process that has the subject: a build keeps only its file and a
few facts about it, and no process holds the plans of all pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from site_builder import parallel
from site_builder.contents import Content, digest
from site_builder.diagnostics import Diagnostic
from site_builder.facts import Question
from site_builder.output.render import Theme
from site_builder.page import Frame, Made, Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.plan import Task, plan, tasks
from site_builder.trace import Trace

WORTH_A_PROCESS = 500
"""Subjects below which starting processes takes longer than it saves."""
STEP = "pages"
"""The name of the step."""

Result = Made | Diagnostic
"""A page, or why its template cannot be used."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a site."""

    made: tuple[Made, ...]
    """The pages that could be made, in the order in which a site has them."""
    faults: tuple[Diagnostic, ...]
    """The faults for which the others could not be made."""
    reasons: Mapping[str, Question | None]
    """Files that differ from the last run, each with an answer that had changed; None for a new page."""


def make(
    lookup: Lookup,
    theme: Theme,
    frame: Frame,
    finish: tuple[Callable[[Page], Page], object],
    keep: Callable[[bytes], Content],
    jobs: int = 1,
    tell: Callable[[int, int], object] | None = None,
    beside: parallel.Beside[Any] | None = None,
) -> Pages:
    """Make all pages in up to ``jobs`` processes; a page whose reads from ``lookup`` are unchanged is reused.

    ``finish`` is applied to each page before rendering; the value beside it changes whenever its effect does. The
    process that renders a page gives it to ``keep``. ``tell`` is called with the number of subjects done and the
    number to do. The process of ``beside`` is one of the ``jobs`` while it runs.
    """
    around = lookup.asker.facts("the frame of pages", {"": (frame, theme.digest, finish[1])})

    def rendered(task: Task) -> tuple[Result, ...]:
        _ = around[""]
        return tuple(page_made(finish[0](page)) for page in plan(lookup, task))

    def page_made(page: Page) -> Result:
        content = theme.render(page, frame)
        if isinstance(content, Diagnostic):
            return content
        return Made(page.file, page.permalink, page.listed, page.target, page.image, keep(content))

    def spread(work: Callable[[Sequence[Task]], list[Trace]], some: Sequence[Task]) -> list[Trace]:
        if jobs > 1 and len(some) >= WORTH_A_PROCESS:
            theme.compile()  # once, not in every process
        return parallel.spread(work, some, jobs, WORTH_A_PROCESS, tell, beside)

    results = lookup.step(STEP, tasks(lookup), lambda _, task: rendered(task), _is_sound, spread)
    theme.forget()
    every = list(chain.from_iterable(results.values()))
    made = tuple(result for result in every if isinstance(result, Made))
    faults = tuple(result for result in every if isinstance(result, Diagnostic))
    return Pages(made, faults, _reasons(lookup, results))


def _is_sound(results: tuple[Result, ...]) -> bool:
    return all(isinstance(result, Made) for result in results)


def _reasons(lookup: Lookup, results: Mapping[Task, tuple[Result, ...]]) -> dict[str, Question | None]:
    """The file of each page that differs from the last run, with a change that led to it; None for a new page."""
    asker = lookup.asker
    reasons: dict[str, Question | None] = {}
    for task in asker.reasons.get(STEP, ()):
        before = {made.file: made for made in asker.before(STEP, task) or ()}
        reason = asker.reason(STEP, task)
        for result in results[task]:
            if isinstance(result, Made) and not _is_same(before.get(result.file), result):
                reasons[result.file] = reason
    return reasons


def _is_same(before: Made | None, now: Made) -> bool:
    """True when a page has the same bytes as before."""
    return now is before or (before is not None and digest(before.content) == digest(now.content))
