"""What follows a publication: it keeps or removes the replaced folder, and stores the stamps of what is published."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from site_builder.output.last import write_stamps
from site_builder.output.leftovers import discard
from site_builder.output.ours import is_listed
from site_builder.output.spare import Spare, is_worth, remember
from site_builder.output.stage import Written
from site_builder.output.stamps import Stamp, digest, settled, stamp
from site_builder.output.standing import Standing

_NOTHING: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Replaced:
    """The folder that a new one has replaced."""

    folder: Path
    """Where it is now."""
    written: Written
    """What the new one had to be given."""
    by_spare: bool
    """The new one was the spare folder."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A publication whose files are in place."""

    target: Path
    """The published folder, a real path."""
    names: AbstractSet[str]
    """Its files, the marker among them."""
    same: AbstractSet[str]
    """Those that are what they were."""
    before: Standing
    """The folder as it was."""
    replaced: Replaced | None
    """Where that is now; None if the folder was not there, or nothing had to change."""
    spare: Spare | None
    """The spare folder if it was not needed."""


def settle(done: Outcome, cache: Path | None) -> str | None:
    """Keep the replaced folder for the next publication, or remove it; then store the stamps of the published one.

    Returns the digest of these, if they tell whether somebody touches a file. Files that were not there when the old
    ones were looked at stay: somebody has put them there since.
    """
    replaced, spare = done.replaced, done.spare
    keeps = replaced is not None and _is_worth_keeping(done, replaced, cache)
    if replaced and not keeps:
        discard(replaced.folder, done.before.present)  # before the stamps: it touches the files that both folders have
    found = _found(done, done.target, done.names, done.same, derived=keeps or not replaced) if cache else {}
    if replaced:
        old = done.before.trusted.keys()
        # What cannot be kept for certain is left to the next run, which removes what is proved ours.
        left = _found(done, replaced.folder, old, old, derived=True) if keeps and found and _is_intact(done) else {}
        spare = Spare(f"{replaced.folder}", digest(left)) if left else None
    remember(cache, spare)
    write_stamps(cache, done.target, found)
    return digest(found) if found else None


def _is_worth_keeping(done: Outcome, replaced: Replaced, cache: Path | None) -> bool:
    files = len(done.before.told)
    return done.before.is_untouched and replaced.written.linked and is_worth(done.target, files, cache)


def _is_intact(done: Outcome) -> bool:
    """True if in the folder that was replaced nobody has touched a file that this publication has touched as well."""
    before, replaced = done.before, done.replaced
    if not (replaced and before.marked):
        return False
    for name in replaced.written.touched & before.trusted.keys():
        file = replaced.folder / name
        # A link made or removed changes the stamp, and nobody could tell it from somebody's edit.
        if stamp(file) != before.trusted[name] and not is_listed(file, before.marked.files.get(name, "")):
            return False
    return True


def _found(
    done: Outcome, folder: Path, names: AbstractSet[str], same: AbstractSet[str], *, derived: bool
) -> Mapping[str, Stamp]:
    """The stamps of the files ``names`` in ``folder``, of which those that are the ``same`` as before may be known.

    They are if they can be ``derived`` from the stamps before: a file that was not touched is the same one, with the
    same stamp, in the published folder and in the spare one.
    """
    if not (derived and done.before.is_untouched and (done.replaced is None or done.replaced.by_spare)):
        return settled(folder)
    touched = done.replaced.written.touched if done.replaced else _NOTHING
    known = {name: done.before.trusted[name] for name in same if name not in touched}
    return settled(folder, known, names - known.keys())
