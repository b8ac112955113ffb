"""Projects for tests: folders read into values, and small changes to them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_builder.build import BuildResult, Options, build
from site_builder.load.files import Project, read_project
from site_builder.load.records import load
from site_builder.records.entries import Records

ROOT = Path(__file__).resolve().parent.parent
MINIMAL = ROOT / "tests" / "sites" / "minimal"
ARTICLE = "content/articles/daily-2020-05-03.md"


def minimal() -> Project:
    """The minimal project."""
    return read_project(MINIMAL)


def changed(project: Project, files: dict[str, bytes | None]) -> Project:
    """``project`` with ``files`` replaced, added or (None) removed; by their names in theme or ``static``."""
    content, theme, static = dict(project.content), dict(project.theme), dict(project.static)
    parts = {"templates/": theme, "static/": static}
    for name, data in files.items():
        prefix = next(filter(name.startswith, parts), "")
        target, key = parts.get(prefix, content), name.removeprefix(prefix)
        if data is None:
            target.pop(key, None)
        else:
            target[key] = data
    return Project(content, theme, static, project.strays)


def edited(project: Project, name: str, old: str, new: str) -> Project:
    """``project`` with ``old`` replaced by ``new`` once in the file ``name``; it must be there."""
    text = project.content[name].decode()
    assert old in text, f"{old!r} is not in {name}"
    return changed(project, {name: text.replace(old, new, 1).encode()})


def records(project: Project) -> Records:
    """What the files of ``project`` hold, sound or not."""
    return load(project)[0]


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write ``files`` (contents by relative path) into ``folder``; returns it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def checked(project: Project) -> BuildResult:
    """``project`` built without a search index."""
    return build(project, options=Options(search=False))


def codes(result: BuildResult) -> list[str]:
    """The codes of all diagnostics, in order."""
    return [diagnostic.code for diagnostic in result.report.diagnostics]


def newcomer(folder: Path) -> dict[str, str]:
    """The environment of somebody who has nothing yet: an empty home in ``folder``, and no folder named elsewhere."""
    home = folder / "home"
    home.mkdir()
    named = ("XDG_", "PYTHONPATH", "PIPX_", "UV_CACHE_DIR", "UV_TOOL_DIR", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if not name.startswith(named)} | {"HOME": str(home)}
