"""``site-builder verify``: whether a site is what its sources make."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from site_builder.commands.printing import print_report


def run(arguments: argparse.Namespace) -> int:
    """``site-builder verify``."""
    from site_builder.build import Options
    from site_builder.build import build as make
    from site_builder.exports import provenance
    from site_builder.load.files import read_project
    from site_builder.output.ours import compare

    root: Path = arguments.project
    # Nothing that was kept counts here.
    options = Options(arguments.base_url, exports=True, images=True, jobs=os.cpu_count() or 1)
    result = make(read_project(root), options=options)
    if result.files is None:
        print_report(result.report, "text")
        return 1
    differences = compare(arguments.public, result.files)
    for difference in differences:
        print(difference)
    if differences and (arguments.public / provenance.FILE).is_file():
        said = (arguments.public / provenance.FILE).read_bytes()
        for difference in provenance.differences(said, result.files[provenance.FILE]):
            print(f"made from something else: {difference}")
    same = "is what these sources make" if not differences else "is not what these sources make"
    print(f"{arguments.public} {same}: {len(result.files)} files, {len(differences)} differ")
    return 1 if differences else 0
