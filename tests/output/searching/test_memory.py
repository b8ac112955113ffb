from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.output.searching import memory as module
from site_builder.output.searching.index import continued
from site_builder.output.searching.memory import NOTHING, digest, from_bytes, to_bytes
from tests.output.searching.entries import entry, plain

PAGES = [
    *(entry(number) for number in range(30)),
    plain("E-mail café — WebView", "naïve \u2028 words", url="odd/"),
    plain("Дороги", "ёлка", language="ru", url="ru/"),
]


def test_what_is_written_is_read() -> None:
    made = continued(NOTHING, PAGES)
    read = from_bytes(b"".join(to_bytes(made)))
    assert (read.digests, read.files, read.by_engine) == (made.digests, made.files, made.by_engine)
    assert list(read.parts) == list(made.parts) == ["en", "ru"]
    for language, part in made.parts.items():
        again = read.parts[language]
        assert again.index() == part.index()
        assert (again.rows, again.values, again.begun) == (part.rows, part.values, part.begun)
        assert again.sizes == {row: part.sizes[row] for row in part.rows}
        assert (again.ways.plain, again.ways.compound) == (part.ways.plain, part.ways.compound)
        assert again.ways.keys == part.ways.keys
        assert (again.pieces.spelled, again.pieces.numbers) == (part.pieces.spelled, part.pieces.numbers)


def test_a_bundle_of_the_engine_is_read_with_its_reason() -> None:
    made = continued(NOTHING, [replace(page, language="zh") for page in PAGES[:2]])
    read = from_bytes(b"".join(to_bytes(made)))
    assert (read.by_engine, read.files, read.parts) == (made.by_engine, made.files, {})
    assert read.by_engine


def test_another_program_s_memory_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(to_bytes(continued(NOTHING, PAGES[:2])))
    monkeypatch.setattr(module, "engine_version", lambda: "1.5.3")
    assert from_bytes(data) is NOTHING


def test_data_that_are_cut_are_refused() -> None:
    data = b"".join(to_bytes(continued(NOTHING, PAGES[:2])))
    for length in (33, 41, 200, len(data) // 2, len(data) - 1):
        with pytest.raises(ValueError, match=r".+"):
            from_bytes(data[:length])


def test_the_digest_changes_with_what_is_indexed() -> None:
    first = entry(0)
    assert digest(first) == digest(entry(0))
    changes = [
        replace(first, url="claims/x/"),
        replace(first, language="en"),
        replace(first, title="Another"),
        replace(first, sections=first.sections[:1]),
        replace(first, shown=first.shown[1:]),
        replace(first, facets=()),
        replace(first, date=""),
        replace(first, shown=(), facets=first.shown),
        replace(first, shown=first.facets, facets=()),
    ]
    assert len({digest(each) for each in [first, *changes]}) == len(changes) + 1
