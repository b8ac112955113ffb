"""The addresses of a release, which packages name and this repository does not know.

``make release URL=…`` says where the repository is public. Without it, a package names no address.
"""

from __future__ import annotations

import os
import re
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

VARIABLE = "SITE_BUILDER_URL"
"""The variable of the environment with the repository's public address."""
FORGES = {
    "github.com": ("issues", "tree/v{version}/docs", "blob/v{version}/CHANGELOG.md"),
    "gitlab.com": ("-/issues", "-/tree/v{version}/docs", "-/blob/v{version}/CHANGELOG.md"),
    "codeberg.org": ("issues", "src/tag/v{version}/docs", "src/tag/v{version}/CHANGELOG.md"),
}
"""The paths of issues, documentation and changelog in a repository, by the host of a forge."""


class Addresses(MetadataHookInterface):
    """Adds the addresses to the metadata of wheel and source archive."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``urls``: those of the repository whose address the environment has, or none."""
        address = os.environ.get(VARIABLE)
        metadata["urls"] = urls(address, metadata["version"]) if address else {}


def urls(address: str, version: str) -> dict[str, str]:
    """The addresses of the release ``version`` in the repository at ``address``; raises ``ValueError`` for another."""
    found = re.fullmatch(r"https://([a-z.]+)/[\w.-]+(?:/[\w.-]+)+", address)
    if not found or found[1] not in FORGES:
        raise ValueError(f"{address} is not a repository's address (https://HOST/OWNER/NAME) at {', '.join(FORGES)}")
    issues, documentation, changelog = (path.format(version=version) for path in FORGES[found[1]])
    return {
        "Homepage": address,
        "Documentation": f"{address}/{documentation}",
        "Source": address,
        "Issues": f"{address}/{issues}",
        "Changelog": f"{address}/{changelog}",
    }
