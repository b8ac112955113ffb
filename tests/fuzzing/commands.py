"""The commands themselves, on damaged projects on disk, and with damaged files in the user's cache folder.

A command ends with status 0, 1 or 2, says how to go on where that is 2, and leaves a whole site. What it remembers may
be damaged in any way: the next build publishes what one without a memory does.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random

from site_builder.cli import main
from site_builder.output.ours import MARKER, is_whole
from tests.fuzzing import damage, nasty
from tests.fuzzing.cases import Case, base
from tests.projects import written

_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REFUSED = re.compile("[\x00\ud800-\udc7f\udd00-\udfff]")
"""What no system passes to a program."""
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")


SPECIAL, REMEMBERED = 0.2, 0.15
"""The shares of cases with something that is no file, and of those with a damaged memory, which take four times as long."""


class Disk:
    """A folder in which commands run: projects as they are before the damage, and one that is tried."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "trial"
        self.project = self.folder / "p"
        os.environ.update(HOME=str(self.folder / "home"), XDG_CACHE_HOME=str(self.folder / "cache"))

    def start(self, number: int) -> None:
        """Put the project with this number in place, published once, in a git repository."""
        kept = self.root / f"start-{number}"
        shutil.rmtree(self.folder, ignore_errors=True)
        if not kept.exists():
            project = base(number)
            written(project.content, self.project)
            written({f"static/{name}": data for name, data in project.static.items()}, self.project)
            for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
                subprocess.run([*GIT, *words], cwd=self.project, check=True)
            assert self.run("build", "{p}", "--jobs", "1") == 0
            shutil.copytree(self.folder, kept)
        else:
            shutil.copytree(kept, self.folder)

    def run(self, *arguments: str) -> int:
        """The exit status of a command; raises what is wrong about it."""
        call = [_REFUSED.sub("?", part.replace("{p}", str(self.project))) for part in arguments]
        said, wrong = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            try:
                status: object = main(call)
            except SystemExit as end:
                status = end.code
        text = said.getvalue() + wrong.getvalue()
        assert status in (0, 1, 2), f"{call} ends with {status}: {text}"
        assert "Traceback" not in text, text
        assert status != 2 or "help:" in text or "usage:" in text, f"{call} gives no advice: {text}"
        shown = _TERMINAL.search(text.replace("\r\n", "\n"))
        assert shown is None, f"{call} prints {shown!r}"
        return int(str(status))

    def put(self, case: Case) -> None:
        """Write the damaged project of ``case``, as far as a disk can hold it."""
        before, after = base(case.number), case.project
        new = {**after.content, **{f"static/{name}": data for name, data in after.static.items()}}
        new |= {f"templates/{name}": data for name, data in after.theme.items() if before.theme.get(name) != data}
        old = {**before.content, **{f"static/{name}": data for name, data in before.static.items()}}
        for name in old.keys() - new.keys():
            (self.project / name).unlink()
        for name, data in new.items():
            with contextlib.suppress(OSError, ValueError):  # a name that no disk takes, a file where a folder stands
                written({name: data}, self.project)

    def put_special(self, chance: Random) -> None:
        """Put something that is no file where the project has files: a command that read it would wait, or not end."""
        name = chance.choice(
            ("claims/x.yaml", "content/articles/x.md", "static/x", "templates/x.html", "public/x", "given")
        )
        path = self.project / name
        with contextlib.suppress(OSError):  # something is there already
            path.parent.mkdir(parents=True, exist_ok=True)
            target = chance.choice(("", "/dev/zero", "/proc/kmsg", path.name, ".", "..", "../claims.yaml"))
            path.symlink_to(target) if target else os.mkfifo(path)


def try_commands(case: Case, disk: Disk) -> None:
    """Run commands on the project of ``case``; raises what is wrong about them."""
    chance = Random(f"{case.seed} commands")
    disk.start(case.number)
    disk.put(case)
    if chance.random() < SPECIAL:
        disk.put_special(chance)
    elif chance.random() < REMEMBERED:
        with_damaged_memory(chance, disk)
    for _ in range(chance.choice((1, 1, 2))):
        disk.run(*call(chance))
    public = disk.project / "public"
    assert not public.exists() or is_whole(public), "half a site"
    left = [path.name for path in disk.project.iterdir() if "staging" in path.name]
    assert left == [], left


def call(chance: Random) -> Sequence[str]:
    """A command with its arguments."""
    values = [value for value in nasty.EVERY if not value.startswith("-")]
    odd = chance.choice(values)
    form = chance.choice(("text", "json", "github", "gitlab"))
    project, given = ("--project", "{p}"), chance.choice(("{p}/given", "{p}/claims.yaml", "{p}/content/site.yaml"))
    ways: tuple[tuple[str, ...], ...] = (
        ("build", "{p}", "--jobs", "1", "--format", form, "--explain"),
        ("build", "{p}", "--jobs", "1", "--no-search", f"--base-url={odd}", "--host", "github"),
        ("build", "{p}", "--jobs", "2", "--host", "cloudflare", "-v"),
        ("check", "{p}", "--format", form),
        ("check", "{p}", "--fix"),
        ("check", "{p}", "--fix", "--dry-run", "--format", form),
        ("check", "{p}", "--against", chance.choice(("HEAD", "HEAD", "HEAD", odd)), "--deploy", "--format", form),
        ("verify", "{p}/public", *project),
        ("quote", odd, *project),
        ("coverage", *project),
        ("schema", *project),
        ("new", "claim", *project, *_fields(chance, "claim", values)),
        ("new", "actor", *project, *_fields(chance, "actor", values)),
        ("new", "article", *project, *_fields(chance, "article", values), "--from", "{p}/content/pages/method.md"),
        ("new", "article", *project, *_fields(chance, "article", values), "--from", given),
        ("import", given, *project, "--dry-run"),
        ("import", "{p}/claims.yaml", *project),
        ("build", "{p}", "--jobs", "1", "--no-search", "--sign", given),
        ("verify", "{p}/public", *project, "--signers", given),
    )
    return chance.choice(ways)


def _fields(chance: Random, kind: str, values: Sequence[str]) -> tuple[str, ...]:
    sound = {
        "claim": {"id": "new-one", "actor": "ann", "statement": "The roads are good.", "date": "2020-05-02",
                  "verdict": "disputed", "summary": "It is said.", "article": "daily-2020-05-03", "quote": "the roads"},
        "actor": {"id": "new-one", "name": "Bo", "actor-kind": "person"},
        "article": {"id": "new-one", "title": "On roads", "publisher": "The Daily", "published": "2020-05-03"},
    }[kind]  # fmt: skip
    more = {
        "claim": ("prefix", "suffix", "speech", "about", "topics"),
        "actor": ("role", "country"),
        "article": ("url", "language"),
    }
    given = {**sound, chance.choice((*sound, *more[kind])): chance.choice(values)}
    return tuple(f"--{key}={value}" for key, value in given.items())


def with_damaged_memory(chance: Random, disk: Disk) -> None:
    """Damage what a build remembers, and compare the next build with one that remembers nothing."""
    cache = disk.folder / "cache"
    other = disk.root / f"start-{chance.randrange(2)}"
    foreign = {path.name: path.read_bytes() for path in sorted(other.glob("cache/*/*/*")) if path.is_file()}
    for path in sorted(cache.rglob("*")):
        if path.is_file() and chance.random() < (0.9 if path.name == "memory" else 0.15):
            path.write_bytes(_memory(chance, path.read_bytes(), foreign.get(path.name, b"")))
    if chance.random() < 0.3:
        marker = disk.project / "public" / MARKER
        marker.write_bytes(_memory(chance, marker.read_bytes(), b"{}"))
    search = chance.choice(((), ("--no-search",)))
    status = disk.run("build", "{p}", "--jobs", "1", *search)
    os.environ["XDG_CACHE_HOME"] = str(disk.folder / "empty")
    clean = disk.run("build", "{p}", "--jobs", "1", *search, "--output", str(disk.folder / "clean"))
    os.environ["XDG_CACHE_HOME"] = str(cache)
    assert status in (clean, 2), f"{status} with a damaged memory, {clean} without one"
    if status:  # content with errors, or a marker that is lost; the marker stays as damaged as it is
        shutil.rmtree(disk.project / "public")
    else:
        unlike = _unlike(disk.project / "public", disk.folder / "clean")
        assert unlike == [], f"a damaged memory makes other files: {unlike[:5]}"


def _unlike(one: Path, other: Path) -> list[str]:
    def files(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    ours, theirs = files(one), files(other)
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def _memory(chance: Random, data: bytes, foreign: bytes) -> bytes:
    """``data``, a file that a command left for the next, with damage."""
    at = chance.randint(0, len(data))
    ways = (
        damage.flipped(chance, data),
        damage.flipped(chance, data),
        data[:at],
        data[:at] + foreign[at:],
        foreign,
        data + foreign[chance.randint(0, len(foreign)) :],
        data + foreign[HEAD:],
        data[:HEAD] + foreign[HEAD:],
        foreign[:HEAD] + data[HEAD:],
        data + data[HEAD:],
        data[:at] + bytes(4096) + data[at + 4096 :],
    )
    return chance.choice(ways)


HEAD = 22 + 32 + 16
"""Bytes of a memory before its first change (:mod:`site_builder.store`)."""
