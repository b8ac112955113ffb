"""The shim refuses each kind of operation, and only the one that is meant."""

from __future__ import annotations

import subprocess
import sys

from tests.projects import ROOT

PROGRAM = """
import os, tempfile
from pathlib import Path
from tests.projects import ROOT
from tests.refusing import ERRORS, installed

OPERATIONS = {
    "open": "open(d / 'a').close()",
    "os.mkdir": "os.mkdir(d / 'new')",
    "os.rename": "os.replace(d / 'a', d / 'b')",
    "os.remove": "os.unlink(d / 'a')",
    "os.rmdir": "os.rmdir(d / 'empty')",
    "os.link": "os.link(d / 'a', d / 'b')",
    "os.symlink": "os.symlink('a', d / 'b')",
    "os.chmod": "os.chmod(d / 'a', 0o600)",
    "os.listdir": "os.listdir(d)",
    "os.scandir": "os.scandir(d).close()",
    "os.truncate": "os.truncate(d / 'a', 1)",
    "os.utime": "os.utime(d / 'a')",
    "os.stat": "(d / 'a').stat()",
    "os.fstat": "os.fstat(file.fileno())",
    "os.readlink": "os.readlink(f'/proc/self/fd/{file.fileno()}')",
    "os.read": "(d / 'a').read_bytes()",
    "os.write": "(d / 'new').write_text('x')",
    "os.fsync": "os.fsync(file.fileno())",
    "os.close": "(d / 'a').read_bytes()",
    "fcntl.flock": "__import__('fcntl').flock(file, 2)",
    "os.fork": "os.fork() or os._exit(0)",
    "subprocess.Popen": "__import__('subprocess').run(['true'])",
}
refusing = installed()
print(*sorted(ERRORS.keys() ^ OPERATIONS.keys()))
for event, source in OPERATIONS.items():
    code = compile(source, f"{ROOT}/site_builder/x.py", "eval")
    for number in (0, 1):
        with tempfile.TemporaryDirectory() as root:
            d = Path(root).resolve()
            (d / "a").write_text("abc")
            (d / "empty").mkdir()
            with open(d / "a", "r+") as file:
                refusing.begin(d, ((event, "x.py:1", number), ERRORS[event][0]))
                try:
                    eval(code)
                    refused = False
                except OSError as problem:
                    refused = problem.errno == ERRORS[event][0]
                refusing.end()
            if refused == bool(number):
                print(event, number, dict(refusing.counts))
"""


def test_each_kind_of_operation_is_refused() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")
