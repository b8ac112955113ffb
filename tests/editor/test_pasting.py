"""What `quote` prints is pasted as it is printed, wherever a passage can stand."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.editor.pasting import depth, place
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import read_project
from tests.projects import MINIMAL, changed, checked, codes, minimal, records, written

WORDS = "The roads, he added, are icy"
LISTED = minimal().content["claims.yaml"].decode()
CLAIM = textwrap.dedent(LISTED.partition("claims:\n")[2].replace("  - id", "    id"))
ACTORS = LISTED.partition("claims:\n")[0]
PASSAGE = "      - article: daily-2020-05-03\n        quote: the roads are safer than ever\n        speech: direct\n"
SHALLOW = textwrap.indent(textwrap.dedent(PASSAGE), "    ")
LAYOUTS = {
    "as init writes it": {"claims.yaml": LISTED},
    "hyphens below the key": {"claims.yaml": LISTED.replace(PASSAGE, SHALLOW)},
    "hyphens at the margin": {"claims.yaml": ACTORS + "claims:\n- id: roads-are-safe\n" + textwrap.indent(
        CLAIM.partition("\n")[2], "  ")},
    "wide": {"claims.yaml": LISTED.replace(PASSAGE, textwrap.indent(textwrap.dedent(PASSAGE), " " * 12))},
    "hyphens far from the key": {"claims.yaml": LISTED.replace("      - article", "      -   article").replace(
        "        quote", "          quote").replace("        speech", "          speech")},
    "one a file": {"claims.yaml": ACTORS, "claims/roads-are-safe.yaml": CLAIM},
    "last of the file": {"claims.yaml": LISTED.replace("    published: 2020-06-01\n", "").replace(
        "    passages", "    published: 2020-06-01\n    passages")},
    "comments behind it": {"claims.yaml": LISTED.replace("    published", "        # a note\n\n    published")},
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("named", [True, False])
def test_it_fits(layout: str, named: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {name: text.encode() for name, text in LAYOUTS[layout].items()}
    assert codes(checked(changed(minimal(), dict(files)))) == []
    written({**read_project(MINIMAL).content, **files}, tmp_path)
    claim = ["--claim", "roads-are-safe"] if named else []
    assert main(["quote", WORDS, *claim, "--project", str(tmp_path)]) == 0
    printed = capsys.readouterr().out.rstrip("\n").split("\n")
    name, line = place(records(read_project(tmp_path)), "roads-are-safe").split(":")
    assert printed[0].endswith(f"; paste it below {name}:{line}") == named
    lines = (tmp_path / name).read_text().splitlines()
    lines[int(line) : int(line)] = printed
    (tmp_path / name).write_text("\n".join(lines) + "\n")
    project = read_project(tmp_path)
    assert codes(checked(project)) == []
    (claim_record,) = (entry.record for entry in records(project).claims)
    assert claim_record is not None
    assert [passage.quote for passage in claim_record.passages] == ["the roads are safer than ever", WORDS]


def test_a_claim_without_a_list_of_lines_is_pasted_into_as_the_others_are() -> None:
    flow = "    passages: [{article: daily-2020-05-03, quote: the roads are safer than ever, speech: direct}]\n"
    claims = LISTED.replace(f"    passages:\n{PASSAGE}", flow)
    found = records(changed(minimal(), {"claims.yaml": claims.encode()}))
    assert (depth(found, "roads-are-safe"), place(found, "roads-are-safe")) == (6, "")
    assert depth(records(changed(minimal(), {"claims.yaml": b"claims:\n"}))) == 6
    alone = changed(minimal(), {"claims.yaml": b"actors:\n", "claims/x.yaml": b"status: draft\n"})
    assert depth(records(alone)) == 2


def test_a_claim_that_is_not_there_is_said_to_be_none() -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        depth(records(minimal()), "roads-are-save")
    assert problem.value.message == 'there is no claim "roads-are-save"'
    assert problem.value.remedy == 'did you mean "roads-are-safe"?'
