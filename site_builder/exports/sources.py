"""The sources of a site, by digest.

The digest of a set of files is the SHA-256 of what ``sha256sum`` prints for them in the order of their paths, so
that anyone can compute it without this program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder import __version__
from site_builder.load.files import Project

GENERATOR = f"site-builder {__version__}"
"""The program that makes the site."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The sources of a site: every file by path with its SHA-256, in hexadecimal."""

    content_files: Mapping[str, str]
    """Records, articles and pages."""
    theme_files: Mapping[str, str]
    """Templates and assets."""
    static_files: Mapping[str, str] = field(default_factory=dict)
    """Files that are published as they are."""

    @property
    def content(self) -> str:
        """The digest of the content."""
        return _digest(self.content_files)

    @property
    def theme(self) -> str:
        """The digest of the theme."""
        return _digest(self.theme_files)

    @property
    def static(self) -> str:
        """The digest of the files that are published as they are."""
        return _digest(self.static_files)


def provenance(project: Project) -> Provenance:
    """The digests that identify the sources of ``project``."""
    return Provenance(_sums(project.content), _sums(project.theme), _sums(project.static))


def _sums(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}


def _digest(sums: Mapping[str, str]) -> str:
    listed = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    return hashlib.sha256(listed.encode()).hexdigest()
