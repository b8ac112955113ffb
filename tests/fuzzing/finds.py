"""What was found once, and stays as a case: each find is tried by every run.

``finds/parsers/PARSER/NAME`` has the bytes for one of the parsers; Atheris begins with them, too. A folder
``finds/projects/NUMBER/NAME`` has the files that damage the project with that number (:func:`tests.fuzzing.cases.base`);
a file ``x.gone`` says that ``x`` is missing. ``python -m tests.fuzzing --seed N --count 1 --keep NAME`` makes one.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from site_builder.build import Memo, Options, build
from site_builder.load.files import Project
from site_builder.reporting import as_text
from tests.fuzzing.cases import Case, base
from tests.fuzzing.oracle import against, as_editor, assert_same, check_result, first
from tests.fuzzing.trial import files_of
from tests.projects import changed

FOLDER = Path(__file__).resolve().parent / "finds"
GONE = ".gone"
ASKED = 8
"""How often an editor asks, each time for something else."""


def bytes_found() -> list[tuple[str, str]]:
    """The finds for parsers: the parser, and the find's name."""
    return sorted((path.parent.name, path.name) for path in FOLDER.glob("parsers/*/*"))


def projects_found() -> list[tuple[int, str]]:
    """The finds that are projects: the number of the project that is damaged, and the find's name."""
    return sorted((int(path.parent.name), path.name) for path in FOLDER.glob("projects/*/*"))


def data(parser: str, name: str) -> bytes:
    """The bytes of a find."""
    return (FOLDER / "parsers" / parser / name).read_bytes()


def project(number: int, name: str) -> Project:
    """The project of a find."""
    folder = FOLDER / "projects" / str(number) / name
    files: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            place = path.relative_to(folder).as_posix()
            files[place.removesuffix(GONE)] = None if place.endswith(GONE) else path.read_bytes()
    return changed(base(number), files)


def every_way(number: int, damaged: Project) -> None:
    """All that a case may be tried with: built, built again, asked, and compared with what was published."""
    before, options = first(number), Options(search=True, exports=True)
    result = build(damaged, Memo(theme=before.memo.theme), options)
    check_result(damaged, result)
    again = build(damaged, before.memo, options)
    assert as_text(again.report) == as_text(result.report)
    assert_same(result.files, again.files)
    for seed in range(ASKED):
        as_editor(Random(seed), damaged)
    against(base(number), damaged)


def keep(case: Case, name: str) -> Path:
    """Write the files that ``case`` damages to a find of this name; returns its folder."""
    folder = FOLDER / "projects" / str(case.number) / name
    before, after = files_of(base(case.number)), files_of(case.project)
    for place in before.keys() | after.keys():
        old, new = before.get(place), after.get(place)
        if old != new:
            path = folder / (place + GONE if new is None else place)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new or b"")
    return folder
