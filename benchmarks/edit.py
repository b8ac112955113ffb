"""The edit whose consequences are timed: a claim's statement gets another reading, and the first one back the next time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Edit:
    """Two readings of one claim's statement."""

    claim: str
    """The claim's id."""
    readings: tuple[str, str]
    """As they stand in the record and, but for characters that HTML escapes, on the page."""

    @property
    def address(self) -> str:
        """The claim's page."""
        return f"claims/{self.claim}/"


def middle(made: Corpus) -> Edit:
    """The edit of the claim in the middle of a generated corpus."""
    claim = made.claims[len(made.claims) // 2]
    return Edit(claim.id, (claim.statement, f"{claim.statement} Indeed."))


def save(edit: Edit, folder: Path) -> str:
    """Save the file of the claim with the reading that it does not have; returns that reading."""
    for path in (folder / "claims.yaml", *sorted((folder / "claims").glob("*.yaml"))):
        before, start, record = path.read_text(encoding="utf-8").partition(f"- id: {edit.claim}\n")
        if start:
            first, second = edit.readings
            old, new = (second, first) if second in record else (first, second)
            path.write_text(before + start + record.replace(old, new, 1), encoding="utf-8")
            return new
    raise LookupError(f"{edit.claim} is in no file below {folder}")
