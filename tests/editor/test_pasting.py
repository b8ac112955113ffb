"""What `quote` prints is pasted as it is printed, wherever a passage can stand."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
import yaml

from site_builder.cli import main
from site_builder.editor.pasting import depth, spot
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
    where = spot(records(read_project(tmp_path)), "roads-are-safe").where
    name, line = where.removeprefix("below ").split(":")
    assert printed[0].endswith(f"; paste it {where}") == named
    lines = (tmp_path / name).read_text().splitlines()
    lines[int(line) : int(line)] = printed
    (tmp_path / name).write_text("\n".join(lines) + "\n")
    project = read_project(tmp_path)
    assert codes(checked(project)) == []
    (claim_record,) = (entry.record for entry in records(project).claims)
    assert claim_record is not None
    assert [passage.quote for passage in claim_record.passages] == ["the roads are safer than ever", WORDS]


OLD = {"article": "daily-2020-05-03", "quote": "the roads are safer than ever", "speech": "direct"}
NEW = {"article": "daily-2020-05-03", "quote": WORDS}
DRAFT = "  - id: a\n    status: draft\n    actor: ann{}\n# the end\n"
BARE = "status: draft\nactor: ann{}\n"
FLOW = "passages: [{article: daily-2020-05-03, quote: the roads are safer than ever, speech: direct}]"
WIDE = """passages: [
      {article: daily-2020-05-03, quote: "the roads are
         safer than ever", speech: direct},
    ]"""
UNLISTED = {
    "no passages": (DRAFT.format(""), []),
    "no passages, and a list in brackets last": (DRAFT.format("\n    topics: [\n      roads,\n    ]"), []),
    "no passages, and a folded text last": (DRAFT.format("\n    summary: >\n      some\n\n      words\n"), []),
    "no passages, and a list last": (DRAFT.format("\n    about:\n    - ann"), []),
    "hyphens far from the keys": ("  -   id: a\n      status: draft\n", []),
    "the key alone": (DRAFT.format("\n    passages: # none yet\n    summary: x"), []),
    "an empty list": (DRAFT.format("\n    passages: []\n    summary: x"), []),
    "nothing": (DRAFT.format("\n    passages: ~"), []),
    "on one line": (DRAFT.format(f"\n    {FLOW}\n    summary: x"), [OLD]),
    "in brackets": (DRAFT.format(f"\n    {WIDE}\n    summary: x"), [OLD]),
    "items in braces": (DRAFT.format(f"\n    passages:\n    - {FLOW[11:-1]}"), [OLD]),
    "one a file": (BARE.format(""), []),
    "one a file, with an id": (f"id: a\n{BARE.format('')}", []),
    "one a file, and an empty list": (BARE.format("\npassages: []"), []),
    "one a file, on one line": (BARE.format(f"\n{FLOW}"), [OLD]),
}


@pytest.mark.parametrize("layout", UNLISTED)
def test_a_claim_whose_passages_have_no_lines_yet_gets_them(
    layout: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, before = UNLISTED[layout]
    alone = layout.startswith("one a file")
    name = "claims/a.yaml" if alone else "claims.yaml"
    files = {"claims.yaml": ACTORS} | {name: text if alone else f"{ACTORS}claims:\n{text}"}
    written({**read_project(MINIMAL).content, **{path: data.encode() for path, data in files.items()}}, tmp_path)
    assert main(["quote", WORDS, "--claim", "a", "--project", str(tmp_path)]) == 0
    said, *printed = capsys.readouterr().out.rstrip("\n").split("\n")
    place = re.search(rf"; paste it (below|in place of) (?:the lines (\d+) to (\d+) of )?{name}(?::(\d+))?", said)
    assert place, said
    first, last = (int(place[4] or number) for number in (place[2], place[3]))
    lines = (tmp_path / name).read_text().splitlines()
    lines[last if place[1] == "below" else first - 1 : last] = printed
    (tmp_path / name).write_text("\n".join(lines) + "\n")
    read = yaml.safe_load("\n".join(lines))
    assert (read if alone else read["claims"][0])["passages"] == [*before, NEW]
    assert not {"yaml-syntax", "indentation"} & {*codes(checked(read_project(tmp_path)))}
    kept = [line for line in text.splitlines() if "passages" not in line and "in brackets" not in layout]
    assert [line for line in lines if line in kept] == kept


def test_a_claim_in_braces_has_no_line_to_paste_below() -> None:
    for claim, said in (
        ("{id: roads-are-safe, status: draft}", "in braces"),
        ("{id: roads-are-safe,\n     status: draft}", "in braces"),
        ("id: roads-are-safe\n    passages: none", "not a list"),
        ("id: roads-are-safe\n    passages:\n      article: daily-2020-05-03", "not a list"),
    ):
        found = records(changed(minimal(), {"claims.yaml": f"claims:\n  - {claim}\n".encode()}))
        with pytest.raises(EnvironmentProblem, match=said) as problem:
            spot(found, "roads-are-safe")
        assert problem.value.remedy


def test_without_a_claim_passages_are_indented_as_most_are() -> None:
    assert depth(records(changed(minimal(), {"claims.yaml": b"claims:\n"}))) == 6
    alone = changed(minimal(), {"claims.yaml": b"actors:\n", "claims/x.yaml": b"status: draft\n"})
    assert depth(records(alone)) == 2


def test_a_claim_that_is_not_there_is_said_to_be_none() -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        spot(records(minimal()), "roads-are-save")
    assert problem.value.message == 'there is no claim "roads-are-save"'
    assert problem.value.remedy == 'did you mean "roads-are-safe"?'
