"""``site-builder verify``: checks whether a site matches its sources, and who signed it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from site_builder.commands.printing import spoken
from site_builder.errors import EnvironmentProblem


def run(arguments: argparse.Namespace) -> int:
    """``site-builder verify``."""
    from site_builder.build import Options
    from site_builder.build import build as make
    from site_builder.exports import provenance
    from site_builder.load.files import read_project
    from site_builder.load.given import refuse_unreadable
    from site_builder.output.mount import compare_around, place
    from site_builder.output.ours import compare, read_marker
    from site_builder.output.signature import ENDING, MOST_SIGNERS, SIGNERS_ADVICE, signer

    if arguments.signers:
        refuse_unreadable(arguments.signers, MOST_SIGNERS, SIGNERS_ADVICE)
    root: Path = arguments.project
    public = place(arguments.public)
    marked = read_marker(public)
    if marked and marked.drafts:
        raise EnvironmentProblem(
            f"{arguments.public} shows drafts: it is not for publication", "name the folder of a build without --drafts"
        )
    # Nothing that was kept counts here.
    options = Options(arguments.base_url, exports=True, images=True, jobs=os.cpu_count() or 1)
    result = make(read_project(root), options=options)
    if result.files is None:
        spoken(result.report, "text").show()
        return 1
    said = _read(public / provenance.FILE)
    signature = _read(public / (provenance.FILE + ENDING))
    signed = {} if signature is None else {provenance.FILE + ENDING: signature}
    files = {**result.files, **signed}
    differences = [*compare_around(public, files), *compare(public, files)]
    for difference in differences:
        print(difference)
    if differences and said is not None:
        for difference in provenance.differences(said, result.files[provenance.FILE]):
            print(f"made from different sources: {difference}")
    same = "matches these sources" if not differences else "does not match these sources"
    print(f"{arguments.public} {same}: {len(result.files)} files, {len(differences)} differ")
    if not arguments.signers:
        return 1 if differences else 0
    by = None if said is None or signature is None else signer(said, signature, arguments.signers)
    if by:
        print(f"{provenance.FILE} was signed by {by}")
    else:
        why = "has no signature" if signature is None else f"has no signature by anyone in {arguments.signers}"
        print(f"{provenance.FILE} {why}")
    return 0 if by and not differences else 1


def _read(path: Path) -> bytes | None:
    from site_builder.output.regular import regular
    from site_builder.records import bounds

    try:
        return regular(path, bounds.FILE)
    except OSError:
        return None
