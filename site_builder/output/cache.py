"""What was indexed before, kept in the project's own cache folder.

A cache may be deleted at any time and may fail to be written; neither is an error. What is read is checked against the
digests that were stored with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

FOLDER = ".site-builder"
_SUMS = "sums.json"
_KEEP = 3


def read(root: Path | None, key: str) -> dict[str, bytes] | None:
    """The files stored under ``key`` (a digest) in the cache folder ``root``, or None."""
    if root is None:
        return None
    folder = root / "search" / key
    try:
        sums: dict[str, str] = json.loads((folder / _SUMS).read_bytes())
        files = {name: (folder / "files" / name).read_bytes() for name in sums}
    except (OSError, ValueError):
        return None
    whole = all(hashlib.sha256(data).hexdigest() == sums[name] for name, data in files.items())
    return files if whole and files else None


def write(root: Path | None, key: str, files: Mapping[str, bytes]) -> None:
    """Store ``files`` under ``key`` in the cache folder ``root``; older entries go, the newest few stay."""
    if root is None:
        return
    try:
        parent = root / "search"
        parent.mkdir(parents=True, exist_ok=True)
        (root / ".gitignore").write_text("*\n")
        staging = Path(tempfile.mkdtemp(prefix=".new-", dir=parent))
        for name, data in files.items():
            path = staging / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        (staging / _SUMS).write_text(json.dumps(sums))
        shutil.rmtree(parent / key, ignore_errors=True)
        os.rename(staging, parent / key)
        entries = sorted(parent.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for old in entries[_KEEP:]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
