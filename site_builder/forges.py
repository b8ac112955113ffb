"""Diagnostics for code hosts: as annotations on the lines of a pull request, and as the summary page of a run.

GitHub reads workflow commands and a step summary in Markdown; GitLab reads a Code Quality report, JSON with a
description, a check name, a fingerprint, a severity and a location for each finding. Prints nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter

from site_builder.codes import CODES
from site_builder.diagnostics import Diagnostic, Report
from site_builder.reporting import count, more_of, printable, shown, where
from site_builder.unseen import in_json

MOST_ROWS = 200
"""Diagnostics in a summary; the rest are counted."""
_SEVERITIES = {"error": "major", "warning": "minor"}
"""GitLab's words for errors and warnings."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&@:-])")


def as_github(report: Report, folder: str = "") -> str:
    """One workflow command per line; GitHub shows each on its line of the pull request.

    ``folder`` is the project's place in the repository, with a slash at its end.
    """
    lines = []
    told, more = shown(report)
    for diagnostic in told:
        line, column = diagnostic.position
        lines.append(
            f"::{diagnostic.severity} file={_property(folder + diagnostic.file)},line={line},col={column},"
            f"title={_property(diagnostic.code)}::{_data(_message(diagnostic))}"
        )
    lines += [f"::{CODES[code].severity} title={_property(code)}::{more_of(number)}" for code, number in more.items()]
    return "\n".join(lines) + ("\n" if lines else "")


def as_gitlab(report: Report, folder: str = "") -> str:
    """A Code Quality report: a JSON array, empty where nothing is wrong.

    A finding's fingerprint does not depend on its line, so GitLab recognises it when lines are added above it.
    """
    found = []
    seen: Counter[tuple[str, str, str]] = Counter()
    told, more = shown(report)
    for diagnostic in told:
        key = (diagnostic.file, diagnostic.code, diagnostic.message)
        seen[key] += 1
        fingerprint = hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
        found.append(_finding(diagnostic, folder, _message(diagnostic), fingerprint))
    last = {diagnostic.code: diagnostic for diagnostic in told}
    for code, number in more.items():
        found.append(
            _finding(last[code], folder, more_of(number), hashlib.sha256(f"more\0{code}".encode()).hexdigest())
        )
    return in_json(json.dumps(found, ensure_ascii=False, indent=1)) + "\n"


def _finding(diagnostic: Diagnostic, folder: str, message: str, fingerprint: str) -> dict[str, object]:
    return {
        "description": printable(message.replace("\n", " ")),
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": folder + diagnostic.file, "lines": {"begin": diagnostic.position[0]}},
    }


def as_summary(report: Report, folder: str = "") -> str:
    """A few lines of Markdown: the number of problems, and a table of them."""
    if not report.diagnostics:
        return "### site-builder: nothing is wrong\n"
    lines = [f"### site-builder: {count(report)}", "", "| where | what | |", "|---|---|---|"]
    for diagnostic in report.diagnostics[:MOST_ROWS]:
        place = f"{folder}{diagnostic.file}:{diagnostic.position[0]}"
        cells = (place, diagnostic.message, diagnostic.code)
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    if len(report.diagnostics) > MOST_ROWS:
        lines += ["", f"and {len(report.diagnostics) - MOST_ROWS:,} more"]
    return "\n".join(lines) + "\n"


def _message(diagnostic: Diagnostic) -> str:
    notes = "".join(f"\n{note.message}{where(note)}" for note in diagnostic.notes)
    return diagnostic.message + notes + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")


def _cell(text: str) -> str:
    """``text`` as Markdown that shows it literally: words from a record must not become markup in the summary."""
    return _MARKUP.sub(r"\\\1", printable(text.replace("\n", " ")))


def _data(text: str) -> str:
    lines = "\n".join(map(printable, text.split("\n")))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
