"""Reads an editor's templates: checks that they are text, without merge markers and characters that no page may have.

Faults inside a template are found when it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.markers import merge_conflict
from site_builder.load.places import TEMPLATES_FOLDER
from site_builder.load.text import read_text
from site_builder.records import bounds
from site_builder.records.characters import name_of, no_text, without_separators
from site_builder.source import Source, Span

_TEXTS = (".css", ".js", ".mjs", ".svg", ".txt", ".xml", ".json", ".webmanifest")


def theme_faults(theme: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """At most one fault for each file of ``theme`` (contents by path inside ``templates/``)."""
    for name, data in theme.items():
        path = f"{TEMPLATES_FOLDER}/{name}"
        if len(data) > bounds.FILE:
            message = f"the file has more than {bounds.FILE:,} bytes"
            yield Diagnostic("too-large", message, path, help="publish it elsewhere, and link to it")
        elif name.endswith(".html") and data.strip():
            read = read_text(path, data)
            if isinstance(read, Diagnostic):
                yield read
            elif (odd := _odd(read.text)) is not None:
                place = Span(read, odd, odd + 1)
                advice = "remove it; for a line end, press the Enter key"
                yield at("file-encoding", place, f"the character {name_of(read.text[odd])} is not text", help=advice)
        elif name.endswith(_TEXTS):
            conflict = merge_conflict(Source(path, data.decode("utf-8", "replace")), 0)
            if conflict:
                yield conflict


def _odd(text: str) -> int | None:
    """The offset of the first character that no page may have; None where there is none."""
    odd, clean = no_text(text), without_separators(text)
    places = [odd.start()] if odd else []
    if clean != text:
        places.append(next(at_ for at_, (one, other) in enumerate(zip(text, clean, strict=True)) if one != other))
    return min(places, default=None)
