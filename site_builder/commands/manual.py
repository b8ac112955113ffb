"""The pages of the documentation that ``explain`` prints: those of docs/, and those beside it, such as README.md.

They are Markdown, and are printed as they are. A link from one page to another names a page here, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_DOCS = "docs"
_NAMES = {"SECURITY": "trust"}
"""Pages that another one would share its name with; docs/ has a security.md."""


def folder() -> Path:
    """The folder of README.md and ``docs/``: inside an installed package, or around it in a source checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "manual"
    return installed if installed.is_dir() else package.parent


def pages() -> Mapping[str, Path]:
    """The files of all pages by the name to ask for, in alphabetical order."""
    root = folder()
    found = {path.stem: path for path in (root / _DOCS).glob("*.md")}
    for path in root.glob("*.md"):
        found[_NAMES.get(path.stem, path.stem.lower().replace("_", "-"))] = path
    return dict(sorted(found.items()))


def named(word: str, known: Mapping[str, Path]) -> str | None:
    """The name of the page in ``known`` that ``word`` means: a name, or a page's link to another; None for no page."""
    if word in known:
        return word
    file = word.partition("#")[0].removeprefix("../").removeprefix(f"{_DOCS}/")
    return next((name for name, path in known.items() if path.name == file), None)


def title(page: Path) -> str:
    """The heading of the file ``page``."""
    with page.open(encoding="utf-8") as lines:
        return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), page.stem)
