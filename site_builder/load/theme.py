"""Reads an editor's templates: checks that they are text and have no merge markers.

Faults inside a template are found when it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.diagnostics import Diagnostic
from site_builder.load.files import TEMPLATES_FOLDER
from site_builder.load.markers import merge_conflict
from site_builder.load.text import read_text
from site_builder.source import Source

_TEXTS = (".css", ".js", ".mjs", ".svg", ".txt", ".xml", ".json", ".webmanifest")


def theme_faults(theme: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """At most one fault for each file of ``theme`` (contents by path inside ``templates/``)."""
    for name, data in theme.items():
        path = f"{TEMPLATES_FOLDER}/{name}"
        if name.endswith(".html") and data.strip():
            read = read_text(path, data)
            if isinstance(read, Diagnostic):
                yield read
        elif name.endswith(_TEXTS):
            conflict = merge_conflict(Source(path, data.decode("utf-8", "replace")), 0)
            if conflict:
                yield conflict
