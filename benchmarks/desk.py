"""How long an editor waits: for a check, and for a save to be seen and found in the preview.

    python -m benchmarks.desk [N …]

The shipped site comes first, then sites of N generated claims. Everything is asked of the command as an editor calls it, Python's
start and the watcher's pause included; the check is the median of five.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import records
from benchmarks.command import command
from benchmarks.corpus import corpus
from benchmarks.edit import Edit, middle
from benchmarks.measure import run
from benchmarks.serving import waits

ROOT = Path(__file__).resolve().parent.parent
CHECKS = 5
_STATEMENT = (
    "Russia has sharply changed its stance and tries to bring the president of Belarus to heel "
    "before well-known political events."
)
SHIPPED = Edit("lukashenko-bring-to-heel", (_STATEMENT, _STATEMENT.replace("tries", "wants")))


def tell(name: str, edit: Edit, folder: Path) -> None:
    """Print a line for the project in ``folder``."""
    check = median(run(command("check", "."), folder).seconds for _ in range(CHECKS))
    served, searched = waits(edit, folder)
    print(f"{name}: check {check:.2f} s, save seen {served:.2f} s, found {searched:.2f} s", flush=True)


def main(arguments: list[str]) -> None:
    """Print a line for each site."""
    with tempfile.TemporaryDirectory() as folder:
        shipped = Path(folder, "shipped")
        shutil.copytree(ROOT / "content", shipped / "content")
        shutil.copyfile(ROOT / "claims.yaml", shipped / "claims.yaml")
        tell("shipped site", SHIPPED, shipped)
        for claims in map(int, arguments or ["10000"]):
            root = Path(folder, str(claims))
            made = corpus(claims)
            records.write(made, root)
            tell(f"{claims:,} claims", middle(made), root)


if __name__ == "__main__":
    main(sys.argv[1:])
