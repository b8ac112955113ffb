"""Share images and the search index of earlier builds, in the project's folder in the user's cache.

A cache may be deleted at any time and may fail to be written; neither is an error. What is read is checked against the
digest that was stored with it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from site_builder import caches

_DIGEST = 32
_KEEP = 3
_KEY = re.compile(r"[0-9a-f]{64}|\.new-.*")


def read_one(root: Path | None, kind: str, key: str) -> bytes | None:
    """The bytes stored under ``key`` (a digest) among those of one ``kind``, or None."""
    if root is None:
        return None
    try:
        stored = caches.read(root / kind / key)
    except OSError:
        return None
    digest, data = stored[:_DIGEST], stored[_DIGEST:]
    return data if _digest(kind, key, data) == digest else None


def write_one(root: Path | None, kind: str, key: str, *parts: bytes) -> None:
    """Store ``parts`` one after the other under ``key``, with their digest in front."""
    if root is None:
        return
    with suppress(OSError):
        caches.put(root / kind / key, (_digest(kind, key, *parts), *parts))


def _digest(kind: str, key: str, *parts: bytes) -> bytes:
    """The digest of ``parts`` and of where they are stored: none counts in the place of another."""
    total = hashlib.sha256(f"{kind}/{key}\0".encode())
    for part in parts:
        total.update(part)
    return total.digest()


def keep(root: Path | None, kind: str, keys: Collection[str]) -> None:
    """Drop all files but those under ``keys``, once there are more than twice as many."""
    if root is None:
        return
    try:
        names = os.listdir(root / kind)
        if len(names) > 2 * len(keys) + _KEEP:
            for name in filter(_KEY.fullmatch, set(names).difference(keys)):
                os.unlink(root / kind / name)
    except OSError:
        return
