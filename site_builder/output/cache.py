"""What was indexed and drawn before, kept in the project's folder among the user's caches.

A cache may be deleted at any time and may fail to be written; neither is an error. What is read is checked against the
digests that were stored with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from site_builder import caches

_SUMS = "sums.json"
_DIGEST = 32
_KEEP = 3
_KEY = re.compile(r"[0-9a-f]{64}|\.new-.*")


def read(root: Path | None, key: str) -> dict[str, bytes] | None:
    """The files stored under ``key`` (a digest) in the cache folder ``root``, or None."""
    if root is None:
        return None
    folder = root / "search" / key
    try:
        sums = json.loads(caches.read(folder / _SUMS))
        if not isinstance(sums, dict) or any(os.path.isabs(name) or ".." in name.split("/") for name in sums):
            return None
        files = {name: caches.read(folder / "files" / name) for name in sums}
    except (OSError, ValueError, RecursionError):
        return None
    whole = all(hashlib.sha256(data).hexdigest() == sums[name] for name, data in files.items())
    return files if whole and files else None


def write(root: Path | None, key: str, files: Mapping[str, bytes]) -> None:
    """Store ``files`` under ``key`` in the cache folder ``root``; older entries go, the newest few stay."""
    if root is None:
        return
    try:
        parent = root / "search"
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".new-", dir=parent))
        for name, data in files.items():
            path = staging / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        (staging / _SUMS).write_text(json.dumps(sums))
        shutil.rmtree(parent / key, ignore_errors=True)
        os.rename(staging, parent / key)
        entries = [entry for entry in parent.iterdir() if _KEY.fullmatch(entry.name) and not entry.is_symlink()]
        entries.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
        for old in entries[_KEEP:]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return


def read_one(root: Path | None, kind: str, key: str) -> bytes | None:
    """What was stored under ``key`` (a digest) among those of one ``kind``, or None."""
    if root is None:
        return None
    try:
        stored = caches.read(root / kind / key)
    except OSError:
        return None
    digest, data = stored[:_DIGEST], stored[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def write_one(root: Path | None, kind: str, key: str, data: bytes) -> None:
    """Store ``data`` under ``key``, with its digest in front."""
    if root is None:
        return
    with suppress(OSError):
        caches.put(root / kind / key, (hashlib.sha256(data).digest(), data))


def keep(root: Path | None, kind: str, keys: Collection[str]) -> None:
    """Drop what is not under one of ``keys``, once there is twice as much as those."""
    if root is None:
        return
    try:
        names = os.listdir(root / kind)
        if len(names) > 2 * len(keys) + _KEEP:
            for name in filter(_KEY.fullmatch, set(names).difference(keys)):
                os.unlink(root / kind / name)
    except OSError:
        return
