"""The preview as a command: begun, looked at as a browser does, and interrupted."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.projects import MINIMAL, ROOT

INTERRUPTIBLE = """
import signal, sys
from site_builder.cli import main
# What a shell begins in the background ignores interrupts, and so does all that it begins.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[1:]))
"""


def test_it_shows_the_site_with_its_drafts_until_it_is_interrupted(tmp_path: Path) -> None:
    project = shutil.copytree(MINIMAL, tmp_path / "project")
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("    published: 2020-06-01", "    status: draft"))
    command = [sys.executable, "-u", "-c", INTERRUPTIBLE, "serve", "--drafts", "--port", "0", str(project)]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        first = re.match(rb"(http://127\.0\.0\.1:\d+/)  \(stop with Ctrl-C\)", server.stdout.readline())
        assert first is not None
        try:
            assert "Draft · Ann Able claims:" in shown(first[1].decode() + "claims/roads-are-safe/").decode()
        finally:
            server.send_signal(signal.SIGINT)
        try:
            assert server.wait(timeout=60) == 0
        finally:
            server.kill()


def shown(url: str) -> bytes:
    """The page at ``url``, as soon as there is one."""
    # A proxy that the environment names is not for this machine's own pages.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + 60
    while True:
        try:
            with opener.open(url, timeout=60) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError:
            assert time.monotonic() < end, f"nothing at {url}"
            time.sleep(0.05)


@pytest.mark.parametrize("arguments", [["nowhere"], [".", "--host", "0.0.0.0"]])
def test_a_wrong_call_begins_nothing(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MINIMAL)
    assert main(["serve", "--port", "0", *arguments]) == 2
