"""A case: a project, and damage to it, all from one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from site_builder.load.files import Project, read_project
from tests.fuzzing import damage, nasty, trees
from tests.projects import MINIMAL, ROOT, changed

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_NAME = re.compile(r"(?<=[.\w])\w+")


@lru_cache(maxsize=2)
def base(number: int) -> Project:
    """Two projects that damage begins with: a small one, and one in which every key of a record stands."""
    if not number:
        second = (ROOT / "tests/fuzzing/second.yaml").read_bytes()
        project = read_project(MINIMAL)
        return changed(project, {"claims/second.yaml": second})
    return changed(
        read_project(ROOT / "tests/sites/odd"),
        {path.relative_to(FULL).as_posix(): path.read_bytes() for path in sorted(FULL.rglob("*")) if path.is_file()},
    )


FULL = ROOT / "tests/fuzzing/full"
"""What the second project has besides what stands in tests/sites/odd."""


GENTLE = 0.6
"""The share of cases whose damage leaves values of the right kind: more of them become a site."""


@dataclass(frozen=True)
class Case:
    """Which project is tried, and how it is damaged."""

    seed: int
    """From it comes everything else that chance decides."""
    keys: tuple[int, ...]
    """Which of the damages are done: all, or those that a smaller case needs."""

    @property
    def project(self) -> Project:
        """The project with its damage."""
        project = base(self.number)
        gentle = Random(f"{self.seed} kind").random() < GENTLE
        for key in self.keys:
            project = changed(project, edit(Random(f"{self.seed} {key}"), project, gentle=gentle))
        return project

    @property
    def number(self) -> int:
        """Which project the damage begins with."""
        return int(self.seed % 4 == 0)


def case(seed: int) -> Case:
    """The case with this number."""
    return Case(seed, tuple(range(Random(f"{seed} edits").choice((1, 1, 1, 2, 2, 3, 6)))))


def edit(chance: Random, project: Project, *, gentle: bool) -> dict[str, bytes | None]:
    """One damage: files with new contents, by path; None for a file that goes.

    ``gentle``: the project remains one that might be built.
    """
    sort = chance.random()
    records = [name for name in project.content if name.endswith((".yaml", ".md"))]
    if not records or (sort < 0.08 and not gentle):
        return _files(chance, project)
    if sort < (0.02 if gentle else 0.13):
        return _template(chance, project)
    name = chance.choice(records)
    data = project.content[name]
    tree = trees.damaged(chance, data, gentle=gentle) if gentle or sort < 0.6 else None
    others = [other for key, other in project.content.items() if key != name]
    return {name: damage.damaged(chance, data, others) if tree is None else tree}


def _files(chance: Random, project: Project) -> dict[str, bytes | None]:
    """A file is gone, or twice, or has another name, or another one's contents; or there is a new one."""
    names = sorted(project.content)
    if not names:
        return {chance.choice(nasty.NAMES): b"x"}
    one, other, new = chance.choice(names), chance.choice(names), chance.choice(nasty.NAMES)
    data = project.content[one]
    if chance.random() < 0.4:
        new = (
            one.rpartition("/")[0]
            + "/"
            + chance.choice(("x.md", "ann.md", "roads.md", "method.md", "Ä.md", "x.yaml", "a/b.md"))
        )
    ways: tuple[dict[str, bytes | None], ...] = (
        {one: None},
        {new: data},
        {one: None, new: data},
        {one: project.content[other], other: data},
        {new: chance.choice(nasty.EVERY).encode("utf-8", "surrogatepass")},
        {one: b""},
    )
    return {name.lstrip("/"): what for name, what in chance.choice(ways).items()}


def _template(chance: Random, project: Project) -> dict[str, bytes | None]:
    """A template with a tag that is gone, twice, elsewhere, another one, or has another name in it."""
    name = chance.choice(sorted(name for name in project.theme if name.endswith(".html")))
    text = project.theme[name].decode("utf-8", "replace")
    tags = list(_TAG.finditer(text))
    if not tags or chance.random() < 0.15:
        return {f"templates/{name}": damage.damaged(chance, text.encode(), list(project.theme.values()))}
    one, other = chance.choice(tags), chance.choice(tags)
    names = _NAME.findall(one.group()) or ["x"]
    new = chance.choice((
        *("", one.group() * 2, other.group(), chance.choice(nasty.TEMPLATES), chance.choice(nasty.TEMPLATES) + one.group()),
        one.group().replace(chance.choice(names), chance.choice((*_NAME.findall(other.group()), "nothing", "x"))),
    ))  # fmt: skip
    return {f"templates/{name}": (text[: one.start()] + new + text[one.end() :]).encode("utf-8", "surrogatepass")}
