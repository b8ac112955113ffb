"""An open project: reads its files once and loads its records once, for all callers.

Its results can be passed on, so that nothing unchanged is loaded or proved again: to the project as it is after a
change (:meth:`Workspace.changed`), to another revision of it, and to a build (:attr:`Workspace.memory`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from site_builder.diagnostics import Diagnostic
from site_builder.exports.export import FILES
from site_builder.link.site import link_again
from site_builder.load.files import Project, read_project
from site_builder.load.records import load_again
from site_builder.trace import Asker, Memory


class Workspace:
    """``project`` and its records; ``memory`` is what an earlier run has left."""

    def __init__(self, project: Project, memory: Memory | None = None) -> None:
        self.project = project
        self._asker = Asker(memory)
        self.records, self._unread = load_again(project, self._asker)

    @classmethod
    def open(cls, root: Path) -> Workspace:
        """Read the project in ``root``; raises :class:`~site_builder.errors.EnvironmentProblem` where that is none."""
        return cls(read_project(root))

    @property
    def unread(self) -> list[Diagnostic]:
        """The problems of single records."""
        return list(self._unread)

    @cached_property
    def faults(self) -> list[Diagnostic]:
        """All problems of the records, alone and together."""
        return self._unread + link_again(self.records, self._asker, files=FILES)[1]

    @property
    def memory(self) -> Memory:
        """The state from which a later workspace or build continues."""
        return self._asker.memory()

    def changed(self, files: Mapping[str, bytes]) -> Workspace:
        """The project with ``files``, by path, in place of its own; writes nothing."""
        return Workspace(replace(self.project, content={**self.project.content, **files}), self.memory)
