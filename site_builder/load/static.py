"""Faults of static files: none may replace a file that the builder makes.

Names and sizes alone decide: no page need be made for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from site_builder import urls
from site_builder.diagnostics import Diagnostic
from site_builder.load.places import PAGES_FOLDER, STATIC_FOLDER
from site_builder.records import bounds

_ROOT = re.compile(
    r"index\.html|404\.html|feed\.(xml|json)|sitemap(-\d+)?\.xml|robots\.txt|site\.zip|_headers|_redirects"
)
"""Files that the site makes in its root."""
_ADVICE = {
    "_headers": "set other headers in the host's own configuration",
    "_redirects": "former_ids gives redirects from former addresses; set others in the host's own settings",
    "assets": "put the theme's files into templates/assets/, and others into their own folder, such as static/files/",
}


def static_faults(static: Mapping[str, bytes], content: Collection[str]) -> Iterator[Diagnostic]:
    """At most one fault for each file of ``static`` (contents by path inside ``static/``).

    ``content`` has the paths of the project's records, some of which make pages. Names are compared without
    regard to case: some file systems make no difference.
    """
    pages = {PurePosixPath(name).stem: name for name in content if name.startswith(f"{PAGES_FOLDER}/")}
    seen: dict[str, str] = {}
    for path, data in static.items():
        folded = _folded(path)
        same = seen.setdefault(folded, path)
        if same != path:
            message = f"{path} and {same} are one name where a file system does not tell capitals or accents apart"
            yield Diagnostic("static-conflict", message, f"{STATIC_FOLDER}/{path}", help="rename one of the two")
            continue
        name, first, rest = f"{STATIC_FOLDER}/{path}", *_parted(path)
        if len(data) > bounds.FILE:
            message = f"the file has more than {bounds.FILE:,} bytes"
            yield Diagnostic("too-large", message, name, help="publish it elsewhere, and link to it")
        elif first in urls.RESERVED or _ROOT.fullmatch(first):
            theirs = first if _ROOT.fullmatch(first) else f"{first}/"
            message = f"{path} conflicts with {theirs}, which the builder makes"
            advice = _ADVICE.get(first, f"rename it, or give it a folder of its own, such as {STATIC_FOLDER}/files/")
            yield Diagnostic("static-conflict", message, name, help=advice)
        elif first in pages and rest in ("", urls.INDEX):
            message = f"{path} conflicts with {first}/{urls.INDEX}, which {pages[first]} makes"
            yield Diagnostic("static-conflict", message, name, help="rename one of the two, or remove it")


def _parted(path: str) -> tuple[str, str]:
    first, _, rest = path.casefold().partition("/")
    return first, rest


def _folded(path: str) -> str:
    """``path`` as macOS and Windows compare it: without regard to case, and with accents in one form (NFC)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
