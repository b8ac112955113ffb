"""Builds by this project and by its peers in turn, so that whatever else the machine does falls on all alike.

A ratio is taken within a round. Peers always make the whole site anew, and Pagefind its index, so their cold build is also what they take
after an edit or after none.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import records
from benchmarks.command import OUTPUT, command, forget
from benchmarks.corpus import Corpus, corpus
from benchmarks.edit import middle, save
from benchmarks.measure import Run, run
from benchmarks.peers.equal import lacking_here, lacking_in_peer
from benchmarks.peers.tools import SEARCH, Peer
from benchmarks.peers.writers import WRITERS

COLD = "cold, with search"
NO_SEARCH = "cold, without search"
EDITED = "one claim edited"
UNCHANGED = "nothing edited"
OURS = "site-builder"
Round = dict[tuple[str, str], list[Run]]
"""The runs of which each case consists, by the case and by who ran."""


@dataclass(frozen=True, slots=True)
class Place:
    """The same corpus as everybody's input, each in a folder of its own."""

    made: Corpus
    folder: Path
    peers: Sequence[Peer]

    @property
    def ours(self) -> Path:
        """The folder of this project's input."""
        return self.folder / OURS


def prepare(claims: int, folder: Path, peers: Sequence[Peer]) -> Place:
    """Write the inputs of a site of ``claims`` claims below ``folder``."""
    place = Place(corpus(claims), folder / str(claims), peers)
    shutil.rmtree(place.folder, ignore_errors=True)
    records.write(place.made, place.ours, desk=False)
    for peer in peers:
        WRITERS[peer.name](place.made, place.folder / peer.name)
    return place


def memory(place: Place) -> dict[str, float]:
    """Build everything once with a search; returns the peak in megabytes by who built.

    Ends the program where a site is not whole: comparing would be unfair.
    """
    forget(place.ours)
    peaks = {OURS: run(command("build", "."), place.ours, memory=True).peak}
    _demand(OURS, lacking_here(place.made, place.ours / OUTPUT))
    for peer in place.peers:
        folder = place.folder / peer.name
        forget(folder)
        peaks[peer.name] = max(run(each, folder, memory=True).peak for each in (peer.command, SEARCH))
        _demand(peer.name, lacking_in_peer(place.made, folder / OUTPUT))
    return peaks


def cold(place: Place) -> Round:
    """Everybody's first build."""
    forget(place.ours)
    done: Round = {(COLD, OURS): [run(command("build", "."), place.ours)]}
    for peer in place.peers:
        folder = place.folder / peer.name
        forget(folder)
        without = run(peer.command, folder)
        done[NO_SEARCH, peer.name] = [without]
        done[COLD, peer.name] = [without, run(SEARCH, folder)]
    return done


def all_cases(place: Place) -> Round:
    """Everybody's first build, then this project's further ones."""
    done = cold(place)
    edit = middle(place.made)
    statement = save(edit, place.ours)
    done[EDITED, OURS] = [run(command("build", "."), place.ours)]
    page = place.ours / OUTPUT / edit.address / "index.html"
    assert f"{statement}</h1>" in page.read_text(encoding="utf-8")
    done[UNCHANGED, OURS] = [run(command("build", "."), place.ours)]
    forget(place.ours)
    done[NO_SEARCH, OURS] = [run(command("build", ".", "--no-search"), place.ours)]
    for peer in place.peers:
        done[EDITED, peer.name] = done[UNCHANGED, peer.name] = done[COLD, peer.name]
    return done


def _demand(who: str, lacking: list[str]) -> None:
    if lacking:
        sys.exit("\n  ".join([f"{who} did not make the whole site, {len(lacking)} faults:", *lacking[:10]]))
