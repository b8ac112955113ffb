"""``site-builder explain``: explains a diagnostic code."""

from __future__ import annotations

import argparse

from site_builder.errors import EnvironmentProblem


def run(arguments: argparse.Namespace) -> int:
    """``site-builder explain``."""
    from site_builder.codes import CODES
    from site_builder.diagnostics import did_you_mean

    code = CODES.get(arguments.code)
    if code is None:
        hint = did_you_mean(arguments.code, CODES) or "known codes: " + ", ".join(CODES)
        raise EnvironmentProblem(f'there is no code "{arguments.code}"', hint)
    print(f"{arguments.code} ({code.severity})\n{code.title}.\n\n{code.explanation}")
    return 0
