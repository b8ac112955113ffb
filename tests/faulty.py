"""Commands on a machine that refuses: one file operation of a run fails, with one of the errors that systems have.

Run as a program, because nothing can take an audit hook away again (Python's, PEP 578; every opening, making, moving,
linking, listing and removing of a file passes it, and reading is made to). Prints a line for each run that ended as it
should not.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import random
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from site_builder.cli import main
from site_builder.output.ours import is_whole
from tests.compiled import compile_once
from tests.projects import MINIMAL

CODES = (
    *(errno.ENOSPC, errno.EACCES, errno.EIO, errno.EMFILE, errno.EROFS, errno.ENOENT, errno.EBUSY, errno.ENOMEM),
    *(errno.EDQUOT, errno.EXDEV, errno.EPERM, errno.EINTR, errno.ESTALE, errno.ENOTEMPTY, errno.ELOOP, errno.EAGAIN),
)
EVENTS = (
    *("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.listdir", "os.scandir"),
    *("os.truncate", "os.utime", "os.read", "fcntl.flock", "os.fork", "subprocess.Popen", "os.walk", "shutil.rmtree"),
)
COMMANDS = {
    "build": ("build", "{project}", "--no-search"),
    "build with search": ("build", "{project}", "--jobs", "2"),
    "check": ("check", "{project}"),
    "check --fix": ("check", "{project}", "--fix"),
    "check --format": ("check", "{project}", "--format", "json"),
    "verify": ("verify", "{project}/public", "--project", "{project}"),
    "init": ("init", "{folder}/new"),
    "new": ("new", "actor", "--project", "{project}", "--name", "Bo", "--id", "bo", "--actor-kind", "person"),
    "import": ("import", "{project}/sheet.csv", "--project", "{project}"),
    "schema": ("schema", "--project", "{project}"),
    "quote": ("quote", "roads", "--project", "{project}"),
}


FIXED = "content/articles/daily-2020-05-03.md"
"""An article in the project that ``check --fix`` corrects."""


class Refusing:
    """Counts the operations below a folder, and lets one of them fail."""

    def __init__(self) -> None:
        self.folder = ""
        self.count = 0
        self.fails: tuple[int, int] | None = None
        self.what = ""

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """The hook."""
        if not self.folder or event not in EVENTS:
            return
        name = arguments[0] if arguments else ""
        of_files = not isinstance(name, int) and event not in ("os.fork", "subprocess.Popen")
        if of_files and not os.path.abspath(os.fsdecode(name)).startswith(self.folder):  # type: ignore[arg-type]
            return
        self.count += 1
        if self.fails and self.fails[0] == self.count:
            code = self.fails[1]
            self.what = f"{event} {name!r} {errno.errorcode[code]}"
            raise OSError(code, os.strerror(code), *([name] if isinstance(name, str) else []))


def reading_passes(refusing: Refusing) -> None:
    """Have ``os.read`` pass ``refusing``: Python has no event for it."""
    read = os.read

    def passing(handle: int, length: int, /) -> bytes:
        if refusing.folder:
            refusing("os.read", (os.readlink(f"/proc/self/fd/{handle}"),))
        return read(handle, length)

    os.read = passing


def run(arguments: tuple[str, ...], folder: Path) -> tuple[object, str]:
    """The command's exit status, or a traceback, and what it printed."""
    said = io.StringIO()
    call = [part.format(project=folder / "p", folder=folder) for part in arguments]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            status: object = main(call)
        except SystemExit as end:
            status = end.code
        except BaseException:  # noqa: BLE001 – that is what is looked for
            status = traceback.format_exc()
    return status, said.getvalue()


def prepared(folder: Path, start: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder, symlinks=True)


def edited(folder: Path, name: str = "") -> None:
    page = folder / "p" / "content" / "site.yaml"
    page.write_text(page.read_text() + "\n# edited\n")
    if name == "check --fix":
        with (folder / "p" / FIXED).open("a") as article:
            article.write("\n# 1 is what it corrects\n")


def sources(folder: Path) -> dict[str, bytes]:
    """All that editors have in ``folder``, without what builds and caches leave there."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not f"{name}/".startswith(("p/public/", "p/.site-builder/", "cache/", "home/")) and "staging" not in name:
            found[name] = path.read_bytes() if path.is_file() else b""
    return found


def attempt(refusing: Refusing, folder: Path, start: Path, name: str, fails: tuple[int, int] | None) -> str:
    """What was wrong about one run, if anything; afterwards the project must be as good as ever."""
    prepared(folder, start)
    edited(folder, name)
    before = sources(folder)
    refusing.count, refusing.fails, refusing.what = 0, fails, ""
    refusing.folder = os.fspath(folder)
    status, said = run(COMMANDS[name], folder)
    refusing.folder = ""
    if status not in (0, 1, 2) or "Traceback" in said:
        return f"{name}: {refusing.what}: {status}\n{said}"
    if status == 2 and "help:" not in said:
        return f"{name}: {refusing.what}: no advice\n{said}"
    if status == 2 and sources(folder) != before:
        changed = sorted(path for path, _ in sources(folder).items() ^ before.items())
        return f"{name}: {refusing.what}: wrote a part: {changed}"
    if not is_whole(folder / "p" / "public"):
        return f"{name}: {refusing.what}: half a site"
    edited(folder)  # or there would be nothing to do, and nothing to clear
    status, said = run(("build", "{project}", "--no-search"), folder)
    if status != 0 or not is_whole(folder / "p" / "public"):
        return f"{name}: {refusing.what}: does not heal: {status}\n{said}"
    left = [path.name for path in (folder / "p").iterdir() if "staging" in path.name]
    return f"{name}: {refusing.what}: left {left}" if left else ""


def every(attempts: int, seed: int, part: int = 0, parts: int = 1) -> int:
    """Try ``attempts`` refusals, or (0) all, of one of so many ``parts``; returns how many were tried."""
    compile_once()
    refusing = Refusing()
    sys.addaudithook(refusing)
    reading_passes(refusing)
    chance = random.Random(seed)  # noqa: S311 – the same refusals every time
    tried = 0
    with tempfile.TemporaryDirectory() as root:
        os.environ.update(HOME=f"{root}/trial/home", XDG_CACHE_HOME=f"{root}/trial/cache")
        start, folder = Path(root).resolve() / "start", Path(root).resolve() / "trial"
        shutil.copytree(MINIMAL, folder / "p")
        (folder / "p" / "sheet.csv").write_text("statement,quote\nThe roads are old.,the roads are old\n")
        (folder / "home").mkdir()
        status, said = run(("build", "{project}", "--no-search"), folder)
        assert status == 0, said
        shutil.copytree(folder, start, symlinks=True)
        counts: dict[str, int] = {}
        for name in COMMANDS:
            for _ in range(2):  # the first loads modules
                wrong = attempt(refusing, folder, start, name, None)
                assert not wrong, wrong
                counts[name] = refusing.count
        plan = [(name, number) for name, count in counts.items() for number in range(1, count + 1)]
        faults = [(name, (number, chance.choice(CODES))) for name, number in plan]
        for name, fails in (chance.sample(faults, min(attempts, len(faults))) if attempts else faults)[part::parts]:
            wrong = attempt(refusing, folder, start, name, fails)
            tried += 1
            if wrong:
                print(wrong, flush=True)
    return tried


if __name__ == "__main__":
    print(f"{every(*map(int, sys.argv[1:]))} tried")
