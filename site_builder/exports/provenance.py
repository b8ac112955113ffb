"""What a site was made from, so that anyone can make it again and compare.

The digest of a set of files is the SHA-256 of what ``sha256sum`` prints for them in the order of their paths; it can be
had without this program.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from site_builder import __version__
from site_builder.load.files import Project

LIBRARIES = ("jinja2", "markdown-it-py", "mdit-py-plugins", "nh3", "pagefind", "pillow")
"""Those whose versions can change a byte of the site."""
FILE = "data/provenance.json"
_NONE: Mapping[str, Mapping[str, str]] = {"files": {}}
GENERATOR = f"site-builder {__version__}"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a site is made from: every file by path with its SHA-256, in hexadecimal."""

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


def provenance(project: Project) -> Provenance:
    """What identifies the sources of ``project``."""
    return Provenance(_sums(project.content), _sums(project.theme), _sums(project.static))


def provenance_file(made: Provenance, base_url: str) -> dict[str, bytes]:
    """``data/provenance.json``: every source with its digest, and every library that had a part."""
    data = {
        "generator": GENERATOR,
        "libraries": dict(_libraries()),
        "base_url": base_url,
        "content": {"sha256": made.content, "files": dict(made.content_files)},
        "theme": {"sha256": _digest(made.theme_files), "files": dict(made.theme_files)},
    }
    if made.static_files:
        data["static"] = {"sha256": _digest(made.static_files), "files": dict(made.static_files)}
    return {FILE: (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()}


def differences(was: bytes, now: bytes) -> list[str]:
    """What two provenance files say differently, a line each; ``was`` may be anybody's and need not be one."""
    try:
        before, after = json.loads(was), json.loads(now)
        pairs = [("generator", before["generator"], after["generator"])]
        pairs += [("base_url", before["base_url"], after["base_url"])]
        libraries = sorted({*before["libraries"], *after["libraries"]})
        pairs += [(name, before["libraries"].get(name), after["libraries"].get(name)) for name in libraries]
        for part, one, other in (
            ("content", before["content"], after["content"]),
            ("theme", before["theme"], after["theme"]),
            ("static", before.get("static", _NONE), after.get("static", _NONE)),
        ):
            names = sorted({*one["files"], *other["files"]})
            prefix = "static/" if part == "static" else ""
            pairs += [(prefix + name, one["files"].get(name), other["files"].get(name)) for name in names]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["it does not say what it was made from"]
    return [f"{what}: {_short(old)} there, {_short(new)} here" for what, old, new in pairs if old != new]


def _short(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return f"sha256 {text[:12]}…" if len(text) == 64 else text


def _sums(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}


def _digest(sums: Mapping[str, str]) -> str:
    listed = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    return hashlib.sha256(listed.encode()).hexdigest()


def _libraries() -> Iterable[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed
