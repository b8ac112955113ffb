"""Printing for all commands: reports in the requested format, summaries, explanations."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.diagnostics import Report

REASONS = 20
"""The number of changed pages that an explanation lists with their reasons."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A report as a command gives it out."""

    out: str = ""
    """For programs, on stdout."""
    log: str = ""
    """For people, on stderr."""
    page: str = ""
    """For the summary page of a GitHub run (Markdown)."""

    def show(self) -> None:
        """Print it, and add to the run's page if there is one."""
        print(self.out, end="")
        print(self.log, end="", file=sys.stderr)
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if page and self.page:
            with open(page, "a", encoding="utf-8", opener=_at_once) as stream:
                stream.write(self.page)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for somebody to read it: a pipe without a reader is an error."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)


def spoken(report: Report, form: str, project: Path = Path(".")) -> Spoken:
    """``report`` in a form: text, json, github or gitlab."""
    from site_builder import forges, reporting

    if form == "json":
        return Spoken(f"{reporting.as_json(report)}\n")
    if form == "github":
        folder = in_repository(project)
        return Spoken(forges.as_github(report, folder), page=forges.as_summary(report, folder))
    text = reporting.as_text(report, colour=_has_colour())
    if form == "gitlab":  # stdout goes into a file for GitLab, not to the log
        return Spoken(forges.as_gitlab(report, in_repository(project)), text)
    return Spoken(log=text)


def _has_colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def look(arguments: argparse.Namespace) -> tuple[object, ...]:
    """The surroundings, beside the content, on which a report's text depends."""
    return (_has_colour(), in_repository(arguments.project))


def in_repository(project: Path) -> str:
    """The folder of ``project`` as a workflow's annotations name files: from the checkout's root."""
    # Unlike Path.resolve, this takes links that lead round as they are, in every version of Python.
    root = Path(os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or "."))
    folder = Path(os.path.realpath(project))
    inside = folder.is_relative_to(root) and folder != root
    return f"{folder.relative_to(root).as_posix()}/" if inside else ""


def print_explanation(result: BuildResult) -> None:
    """Print how long each stage took, and which pages are new or changed, and why."""
    from site_builder.trace import told

    for stage, seconds in result.seconds.items():
        print(f"{stage:>8}  {seconds * 1000:8.1f} ms", file=sys.stderr)
    print(f"{len(result.changed)} of {result.pages} pages are new or changed", file=sys.stderr)
    again = [(file, told(reason)) for file, reason in result.changed.items() if reason]
    for file, reason in again[:REASONS]:
        print(f"  {file}: {reason} has changed", file=sys.stderr)
    if len(again) > REASONS:
        print(f"  and {len(again) - REASONS:,} more", file=sys.stderr)
    if result.by_engine:
        print(f"the search engine had to index all pages itself: {result.by_engine}", file=sys.stderr)


def is_talkative(arguments: argparse.Namespace) -> bool:
    """True where somebody looks on, and wants to hear more than the end."""
    return sys.stderr.isatty() and not arguments.quiet and arguments.format == "text"


def say(arguments: argparse.Namespace, message: str) -> None:
    """The summary line; never between the lines of a format that programs read."""
    if getattr(arguments, "quiet", False):
        return
    print(message, file=sys.stdout if getattr(arguments, "format", "text") == "text" else sys.stderr)


def show(text: str) -> int:
    """Print ``text`` as it is."""
    print(text, end="")
    return 0
