"""Rendering many pages on several cores, with the same result as on one.

Pages do not depend on each other, so each process gets a share of them and sends back bytes. Processes are forked, so
that templates are compiled once and nothing is copied; where forking is not safe, one process does it all.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection

from site_builder.diagnostics import Diagnostic
from site_builder.output.render import TemplateFault, Theme
from site_builder.page import Frame, Page

Rendered = bytes | Diagnostic
"""A page's file, or why its template cannot be used."""

WORTH_IT = 1000
"""Pages below which starting processes takes longer than they save."""


def render_all(theme: Theme, frame: Frame, pages: Sequence[Page], jobs: int = 1) -> list[Rendered]:
    """Render ``pages`` in their order with up to ``jobs`` processes."""
    if jobs < 2 or len(pages) < WORTH_IT or sys.platform == "darwin":
        return list(_render(theme, frame, pages))
    if pages:
        list(_render(theme, frame, pages[:1]))  # compiles what every process needs
    share = -(-len(pages) // jobs)
    context = multiprocessing.get_context("fork")
    workers = []
    for start in range(0, len(pages), share):
        receiver, sender = context.Pipe(duplex=False)
        work = (theme, frame, pages[start : start + share], sender)
        worker = context.Process(target=_work, args=work, daemon=True)
        worker.start()
        sender.close()
        workers.append((worker, receiver))
    rendered: list[Rendered] = []
    for worker, receiver in workers:
        rendered += receiver.recv()
        worker.join()
    return rendered


def _work(theme: Theme, frame: Frame, pages: Sequence[Page], sender: Connection) -> None:
    sender.send(list(_render(theme, frame, pages)))
    sender.close()


def _render(theme: Theme, frame: Frame, pages: Sequence[Page]) -> Iterator[Rendered]:
    for page in pages:
        try:
            yield theme.render(page, frame)
        except TemplateFault as fault:
            yield fault.diagnostic
