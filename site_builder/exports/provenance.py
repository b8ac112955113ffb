"""Lists the sources of a site, so that anyone can build it again and compare."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version

from site_builder.exports.kind import Export, File, Material
from site_builder.exports.sources import GENERATOR

LIBRARIES = (
    *("anyascii", "font-source-serif-pro", "jinja2", "markdown-it-py", "mdit-py-plugins"),
    *("nh3", "pagefind", "pillow", "pydantic", "pyyaml"),
)
"""The libraries whose versions can change a byte of the site."""
FILE = "data/provenance.json"
_NONE: Mapping[str, Mapping[str, str]] = {"files": {}}


def _file(material: Material) -> dict[str, bytes]:
    """Every source with its digest, and every library that had a part."""
    made = material.made
    data = {
        "generator": GENERATOR,
        "libraries": dict(_libraries()),
        "base_url": material.lookup.site.base_url,
        "content": {"sha256": made.content, "files": dict(made.content_files)},
        "theme": {"sha256": made.theme, "files": dict(made.theme_files)},
    }
    if made.static_files:
        data["static"] = {"sha256": made.static, "files": dict(made.static_files)}
    return {FILE: (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()}


EXPORT = Export({FILE: File("application/json", "What the site was made from: see Provenance.", "JSON")}, _file)
FIELDS = (
    ("generator", "text", "The program and its version"),
    (
        "libraries",
        "mapping from text to text",
        "The version of each library that can change a byte of the site, by name",
    ),
    ("base_url", "web address", "The site's address"),
    ("content", "record", "`claims.yaml`, and the files below `claims/` and `content/`"),
    ("theme", "record", "The theme's files, in the same way"),
    ("static", "record", "The files below `static/`, in the same way; left out if there are none"),
    ("content.sha256", "SHA-256", "The digest of the list of them"),
    ("content.files", "mapping from text to SHA-256", "The digest of each file by path"),
)
"""Name, type and meaning of each key."""


def differences(was: bytes, now: bytes) -> list[str]:
    """The differences between two provenance files, a line each; ``was`` may come from anybody, in any form."""
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


def _libraries() -> Iterable[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed
