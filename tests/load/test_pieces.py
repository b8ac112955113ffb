"""A file of claims is read claim by claim; what comes out is what reading it at once gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.load import claims
from site_builder.load.claim import claim_entry
from site_builder.load.claims import read_claims
from site_builder.load.file import FileRecords
from site_builder.load.pieces import pieces, same
from site_builder.records.entries import Entry
from site_builder.source import Source
from tests.projects import minimal
from tests.tries import examples

FILE = minimal().content["claims.yaml"].decode()
HEAD, _, CLAIM = FILE.partition("  - id: roads-are-safe\n")


def claim(id_: str, more: str = "") -> str:
    return f"  - id: {id_}\n{CLAIM}{more}"


TEXT = HEAD + "".join(map(claim, "abcd"))


def read(text: str, before: FileRecords | None = None) -> FileRecords:
    return read_claims(Source("claims.yaml", text), before)


def at_once(text: str) -> FileRecords:
    return claims._whole(Source("claims.yaml", text))


def places(records: FileRecords) -> Iterator[Any]:
    """All that is read, with its places."""
    for entry in (*records.actors, *records.claims):
        yield entry.id, entry.record, entry.draft, entry.id_span, entry.written.start
        yield entry.span("statement"), entry.span("passages", 0, "quote")
    yield records.found
    yield records.unknown


def looked_at(text: str, before: FileRecords) -> list[str]:
    """Ids of the claims that are read from ``text`` anew."""
    ids: list[str] = []

    def noted(node: Any) -> tuple[Entry[Any], list[Any]]:
        entry, faults = claim_entry(node)
        ids.append(entry.id)
        return entry, faults

    with patch.object(claims, "claim_entry", noted):
        read(text, before)
    return ids


def test_each_claim_is_a_piece_from_its_hyphen_to_the_next() -> None:
    split = pieces(f"{TEXT}# the end\nactors: {{}}\n")
    assert split is not None
    assert [split.piece(number).splitlines()[0] for number in range(split.count)] == [
        f"  - id: {id_}" for id_ in "abcd"
    ]
    assert split.piece(3).endswith("# the end\n")
    assert split.text[split.end :] == "actors: {}\n"


@pytest.mark.parametrize("text", ["", "claims: []\n", "claims: [{id: a}]\n", "actors: {}\n", "- id: a\n", "claims:\n"])
def test_a_file_without_such_a_list_has_no_pieces(text: str) -> None:
    assert pieces(text) is None


def test_pieces_at_both_ends_stay() -> None:
    before, now = pieces(TEXT), pieces(HEAD + claim("a") + claim("x") + claim("d"))
    assert before is not None
    assert now is not None
    assert same(before, now) == (1, 1)
    assert same(before, before) == (4, 0)


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        (TEXT, []),
        (f"# a comment\n{TEXT}", []),
        (f"{TEXT}# a comment\n", ["d"]),
        (TEXT.replace("id: b\n", "id: b\n    assessment: Nobody knows.\n"), ["b"]),
        (HEAD + claim("a") + claim("d"), []),
        (HEAD + claim("x") + "".join(map(claim, "abcd")), ["x"]),
        (HEAD + "".join(map(claim, "abcdx")), ["x"]),
        (HEAD + "".join(map(claim, "abdc")), ["d", "c"]),
    ],
)
def test_claims_that_stand_there_as_before_are_not_read_again(text: str, anew: list[str]) -> None:
    before = read(TEXT)
    assert looked_at(text, before) == anew
    assert [*places(read(text, before))] == [*places(read(text))]


def test_a_claim_with_a_fault_is_read_again_and_its_message_has_its_new_place() -> None:
    wrong = TEXT.replace("id: b\n", "id: b\n    sumary: Nobody knows.\n")
    before = read(wrong)
    assert before.found
    later = f"# a comment\n{wrong}"
    assert looked_at(later, before) == ["b"]
    assert [*places(read(later, before))] == [*places(at_once(later))]


HYPHEN_ALONE = claim("b").replace("- id", "-\n    id")
OVER_TWO_LINES = claim("c").replace("statement: ", 'statement: "The roads\n  - all: of them"\n    assessment: ')


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # Two claims in one piece, and one in two: as many claims as pieces.
        (claim("a") + HYPHEN_ALONE + OVER_TWO_LINES, claim("a") + HYPHEN_ALONE + claim("x")),
        (OVER_TWO_LINES + HYPHEN_ALONE, OVER_TWO_LINES.partition("  - all")[0] + claim("x")),
        (claim("a") + OVER_TWO_LINES + HYPHEN_ALONE, claim("a") + OVER_TWO_LINES.partition("  - all")[0] + claim("x")),
    ],
)
def test_nothing_is_taken_from_a_file_whose_pieces_were_not_its_claims(before: str, now: str) -> None:
    known = read(HEAD + before)
    split = pieces(HEAD + before)
    assert split is not None
    assert known.found == ()
    assert len(known.claims) == split.count
    assert [*places(read(HEAD + now, known))] == [*places(at_once(HEAD + now))]


@pytest.mark.parametrize("levels", range(28, 33))
def test_a_piece_may_be_as_deep_as_in_the_whole_file(levels: int) -> None:
    text = HEAD + claim("a", f"    assessment: {'[' * levels}{']' * levels}\n")
    assert [*places(read(text))] == [*places(at_once(text))]


@pytest.mark.parametrize("sign", ["---\n", "...\n", "%YAML 1.1\n"])
@pytest.mark.parametrize("place", ["  - id: b\n", "    date:", "  - id: a\n"])
def test_a_sign_that_ends_the_document_ends_it(sign: str, place: str) -> None:
    text = TEXT.replace(place, f"{sign}{place}", 1)
    assert read(text).found
    assert [*places(read(text))] == [*places(at_once(text))]


def test_keys_after_the_list_are_read() -> None:
    text = f"{HEAD.partition('actors:')[0]}claims:\n{claim('a')}actors:{HEAD.partition('actors:')[2]}"
    text = text.rpartition("claims:\n")[0]
    records = read(text)
    assert [entry.id for entry in records.actors] == [entry.id for entry in read(TEXT).actors]
    assert [entry.id for entry in records.claims] == ["a"]
    assert [*places(records)] == [*places(at_once(text))]
    assert read(f"{text}claims: []\n").found


SIGNS = (
    *("\n", "  ", "- ", '"', "'", "...", "---", "\n...\n", "\n---\n", "\n%A\n", "#", " # x", "|\n", ">\n", ": "),
    *("claims:", "\nclaims:\n", "\u2028", "\x85", "\r", "\r\n", "{", "}", "[", "]", "\n  - id: x\n", "\n- "),
    *(
        "\nactors:\n",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "\t",
        "id: b\n",
        "\ufeff",
        "\n\ufeff",
        "\u200b",
        "\u00a0",
        "\x00",
        "\ud7ff",
    ),
)
EDITS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12), st.sampled_from(SIGNS)), max_size=3)


def edit(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, length, sign in edits:
        text = text[:start] + sign + text[start + length :]
    return text


@examples(400)
@given(EDITS, EDITS)
def test_whatever_stands_in_a_file_it_is_read_as_if_at_once_and_as_if_for_the_first_time(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    before = edit(TEXT, first)
    known = read(before)
    assert [*places(known)] == [*places(at_once(before))]
    now = edit(before, second)
    assert [*places(read(now, known))] == [*places(at_once(now))]
