"""Commands on a machine that refuses: one file operation of a run fails, with one of the errors that systems have.

Run as a program; :mod:`tests.refusing` is the shim. Prints a line for each run that ended as it should not. An
operation fails for each line of the program that asks for it, in each command, :data:`OFTEN` times and each time with
another error. Not all of them are tried: where a line asks more often in a run, chance chooses which ones fail, always
the same ones.
"""

from __future__ import annotations

import _thread
import contextlib
import io
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from site_builder.cli import main
from site_builder.output.mount import SITE
from site_builder.output.ours import is_whole
from site_builder.preview.live import Live
from tests.compiled import compile_once
from tests.projects import MINIMAL
from tests.refusing import ERRORS, Refusing, Where, installed

OFTEN = 4
"""How many times what one line asks for is refused."""
_CLAIM = {
    "id": "new-one",
    "actor": "ann",
    "statement": "The roads are good.",
    "date": "2020-05-02",
    "verdict": "disputed",
    "summary": "It is said.",
    "article": "daily-2020-05-03",
    "quote": "the roads are old",
}
COMMANDS: dict[str, tuple[str, ...]] = {
    "build": ("build", "{project}", "--no-search"),
    "build with search": ("build", "{project}", "--jobs", "2"),
    "build --output": ("build", "{project}", "--no-search", "--output", "{folder}/mounted"),
    "build --sign": ("build", "{project}", "--no-search", "--sign", "{folder}/key"),
    "check": ("check", "{project}"),
    "check --fix": ("check", "{project}", "--fix"),
    "check --format": ("check", "{project}", "--format", "json"),
    "check --against": ("check", "{project}", "--against", "HEAD"),
    "coverage": ("coverage", "--project", "{project}"),
    "import": ("import", "{project}/sheet.csv", "--project", "{project}"),
    "init": ("init", "{folder}/new"),
    "new actor": ("new", "actor", "--project", "{project}", "--name", "Bo", "--id", "bo", "--actor-kind", "person"),
    "new article": (
        *("new", "article", "--project", "{project}", "--from", "{project}/saved.html", "--id", "new-one"),
        *("--title", "On roads", "--publisher", "The Daily", "--published", "2020-05-03"),
    ),
    "new claim": ("new", "claim", "--project", "{project}", *(f"--{key}={value}" for key, value in _CLAIM.items())),
    "quote": ("quote", "roads", "--project", "{project}"),
    "schema": ("schema", "--project", "{project}"),
    "serve": ("serve", "{project}", "--port", "0"),
    "verify": ("verify", "{project}/public", "--project", "{project}"),
    "verify --signers": (*("verify", "{project}/public", "--project", "{project}", "--signers", "{folder}/signers"),),
}
FIXED = "content/articles/daily-2020-05-03.md"
"""An article in the project that ``check --fix`` corrects."""
BUILT = ("p/public/", "p/.site-builder/", "p/.git/", "mounted/", "cache/", "home/")
"""What editors do not write."""
SHOWN = 30.0
"""Seconds in which a preview shows an edit."""


def run(arguments: tuple[str, ...], folder: Path) -> tuple[object, str]:
    """The command's exit status, or a traceback, and what it printed."""
    said = io.StringIO()
    call = [part.format(project=folder / "p", folder=folder) for part in arguments]
    around = previewing(folder) if call[0] == "serve" else contextlib.nullcontext()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), around:
        try:
            status: object = main(call)
        except SystemExit as end:
            status = end.code
        except BaseException:  # noqa: BLE001 – that is what is looked for
            status = traceback.format_exc()
    return status, said.getvalue()


@contextlib.contextmanager
def previewing(folder: Path) -> Iterator[None]:
    """While a preview runs: edit a page when it shows the site, and stop it when it has shown that as well."""
    update, shown, over = Live.update, threading.Semaphore(0), threading.Event()

    def updated(live: Live) -> None:
        update(live)
        shown.release()

    def drive() -> None:
        if shown.acquire(timeout=SHOWN) and not over.is_set():
            edited(folder)
            if not shown.acquire(timeout=SHOWN):
                print("Traceback: the preview never showed an edit")
        if not over.is_set():
            _thread.interrupt_main()

    with mock.patch.object(Live, "update", updated):
        driver = threading.Thread(target=drive)
        driver.start()
        try:
            yield
        finally:
            over.set()
            shown.release(2)
            driver.join()


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
        if not f"{name}/".startswith(BUILT) and "staging" not in name:
            found[name] = path.read_bytes() if path.is_file() else b""
    return found


