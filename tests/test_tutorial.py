"""The tutorial, done as it is written: every file saved, every change made, every command run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.projects import ROOT, newcomer

_STEP = re.compile(r"```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SAVE = re.compile(r"Save this as `([^`]+)`")
_ADD = re.compile(r"Add this to the end of `([^`]+)`")
_CHANGE = re.compile(r"In `([^`]+)` change the last `([^`]+)` to this")


def test_the_tutorial_is_true(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "tutorial.md").read_text()
    command = tmp_path / "bin" / "site-builder"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m site_builder "$@"\n')
    command.chmod(0o755)
    environment = newcomer(tmp_path) | {"PATH": f"{command.parent}:{os.environ['PATH']}"}
    here, done, end = tmp_path / "desk", 0, 0
    here.mkdir()
    for step in _STEP.finditer(text):
        before, end = text[end : step.start()], step.end()
        kind, body = step.groups()
        if kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                line, *expected = part.splitlines()
                if line.startswith("cd "):
                    here /= line.removeprefix("cd ")
                    continue
                run = subprocess.run(shlex.split(line), cwd=here, env=environment, capture_output=True, text=True)
                said = run.stdout + run.stderr
                assert run.returncode == (1 if "error[" in part else 0), f"{line}\n{said}"
                for wanted in (piece for one in expected for piece in one.split("…") if piece):
                    assert wanted in said, f"{line}\n{said}"
                done += 1
        elif save := _SAVE.search(before):
            (here / save[1]).write_text(body)
        elif add := _ADD.search(before):
            (here / add[1]).write_text((here / add[1]).read_text() + body)
        else:
            change = _CHANGE.search(before)
            assert change, f"nobody says what becomes of\n{body}"
            file, old, new = here / change[1], f"{change[2]}\n", body
            kept, found, behind = file.read_text().rpartition(old)
            assert found, old
            file.write_text(kept + new + behind)
    assert done > 12
