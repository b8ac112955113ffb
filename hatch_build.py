"""What packages have besides the files of the program: the addresses of a release, and the documentation.

``make release URL=…`` says where the repository is public. Without it, a package names no address, and its description
has README's links as they are in the repository, where they work.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

VARIABLE = "SITE_BUILDER_URL"
"""The variable of the environment with the repository's public address."""


class Forge(NamedTuple):
    """The paths in a repository at one host."""

    issues: str
    folder: str
    """A folder of a release; ``{version}`` and ``{path}`` stand for its version and path."""
    page: str
    """A file of a release as a page, with the same places to fill."""
    file: str
    """A file of a release as it is, such as a picture."""


FORGES = {
    "github.com": Forge("issues", "tree/v{version}/{path}", "blob/v{version}/{path}", "raw/v{version}/{path}"),
    "gitlab.com": Forge("-/issues", "-/tree/v{version}/{path}", "-/blob/v{version}/{path}", "-/raw/v{version}/{path}"),
    "codeberg.org": Forge(
        "issues", "src/tag/v{version}/{path}", "src/tag/v{version}/{path}", "raw/tag/v{version}/{path}"
    ),
}
"""The paths by the host of a forge."""
_LINK = re.compile(r"(!?\[[^\[\]]*\]\()(?![a-z]+:|#)([^()\s]+)\)")
"""A link or a picture of Markdown whose address is relative: what is before the address, and the address."""

LOCK = {"requirements/site.txt": "site_builder/editor/starter/locked.txt"}
"""The lock of the libraries, and its place in a wheel; ``init`` writes the versions into ``constraints.txt``."""
MANUAL = "site_builder/manual"
"""The folder of the documentation in a wheel, with the same paths inside as in the repository; ``explain`` reads it."""


class Files(BuildHookInterface[Any]):
    """Puts the documentation and the lock into the wheel, and keeps what only git reads out of the source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Change the files of a package before it is built; an editable installation reads the checkout's own pages."""
        files = build_data["force_include"]
        if self.target_name == "sdist":
            files.pop(next((source for source, name in files.items() if name == ".gitignore"), None), None)
        elif version != "editable":
            files |= {name: f"{MANUAL}/{name}" for name in manual(Path(self.root))} | LOCK


def manual(root: Path) -> list[str]:
    """The paths, from ``root``, of the pages and pictures of the documentation."""
    found = [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("docs/*.png")]
    return sorted(path.relative_to(root).as_posix() for path in found)


class Addresses(MetadataHookInterface):
    """Adds the addresses to the metadata of wheel and source archive."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``urls`` and ``readme``: with the address of the repository that the environment has, or without one."""
        address, version = os.environ.get(VARIABLE), metadata["version"]
        text = Path(self.root, "README.md").read_text("utf-8")
        metadata["urls"] = urls(address, version) if address else {}
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": described(text, address, version) if address else text,
        }


def urls(address: str, version: str) -> dict[str, str]:
    """The addresses of the release ``version`` in the repository at ``address``; raises ``ValueError`` for another."""
    forge = _forge(address)
    return {
        "Homepage": address,
        "Documentation": f"{address}/{forge.folder.format(version=version, path='docs')}",
        "Source": address,
        "Issues": f"{address}/{forge.issues}",
        "Changelog": f"{address}/{forge.page.format(version=version, path='CHANGELOG.md')}",
    }


def described(text: str, address: str, version: str) -> str:
    """The Markdown ``text`` of README, whose links and pictures lead to the release ``version`` at ``address``."""
    forge = _forge(address)

    def led(link: re.Match[str]) -> str:
        place = forge.file if link[1].startswith("!") else forge.page
        return f"{link[1]}{address}/{place.format(version=version, path=link[2])})"

    return _LINK.sub(led, text)


def _forge(address: str) -> Forge:
    found = re.fullmatch(r"https://([a-z.]+)/[\w.-]+(?:/[\w.-]+)+", address)
    if not found or found[1] not in FORGES:
        raise ValueError(f"{address} is not a repository's address (https://HOST/OWNER/NAME) at {', '.join(FORGES)}")
    return FORGES[found[1]]
