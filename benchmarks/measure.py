"""One run of a command: seconds, memory of all its processes together, and how busy the machine was beside it.

Memory is the largest sum of proportional set sizes (PSS) that was seen, so that pages which forked processes share count once. It is
looked at twenty times a second, which costs the command some time: measure memory and seconds in different runs. Both need Linux's /proc.
Python keeps its bytecode in all runs, as in an installed program, whatever the shell that measures says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

LOOKS_A_SECOND = 20
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    seconds: float
    """Wall clock."""
    cpu: float
    """Processor seconds of the command and all processes that it waited for."""
    others: float
    """How many cores everything else on the machine kept busy meanwhile; 0 where /proc does not tell."""
    peak: float
    """Megabytes (10^6 bytes) of all processes together; 0 where it was not asked for."""
    errors: str
    """What the command wrote to its standard error."""


def run(command: Sequence[str], folder: Path, *, memory: bool = False) -> Run:
    """Run ``command`` in ``folder``; ends the program, with what the command said, where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    before, since = _busy(), perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        start_new_session=True, env=environment,
    )  # fmt: skip
    watch = _Memory(process.pid) if memory else None
    assert process.stderr is not None
    with process.stderr:
        errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, cpu = perf_counter() - since, usage.ru_utime + usage.ru_stime
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}:\n{errors}")
    others = max(0.0, _busy() - before - cpu) / seconds
    return Run(seconds, cpu, others, watch.stop() if watch else 0.0, errors)


class _Memory(threading.Thread):
    """Looks at the memory of all processes of a session until it is stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self._peak = 0
        self._stopped = threading.Event()
        self.start()

    def run(self) -> None:
        while not self._stopped.wait(1 / LOOKS_A_SECOND):
            self._peak = max(self._peak, sum(map(_pss, _processes(self._session))))

    def stop(self) -> float:
        """End it; the largest sum in megabytes."""
        self._stopped.set()
        self.join()
        return self._peak * 1024 / 1e6


def _processes(session: int) -> Iterator[str]:
    """The numbers of the session's processes; children that were left by their parents still belong to it."""
    for entry in os.listdir(_PROC):
        if entry.isdigit():
            with suppress(OSError):
                # pid (name) state parent group session …, and a name may have spaces and brackets
                if (_PROC / entry / "stat").read_text().rpartition(")")[2].split()[3] == str(session):
                    yield entry


def _pss(process: str) -> int:
    """Its proportional set size in KiB; 0 when it has just ended."""
    with suppress(OSError):
        for line in (_PROC / process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def _busy() -> float:
    """Seconds for which the machine's cores together have worked since it started."""
    with suppress(OSError):
        user, nice, system, _idle, _waiting, *rest = map(int, (_PROC / "stat").read_text().split()[1:9])
        return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")
    return 0.0
