"""A project as plain data, so that an edit is a small function from one project to another.

Records are what YAML holds (mappings, lists, texts); they are written back as JSON, which is YAML too. Values are never
changed in place: :func:`put` and :func:`cut` return other ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from site_builder.load.files import Project
from site_builder.records.parser import parse
from site_builder.source import Source

CLAIMS = "claims.yaml"
SITE = "content/site.yaml"
ARTICLES = "content/articles/"
PAGES = "content/pages/"

Path = tuple[str | int, ...]
"""The way to a value: a file's name, then keys and indices."""


@dataclass(frozen=True)
class Sources:
    """All that a site is made of, taken apart."""

    records: Mapping[str, Any]
    """The records of each file, by the file's name."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    """The text below the front matter, by the file's name."""
    theme: Mapping[str, bytes] = field(default_factory=dict)
    """Templates and assets."""
    static: Mapping[str, bytes] = field(default_factory=dict)
    """Files that are published as they are."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """What stands above the records of a file of records, by its name."""

    @cached_property
    def project(self) -> Project:
        """The files that say this."""
        return Project({name: self._file(name).encode() for name in self.records}, self.theme, self.static)

    def _file(self, name: str) -> str:
        text = json.dumps(self.records[name], ensure_ascii=False, indent=1)
        if name in self.bodies:
            return f"---\n{text}\n---\n{self.bodies[name]}"
        return f"{self.comments.get(name, '')}{text}\n"

    def get(self, path: Path) -> Any:
        """The value at ``path``; None where there is none."""
        value: Any = self.records
        for step in path:
            if isinstance(step, int):
                value = value[step] if isinstance(value, list) and step < len(value) else None
            else:
                value = value.get(step) if isinstance(value, Mapping) else None
        return value

    def put(self, path: Path, value: Any) -> Sources:
        """With ``value`` at ``path``; what holds it must be there."""
        return replace(self, records=_put(self.records, path, value))

    def cut(self, path: Path) -> Sources:
        """Without what is at ``path``, which must be there."""
        return replace(self, records=_cut(self.records, path))

    def write(self, name: str, body: str) -> Sources:
        """With ``body`` below the front matter of the file ``name``."""
        return replace(self, bodies={**self.bodies, name: body})

    def move(self, name: str, to: str) -> Sources:
        """With the file ``name`` under another."""
        order = {to if known == name else known: value for known, value in self.records.items()}
        return replace(self, records=order, bodies={to if k == name else k: v for k, v in self.bodies.items()})

    def drop(self, name: str) -> Sources:
        """Without the file ``name``."""
        bodies = {known: text for known, text in self.bodies.items() if known != name}
        return replace(self, records=_cut(self.records, (name,)), bodies=bodies)

    def names(self, folder: str) -> list[str]:
        """The files in ``folder``, sorted."""
        return sorted(name for name in self.records if name.startswith(folder))


def read(project: Project) -> Sources:
    """``project`` taken apart; its files must be whole, and their layout and comments are lost."""
    records: dict[str, Any] = {}
    bodies: dict[str, str] = {}
    for name, data in project.content.items():
        text = data.decode()
        if name.endswith(".md"):
            _, front, bodies[name] = text.split("---\n", 2)
            text = front
        node, faults = parse(Source(name, text))
        assert node is not None, name
        assert not faults, name
        records[name] = node.data()
    return Sources(records, bodies, dict(project.theme))


def _put(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    step, *rest = path
    copy: Any = list(value) if isinstance(value, list) else dict(value)
    copy[step] = _put(copy[step], tuple(rest), new) if rest else new
    return copy


def _cut(value: Any, path: Path) -> Any:
    step, *rest = path
    copy: Any = list(value) if isinstance(value, list) else dict(value)
    if rest:
        copy[step] = _cut(copy[step], tuple(rest))
    else:
        del copy[step]
    return copy
