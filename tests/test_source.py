from __future__ import annotations

import pickle

from site_builder.source import Source, Span


def test_positions_count_from_one_in_characters() -> None:
    source = Source("x", "añb\n😀c\r\n\nend")
    assert source.position(0) == (1, 1)
    assert source.position(2) == (1, 3)
    assert source.position(5) == (2, 2)
    assert source.position(len(source.text)) == (4, 4)


def test_lines_lose_their_ends() -> None:
    source = Source("x", "one\r\ntwo\n\nlast")
    assert [source.line_text(line) for line in (1, 2, 3, 4)] == ["one", "two", "", "last"]
    assert source.line_start(99) == len(source.text)


def test_a_span_is_its_text() -> None:
    assert Span(Source("x", "some words"), 5, 10).text == "words"


def test_copies_from_other_processes_are_one_and_carry_no_more_than_the_text() -> None:
    source = Source("x.yaml", "a\n" * 10_000)
    source.position(5)
    sent = [pickle.dumps(Span(source, number, number + 1)) for number in range(3)]
    first, *others = (pickle.loads(data) for data in sent)  # noqa: S301 – made here
    assert first.source == source
    assert all(other.source is first.source for other in others)
    assert len(sent[0]) < len(source.text) + 300