def attempt(refusing: Refusing, folder: Path, start: Path, name: str, fails: tuple[Where, int] | None) -> str:
    """What was wrong about one run, if anything; afterwards the project must be as good as ever."""
    prepared(folder, start)
    edited(folder, name)
    before = sources(folder)
    refusing.begin(folder, fails)
    status, said = run(COMMANDS[name], folder)
    refusing.end()
    if status not in (0, 1, 2) or "Traceback" in said:
        return f"{name}: {refusing.what}: {status}\n{said}"
    if status == 2 and "help:" not in said:
        return f"{name}: {refusing.what}: no advice\n{said}"
    if status == 2 and sources(folder) != before:
        changed = sorted(path for path, _ in sources(folder).items() ^ before.items())
        return f"{name}: {refusing.what}: wrote a part: {changed}"
    around = folder / "mounted"
    halves = [link.name for link in around.iterdir() if link.name != SITE and not link.exists()]
    halves += [public.name for public in (folder / "p" / "public", around / SITE) if not _is_site(public)]
    if halves:
        return f"{name}: {refusing.what}: half a site: {halves}\n{said}"
    edited(folder)  # or there would be nothing to do, and nothing to clear
    status, said = run(("build", "{project}", "--no-search"), folder)
    if status != 0 or not is_whole(folder / "p" / "public"):
        return f"{name}: {refusing.what}: does not heal: {status}\n{said}"
    left = [path.name for path in (folder / "p").iterdir() if "staging" in path.name]
    return f"{name}: {refusing.what}: left {left}" if left else ""


def _is_site(public: Path) -> bool:
    """Whether there is a whole site in ``public``; in a mounted folder, where none was before, there may be none."""
    return is_whole(public) or (public.name == SITE and not (public.exists() and any(public.iterdir())))


def begun(folder: Path) -> None:
    """Put a project into ``folder``: published and signed, in a git repository, with all that commands are given."""
    project = folder / "p"
    shutil.copytree(MINIMAL, project)
    (project / "sheet.csv").write_text("statement,quote\nThe roads are old.,the roads are old\n")
    (project / "saved.html").write_text("<html><body><h1>On roads</h1><p>The roads are old.</p></body></html>")
    (folder / "home").mkdir()
    (folder / "mounted" / SITE).mkdir(parents=True)  # so that links around it lead through it
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / "key"], check=True)
    (folder / "signers").write_text(f"desk@paper.example {(folder / 'key.pub').read_text()}")
    own = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    for words in (
        ("init", "-q", "--template="),
        ("add", "content", "claims.yaml"),
        ("commit", "-qm", "x"),
        ("gc", "-q"),
    ):
        subprocess.run([*own, *words], cwd=project, check=True)
    status, said = run(("build", "{project}", "--no-search", "--sign", "{folder}/key"), folder)
    assert status == 0, said


def planned(
    counts: dict[str, dict[tuple[str, str], int]], chance: random.Random
) -> list[tuple[str, tuple[Where, int]]]:
    """What is refused: of each line's operations in a command a few, with the errors of that operation in turn.

    What a line asks for once is refused with several errors as well.
    """
    turns = {event: itertools.cycle(codes) for event, codes in ERRORS.items()}
    return [
        (name, ((event, line, number), next(turns[event])))
        for name, found in counts.items()
        for (event, line), count in sorted(found.items())
        for number in _chosen(count, min(OFTEN, len(ERRORS[event])), chance)
    ]


def _chosen(count: int, times: int, chance: random.Random) -> Iterator[int]:
    """Numbers below ``count``, so many ``times``; none is chosen twice before all are chosen."""
    return itertools.islice(itertools.cycle(sorted(chance.sample(range(count), min(times, count)))), times)


def every(attempts: int, seed: int, part: int = 0, parts: int = 1) -> int:
    """Try ``attempts`` refusals, or (0) all, of one of so many ``parts``; returns how many were tried."""
    compile_once()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    refusing = installed()
    chance = random.Random(seed)  # noqa: S311 – the same refusals every time
    tried = 0
    with tempfile.TemporaryDirectory() as root:
        os.environ.update(HOME=f"{root}/trial/home", XDG_CACHE_HOME=f"{root}/trial/cache")
        start, folder = Path(root).resolve() / "start", Path(root).resolve() / "trial"
        folder.mkdir()
        begun(folder)
        shutil.copytree(folder, start, symlinks=True)
        counts: dict[str, dict[tuple[str, str], int]] = {}
        for name in COMMANDS:
            for _ in range(2):  # the first loads modules
                wrong = attempt(refusing, folder, start, name, None)
                assert not wrong, wrong
                counts[name] = dict(refusing.counts)
        faults = planned(counts, chance)
        for name, fails in (chance.sample(faults, min(attempts, len(faults))) if attempts else faults)[part::parts]:
            wrong = attempt(refusing, folder, start, name, fails)
            tried += 1
            if wrong:
                print(wrong, flush=True)
    return tried


if __name__ == "__main__":
    print(f"{every(*map(int, sys.argv[1:]))} tried")
