"""Lock files of npm without addresses: versions and hashes say what is installed, and npm's own settings from where.

    python -m tests.locks

npm writes addresses of sponsors, and some versions those of archives. Run this after npm has written a lock file.
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = tuple(
    ROOT / folder / "package-lock.json" for folder in ("tests/browser", "tests/deploy", "benchmarks/lighthouse")
)
ADDRESSES = ("funding", "resolved")
"""Keys of a package that hold nothing but addresses."""


def cleaned(text: str) -> str:
    """The lock file ``text`` without addresses."""
    lock = json.loads(text)
    for package in lock["packages"].values():
        for key in ADDRESSES:
            package.pop(key, None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Clean the lock files."""
    for lock in LOCKS:
        lock.write_text(cleaned(lock.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
