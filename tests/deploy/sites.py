"""This repository's own site as it is published, with files in ``static/``."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import Options, build
from site_builder.load.files import read_project
from site_builder.output.publish import publish
from tests.projects import ROOT, changed

PICTURE = b"\x89PNG\r\n"
SECURITY = b"Contact: mailto:security@paper.example\n"
STATIC = {"static/files/picture.png": PICTURE, "static/.well-known/security.txt": SECURITY}


def published(folder: Path, base_url: str = "https://paper.example/", *, search: bool = True) -> dict[str, bytes]:
    """Publish the site into ``folder``; returns its files."""
    project = changed(read_project(ROOT), dict(STATIC))
    made = build(project, options=Options(base_url, exports=True, images=True, search=search))
    assert made.files is not None
    publish(made.files, folder, ROOT)
    return dict(made.files)


def former(files: dict[str, bytes]) -> dict[str, str]:
    """Former addresses and where they lead, as ``_redirects`` says."""
    lines = [line.split() for line in files["_redirects"].decode().splitlines()]
    assert lines, "the site has no former address"
    return {old: new for old, new, _ in lines}
