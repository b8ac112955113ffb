"""``new`` as it is typed on a terminal."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.projects import MINIMAL, ROOT

CTRL_C, CTRL_D = b"\x03", b"\x04"
INTERRUPTIBLE = """
import fcntl, signal, sys, termios
from site_builder.cli import main
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # what is typed controls the process
# What a shell begins in the background ignores interrupts, and so does all that it begins.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def typed(project: Path, call: str, *keys: bytes, out: int | None = None) -> tuple[int, str, str]:
    """Exit status, what the terminal showed, and standard output where ``out`` leads it elsewhere.

    Each of ``keys`` is typed when a question waits for it.
    """
    desk, terminal = pty.openpty()
    own = {"HOME": str(project.parent), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *call.split(), "--project", str(project)],
        env=own, stdin=terminal, stdout=out or terminal, stderr=terminal, start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    try:
        shown = conversation(desk, keys)
    except AssertionError:
        process.kill()
        raise
    output = process.communicate()[0] or b""
    os.close(desk)
    return process.returncode, shown.decode(errors="replace").replace("\r\n", "\n"), output.decode()


def conversation(desk: int, keys: Sequence[bytes]) -> bytes:
    """All that the terminal ``desk`` shows until its program ends."""
    shown, answered, waiting = b"", 0, list(keys)
    last, silent = b"", 0
    while silent < 20:
        if not select.select([desk], [], [], 5)[0]:
            silent += 1
            if last == CTRL_C:  # an interrupt between the question and the reading of its answer is not seen: again
                os.write(desk, last)
            continue
        try:
            more = os.read(desk, 4096)
        except OSError:  # the program has closed its end
            return shown
        if not more:
            return shown
        shown += more
        if waiting and shown[answered:].endswith(b": "):
            answered, last = len(shown), waiting.pop(0)
            os.write(desk, last)
    raise AssertionError(f"nothing happens any more: {shown!r}")


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("kind", ["claim", "actor", "article"])
def test_who_leaves_at_the_first_question_is_told_that_nothing_was_written(
    kind: str, keys: bytes, project: Path
) -> None:
    status, shown, _ = typed(project, f"new {kind}", keys)
    assert status == 130
    assert shown.endswith("\nnothing was written\n")
    assert "Traceback" not in shown


@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_who_leaves_later_is_told_how_to_go_on(keys: bytes, project: Path) -> None:
    status, shown, _ = typed(project, "new claim", b"ann\n", keys)
    assert status == 130
    command = f"site-builder new claim --actor ann --project {project}"
    assert shown.endswith(f"\nnothing was written\nto continue: {command}\n")


def test_the_third_wrong_answer_has_its_reason_too(project: Path) -> None:
    status, shown, _ = typed(project, "new claim", *[b"nobody\n"] * 3, CTRL_D)
    assert status == 130
    assert shown.count('there is no actor "nobody"; there are: ann, bob') == 3
    assert "\nthe answer stays for now; nothing is written before the whole record is right\n" in shown


def test_an_answer_that_is_no_text_is_asked_for_again(project: Path) -> None:
    status, shown, _ = typed(project, "new actor", b"Caf\xe9\n", "Café Cole\n".encode(), b"\n")
    assert status == 0
    assert "this is not text in UTF-8; set the terminal to UTF-8 and type it again\nname, as" in shown
    assert "  cafe-cole:\n    name: Café Cole\n" in (project / "claims.yaml").read_text()
    status, shown, _ = typed(project, "new actor", *[b"Caf\xe9\n"] * 3)
    assert status == 2
    assert "--name is not text in UTF-8" in shown
    assert "Traceback" not in shown


def test_an_article_that_is_typed_is_checked_answer_by_answer(project: Path) -> None:
    keys = [b"The Paper\n", b"yesterday\n", b"2020-05-05\n", b"Head\n", b"paper-1\n", b"blog\n", b"\n"]
    status, shown, _ = typed(project, "new article", *keys)
    assert status == 0
    assert '\n"yesterday" is not a date' in shown
    assert "\nwrite independent, state, agency, official or other\n" in shown
    assert (project / "content/articles/paper-1.md").read_text().startswith("---\ntitle: Head\n")


def test_questions_are_seen_where_the_output_goes_into_a_file(project: Path) -> None:
    status, shown, output = typed(project, "new actor", b"Cy Cole\n", b"\n", out=subprocess.PIPE)
    assert status == 0
    assert "name, as the sources print it: " in shown
    assert output == f"{project / 'claims.yaml'}\n"


def test_no_control_character_of_an_article_reaches_the_terminal_by_a_question(project: Path) -> None:
    article = project / "content/articles/daily-2020-05-03.md"
    article.write_text(article.read_text().replace("the roads are old", "the roads \x1b[31m are old"))
    _, shown, _ = typed(project, "new claim", b"ann\n", b"S.\n", b"the roads xx are old\n", CTRL_D)
    assert "no article has these words" in shown
    assert "\x1b" not in shown
