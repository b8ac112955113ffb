"""Where the running program came from, and its libraries' versions, so that everybody can install the same ones.

A package index has its packages for everybody. Any other program has to lie in the project, as a wheel, and
``requirements.txt`` names the file: by the name alone pip would take a stranger's package from an index, even one of
the same version as a wheel in ``--find-links``.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from site_builder import __version__

DISTRIBUTION = "site-builder"
EXTRAS = "[images]"
"""What a site is built with."""
WHEEL = f"wheels/site_builder-{__version__}-py3-none-any.whl"
"""The place of the program in a project, if no index has it."""
_PROGRAM = re.compile(r"(?:[^\s#]*/)?site[-_.]builder(?:$|[\s\[=<>~!;@]|-\d|\.git)", re.IGNORECASE)
"""A requirement that is this program: by its name, or a path or address that ends in it."""
_LOCKS = ("site_builder/editor/starter/locked.txt", "requirements/site.txt")
"""The lock of the program's libraries from the folder that has the package: in a wheel, and in a checkout."""
_LOCKED = re.compile(r"^([a-z0-9-]+==[^\\\n]+?) *\\?$", re.MULTILINE)
"""A package of the lock with its version, and the systems that need it; pip's ``--constraint`` reads these."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the program can be had."""

    requirement: str
    """The line of ``requirements.txt`` that installs it. A path in it begins at the folder in which pip runs."""
    wheel: bytes | None = None
    """The wheel that it was installed from; None if it was not, or if that wheel is gone."""
    source: str = ""
    """What ``pip wheel`` can make such a wheel from; empty for an index, and if that is unknown."""

    @property
    def is_in_project(self) -> bool:
        """Whether the requirement is a file that has to lie in the project."""
        return self.requirement.startswith("./")

    @property
    def files(self) -> dict[str, bytes]:
        """The files that a project needs for the requirement, by path."""
        return {} if self.wheel is None else {WHEEL: self.wheel}


def origin() -> Origin:
    """The origin of this program, as its installer recorded it (PEP 610)."""
    package = Path(__file__).resolve().parent.parent
    found = _distribution(package)
    if found is None:
        return _made_from(str(package.parent))
    recorded = found.read_text("direct_url.json")
    if recorded is None:
        return Origin(f"{DISTRIBUTION}{EXTRAS}=={__version__}")
    try:
        return _recorded(json.loads(recorded), found.read_text("RECORD") or "")
    except (ValueError, KeyError, TypeError):  # it is damaged
        return _made_from("")


def versions() -> tuple[str, ...]:
    """The versions of the libraries with which the program was tested, one each, as pip's constraints."""
    folder = Path(__file__).resolve().parents[2]
    lock = next((path for path in map(folder.joinpath, _LOCKS) if path.exists()), folder / _LOCKS[-1])
    return tuple(_LOCKED.findall(lock.read_text("utf-8")))


def names_program(line: str) -> bool:
    """Whether the ``line`` of a list of requirements installs this program."""
    return bool(_PROGRAM.match(line.strip()))


def _distribution(package: Path) -> metadata.Distribution | None:
    """The installed distribution whose files are in ``package``; None if they are read from a folder of sources."""
    for found in metadata.distributions(name=DISTRIBUTION):
        if (
            os.path.realpath(str(found.locate_file(package.name))) == os.fspath(package)
            and found.version == __version__
        ):
            return found
    return None


def _recorded(direct: Mapping[str, object], record: str) -> Origin:
    """The origin that ``direct`` (the content of direct_url.json) names; ``record`` lists what was installed."""
    url, version = str(direct["url"]), direct.get("vcs_info")
    if isinstance(version, Mapping):
        return _made_from(f"{version['vcs']}+{url}@{version['commit_id']}")
    parts = urlsplit(url)
    if parts.scheme != "file":
        return _made_from(url)
    path = Path(url2pathname(parts.path))
    if path.suffix != ".whl":
        return _made_from(str(path) if os.path.exists(path) else "")
    with suppress(OSError):  # it is gone, or somebody else's
        data = path.read_bytes()
        if _is_installed(data, record):
            return Origin(f"./{WHEEL}{EXTRAS}", data)
    return _made_from("")


def _made_from(source: str) -> Origin:
    return Origin(f"./{WHEEL}{EXTRAS}", source=source)


def _is_installed(wheel: bytes, record: str) -> bool:
    """Whether ``wheel`` holds, by its list of digests, the files of the package that ``record`` has as installed."""
    try:
        with zipfile.ZipFile(BytesIO(wheel)) as archive:
            listed = next(name for name in archive.namelist() if name.endswith(".dist-info/RECORD"))
            rows = archive.read(listed).decode().splitlines()
    except (zipfile.BadZipFile, StopIteration, ValueError):
        return False
    own = {row for row in rows if row.startswith("site_builder/")}
    return bool(own) and own <= set(record.splitlines())
