"""Where the other generators' programs lie, and how each is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import OUTPUT
from benchmarks.peers.packages import HUGO, ZOLA

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".cache" / "peers"
"""Where ``fetch.py`` puts the programs ``zola``, ``hugo`` and ``pagefind``."""
SEARCH = (str(FOLDER / "pagefind"), "--site", OUTPUT)


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator without a search of its own."""

    name: str
    """Also the program's."""
    version: str
    arguments: tuple[str, ...]

    @property
    def command(self) -> tuple[str, ...]:
        """What makes the site."""
        return (str(FOLDER / self.name), *self.arguments)


PEERS = (
    Peer("zola", ZOLA.version, ("build", "--force")),
    Peer("hugo", HUGO.version, ("--quiet", "--destination", OUTPUT)),
)


def present() -> tuple[Peer, ...]:
    """The peers that have been fetched; none where Pagefind is missing."""
    if not (FOLDER / "pagefind").exists():
        return ()
    return tuple(peer for peer in PEERS if (FOLDER / peer.name).exists())
