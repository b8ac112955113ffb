"""``site-builder quote``: finds words in the articles and prints the YAML to cite them."""

from __future__ import annotations

import argparse
import sys

from site_builder.errors import EnvironmentProblem


def run(arguments: argparse.Namespace) -> int:
    """``site-builder quote``."""
    from site_builder.editor.find import MOST_EXACT, find
    from site_builder.editor.pasting import Spot, depth, spot
    from site_builder.link.texts import Texts
    from site_builder.workspace import Workspace

    words = " ".join(arguments.text)
    if not any(map(str.isalnum, words)):
        raise EnvironmentProblem(
            "there are no words to look for", 'write them in quotes: site-builder quote "the words"'
        )
    records = Workspace.open(arguments.project).records
    place = spot(records, arguments.claim) if arguments.claim else Spot("", depth(records))
    matches = find(Texts(records), words)
    for match in matches:
        note = "" if match.exact else "  # not the same words: the nearest passage"
        where = f"; paste it {place.where}" if place.where else ""
        print(f"# {match.file}:{match.line}{where}{note}", *place.before, match.yaml(place.spaces), "", sep="\n")
    if len(matches) == MOST_EXACT:
        print(f"only the first {MOST_EXACT} places are shown: search for more words", file=sys.stderr)
    if not matches:
        print("no article has these words, or words like them", file=sys.stderr)
    return 0 if matches and matches[0].exact else 1
