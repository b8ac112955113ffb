"""How commands speak: reports in the form that was asked for, summaries, explanations."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_builder.build import BuildResult
    from site_builder.diagnostics import Report

REASONS = 20
"""How many changed pages an explanation lists with their reasons."""


def print_report(report: Report, form: str, project: Path = Path(".")) -> None:
    """Print ``report`` in a form: text, json, github or gitlab."""
    show_report(report_text(report, form, project), form)
    if form == "gitlab":
        show_report(report_text(report, "text", project), "text")  # stdout goes into a file for GitLab, not to the log
    summarise(report, form, project)


def summarise(report: Report, form: str, project: Path) -> None:
    """Write ``report`` to the summary page of a GitHub run, if there is one."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        from site_builder.forges import as_summary

        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(report, in_repository(project)))


def report_text(report: Report, form: str, project: Path) -> str:
    """``report`` as it is printed in a form."""
    from site_builder import forges, reporting

    if form == "json":
        return f"{reporting.as_json(report)}\n"
    if form == "github":
        return forges.as_github(report, in_repository(project))
    if form == "gitlab":
        return forges.as_gitlab(report, in_repository(project))
    return reporting.as_text(report, colour=_has_colour())


def show_report(text: str, form: str) -> None:
    """Print the ``text`` of a report where reports of its form go: those for people beside what the command says."""
    print(text, end="", file=sys.stderr if form == "text" else sys.stdout)


def _has_colour() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


def look(arguments: argparse.Namespace) -> tuple[object, ...]:
    """What a report's text depends on beside the content."""
    return (_has_colour(), in_repository(arguments.project))


def in_repository(project: Path) -> str:
    """The folder of ``project`` as a workflow's annotations name files: from the checkout's root."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or ".").resolve()
    folder = project.resolve()
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
        print(f"the search engine indexed all pages itself: {result.by_engine}", file=sys.stderr)


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
