"""A row of the code table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table."""

    severity: Severity
    """``error`` stops the build, ``warning`` does not."""
    title: str
    """One line: what is wrong."""
    explanation: str
    """A short paragraph: why it matters and what to do."""


def error(title: str, explanation: str) -> Code:
    """A row for what stops the build."""
    return Code("error", title, explanation)


def warning(title: str, explanation: str) -> Code:
    """A row for what does not."""
    return Code("warning", title, explanation)
