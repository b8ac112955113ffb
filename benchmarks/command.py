"""How the benchmarks call this project's command: as an editor does, without share images, which no other generator draws."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from site_builder.records.models import SiteRecord

OUTPUT = "public"
"""Where each generator writes its site, below the folder of its input."""

# Where no key of content/site.yaml turns share images off, they are left out as on a machine without Pillow.
_WITHOUT_IMAGES = "import sys; sys.modules['PIL'] = None; from site_builder.cli import main; sys.exit(main())"


def command(*arguments: str) -> tuple[str, ...]:
    """The command line of ``site-builder`` with ``arguments``."""
    if "images" in SiteRecord.model_fields:
        return (sys.executable, "-m", "site_builder", *arguments)
    return (sys.executable, "-c", _WITHOUT_IMAGES, *arguments)


def forget(folder: Path) -> None:
    """Remove the site that was made of the input in ``folder``, and what this project keeps for the next build."""
    for name in (OUTPUT, ".site-builder"):
        shutil.rmtree(folder / name, ignore_errors=True)
