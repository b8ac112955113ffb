"""The theme's assets, with a digest of their content in each name, so that browsers may cache them for ever.

The stylesheets of the theme go into one: ``shared.css`` and ``style.css``, then the others by name, so that a site adds
a file of its own and replaces none. Cards have a small one: ``shared.css`` and ``card.css``. Comments on lines of their
own are left out: each reader would load them with the first page. References between assets (``url(name)``) follow the
new names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

FOLDER = "assets/"
SHARED = "shared.css"
"""Begins every stylesheet: colours, type and the signs of verdicts."""
STYLESHEET = "style.css"
CARD = "card.css"

_URL = re.compile(rb"url\(([\"']?)(?!data:|https?:|/)([^()\"']+)\1\)")

_COMMENT = re.compile(
    rb"""
    "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | url\([^)]*\)  # what may look as if it had a comment inside
    | /\*!.*?\*/                                            # a notice, which has to stay
    | (?<![^\n])[ \t]*/\*.*?\*/[ \t]*\n                     # a comment on lines of its own
    | /\*.*?\*/
    """,
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets as they are published."""

    files: Mapping[str, bytes]
    """Content by path from the site's root."""
    paths: Mapping[str, str]
    """Path from the site's root by the name that templates use: ``style.css``."""


def collect(theme: Mapping[str, bytes], *, hashed: bool = True) -> Assets:
    """Name the assets of ``theme`` (contents by path inside ``templates/``).

    Not ``hashed`` they keep their own names: a preview, which lets browsers keep nothing, need not render every page
    again for a changed rule of style.
    """
    own = {name.removeprefix(FOLDER): data for name, data in theme.items() if name.startswith(FOLDER)}
    sheets = {name for name in own if name.endswith(".css")}
    rest = sorted(sheets - {SHARED, STYLESHEET, CARD})
    wanted = {STYLESHEET: (SHARED, STYLESHEET, *rest), CARD: (SHARED, CARD)}
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name in sorted(set(own) - sheets):
        paths[name] = _add(files, name, own[name], hashed)
    others = dict(paths)
    for name, parts in wanted.items():
        sheet = b"".join(own[part].strip() + b"\n" for part in parts if part in own)
        if sheet:
            told = _COMMENT.sub(lambda match: b"" if match[0].endswith(b"*/\n") else match[0], sheet)
            paths[name] = _add(files, name, _URL.sub(lambda match: _rewrite(match, others), told), hashed)
    return Assets(files, paths)


def _add(files: dict[str, bytes], name: str, data: bytes, hashed: bool) -> str:
    path = PurePosixPath(name)
    if hashed:
        path = path.with_name(f"{path.stem}-{hashlib.sha256(data).hexdigest()[:10]}{path.suffix}")
    published = f"{FOLDER}{path}"
    files[published] = data
    return published


def _rewrite(match: re.Match[bytes], paths: Mapping[str, str]) -> bytes:
    name = match.group(2).decode()
    target = paths.get(name)
    return f'url("{target.removeprefix(FOLDER)}")'.encode() if target else match.group(0)
