"""For MkDocs: the pages in the repository's root belong to the documentation too; README is its front page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_PAGES = {
    "index.md": "README.md",
    "trust.md": "SECURITY.md",  # docs/ has a security.md, and some systems take one name for the other
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "CODE_OF_CONDUCT.md": "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
}
_PLAIN = ("NOTICE", "LICENSE")
"""Files that are no pages, and that pages link to."""


def on_files(files: Any, config: Any) -> Any:
    """Add the pages of the root (MkDocs' event of this name)."""
    from mkdocs.structure.files import File  # type: ignore[import-not-found,unused-ignore]

    for name, source in _PAGES.items():
        files.append(File.generated(config, name, content=moved((ROOT / source).read_text("utf-8"))))
    for name in _PLAIN:
        files.append(File.generated(config, name, content=(ROOT / name).read_text("utf-8")))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Links from a page in docs/ to one in the root (MkDocs' event of this name)."""
    for name, source in _PAGES.items():
        markdown = markdown.replace(f"](../{source}", f"]({name}")
    return markdown.replace("](../", "](")


def moved(text: str) -> str:
    """The page ``text`` of the root as it stands beside those of docs/."""
    for name, source in _PAGES.items():
        text = text.replace(f"]({source}", f"]({name}")
    return text.replace("](docs/", "](")
