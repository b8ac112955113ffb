"""The theme's assets under names that carry their content, so that a host may let browsers keep them for ever.

Every stylesheet of the theme goes into one, ``style.css`` first and the others by name: a site adds a file of its own
and replaces none. References between assets (``url(name)``) follow the new names.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

FOLDER = "assets/"
STYLESHEET = "style.css"

_URL = re.compile(rb"url\(([\"']?)(?!data:|https?:|/)([^)\"']+)\1\)")


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
    sheets = sorted((name for name in own if name.endswith(".css")), key=lambda name: (name != STYLESHEET, name))
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name in sorted(set(own) - set(sheets)):
        paths[name] = _add(files, name, own[name], hashed)
    if sheets:
        sheet = b"\n".join(own[name].strip() for name in sheets) + b"\n"
        paths[STYLESHEET] = _add(files, STYLESHEET, _URL.sub(lambda match: _rewrite(match, paths), sheet), hashed)
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
