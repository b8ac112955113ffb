"""What an addition to a project brings with it that was not wrong before."""

from __future__ import annotations

from collections import Counter

from site_builder.diagnostics import Diagnostic, Report
from site_builder.workspace import Workspace


def added_faults(before: Workspace, after: Workspace) -> Report:
    """What is wrong with ``after`` and was not with ``before``."""
    known = Counter((fault.code, fault.message) for fault in before.faults)
    added: list[Diagnostic] = []
    for fault in Report.of(after.faults).diagnostics:
        same = (fault.code, fault.message)
        known[same] -= 1
        if known[same] < 0:
            added.append(fault)
    return Report.of(added)
