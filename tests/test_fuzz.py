"""Whatever is wrong with the files, the answer is a site or diagnostics: never a traceback, and within five seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path
from time import thread_time
from typing import Any

import pytest

from tests.fuzzing import finds, nasty
from tests.fuzzing.cases import Case, base, case
from tests.fuzzing.commands import Disk
from tests.fuzzing.crew import Crew
from tests.fuzzing.parsers import PARSERS
from tests.fuzzing.trial import Hang, bounded, difference, smaller, tried
from tests.law.fields import models
from tests.projects import ROOT, records
from tests.tries import tries

MANY = tries(400, 60)
"""How many damaged projects each of two tests tries; `make fuzz` tries more."""


@pytest.mark.long
@pytest.mark.parametrize("first", [0, MANY])
def test_a_damaged_project_makes_a_site_or_diagnostics(first: int) -> None:
    command = [sys.executable, "-m", "tests.fuzzing", "--seed", str(first), "--count", str(MANY), "--jobs", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith(f"{MANY} projects tried, 0 of them faulty"), done.stdout + done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_reads_anything(name: str) -> None:
    for text in nasty.EVERY:
        data = text.encode("utf-8", "surrogatepass")
        for what in (data, b"a" + data + b"\0 the roads " + data, b"---\ntitle: x\n---\n" + data):
            with bounded(5):
                PARSERS[name](what)


@pytest.mark.parametrize(("parser", "name"), finds.bytes_found())
def test_bytes_that_were_a_find_are_read(parser: str, name: str) -> None:
    with bounded(5):
        PARSERS[parser](finds.data(parser, name))


@pytest.mark.parametrize(("number", "name"), finds.projects_found())
def test_a_project_that_was_a_find_makes_a_site_or_diagnostics(number: int, name: str) -> None:
    with bounded(20):  # all that a case of five seconds may be tried with
        finds.every_way(number, finds.project(number, name))


def test_a_find_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finds, "FOLDER", tmp_path)
    gone = next(one for one in map(case, range(1, 9999)) if len(one.project.content) < len(base(one.number).content))
    for kept in (gone, case(3)):
        finds.keep(kept, "again")
        assert finds.project(kept.number, "again") == kept.project
        shutil.rmtree(tmp_path / "projects")


def test_a_number_gives_the_same_damage_every_time() -> None:
    projects = [case(seed).project for seed in range(20)]
    assert projects == [case(seed).project for seed in range(20)]
    assert sum(one != two for one, two in pairwise(projects)) == 19


def test_every_key_of_every_record_is_damaged() -> None:
    words = b"".join(base(1).content.values()).decode()
    known = records(base(1))
    assert known.claims
    assert [key for model in models() for key in model.model_fields if f"{key}:" not in words] == []


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setenv("HOME", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    return Disk(tmp_path)


def test_a_fault_is_found_and_its_case_made_smaller(disk: Disk) -> None:
    def judge(one: Case) -> None:
        assert one.project.content["claims.yaml"] == base(one.number).content["claims.yaml"], "it was changed"

    seed = next(seed for seed in range(1, 999) if len(case(seed).keys) > 3 and tried(case(seed), disk, judge))
    found = tried(case(seed), disk, judge)
    assert found is not None
    less = smaller(found, disk, judge)
    assert len(less.case.keys) == 1
    assert less.kind == found.kind
    assert "claims.yaml: \n" in difference(less.case)


def test_what_does_not_end_is_stopped() -> None:
    def forever() -> None:
        while True:
            pass

    with pytest.raises(Hang), bounded(0.1):
        forever()


def test_what_waits_is_stopped(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Hang, match="waiting"), bounded(5, 0.2):
        (tmp_path / "pipe").read_bytes()
    held = threading.Lock()
    held.acquire()
    with pytest.raises(Hang, match="waiting"), bounded(5, 0.2):
        held.acquire()
    with pytest.raises(Hang, match="waiting"), bounded(5, 0.2):
        subprocess.run(["sleep", "60"], check=True)


def test_what_works_does_not_wait() -> None:
    with bounded(60, 0.2):
        since = thread_time()
        while thread_time() - since < 0.6:
            pass


def dies(seeds: range, now: Any, told: Any) -> None:
    """Ends its process at every third case."""
    for seed in seeds:
        now.value = seed
        if seed % 3 == 0:
            sys.exit(7)
    told.put(0.0)


def test_a_process_that_dies_is_reported_and_the_others_are_tried() -> None:
    found = [one for one in Crew(1, 6, 1, dies).run() if one]
    assert [(one.case.seed, one.kind) for one in found] == [(3, "died with 7"), (6, "died with 7")]
