"""``site-builder serve``: the preview."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """``site-builder serve``."""
    from site_builder.load.files import find_project
    from site_builder.output import overtime
    from site_builder.preview.live import Live
    from site_builder.preview.server import listen
    from site_builder.preview.server import serve as wait
    from site_builder.threads import started

    find_project(arguments.project)  # a folder without a project is a usage error, not a fault to show
    server = listen(arguments.host, arguments.port, arguments.allow_host)
    live = Live(arguments.project, server, lambda text: print(text, flush=True), drafts=arguments.drafts)
    overtime.prepare()
    thread = started(live.run)
    wait(server, open_browser=arguments.open, say=lambda text: print(text, flush=True))
    live.stop()
    thread.join(timeout=2)
    return 0
