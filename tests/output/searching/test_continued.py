"""Edits upon edits: an index that continues from another is the one that is made from nothing, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.searching import engine, indexing, vocabulary
from site_builder.output.searching import index as module
from site_builder.output.searching.document import read
from site_builder.output.searching.index import continued, index
from site_builder.output.searching.indexing import Written
from site_builder.output.searching.memory import NOTHING, IndexMemory, digest, from_bytes, to_bytes
from site_builder.output.searching.rows import stayed
from site_builder.output.searching.vocabulary import Form
from site_builder.search import SearchEntry, SearchSection
from tests.output.searching.entries import entry, plain
from tests.tries import examples

WORDS = "road roads Roads, cafe café càfe CAFÉ e-mail mail — 5 ёлка елка WebView".split()
"""With one stem for several, spellings, compound words and a word that is never found."""
ACCENTS = str.maketrans("éàё", "eaе")

word = st.sampled_from(WORDS)
text = st.lists(word, max_size=12).map(" ".join)
page = st.builds(
    SearchEntry,
    url=st.integers(0, 12).map("p/{}/".format),
    language=st.sampled_from(["en"] * 12 + ["fr", "ru"]),
    title=text.map("Title {}".format),
    sections=st.lists(
        st.builds(SearchSection, st.sampled_from(["p-1", "reason"]), text, st.integers(1, 10)), max_size=3
    ).map(tuple),
    shown=st.lists(st.tuples(st.sampled_from(["by", "lead"]), word), max_size=3).map(tuple),
)
sites = st.lists(page, max_size=12, unique_by=lambda each: each.url)
STEPS = ("change", "insert", "delete", "move", "reverse", "language", "nothing", "all")
step = st.tuples(st.sampled_from(STEPS), st.integers(0, 99), page, sites)


def edited(
    site: Sequence[SearchEntry], kind: str, at: int, new: SearchEntry, all_: list[SearchEntry]
) -> list[SearchEntry]:
    """``site`` after an edit."""
    here, there = at % (len(site) or 1), at // 10 % (len(site) or 1)
    kept = [each for each in site if each.url != new.url]
    result = list(site)
    if kind == "change" and site:
        result[here] = replace(new, url=site[here].url)
    elif kind == "insert":
        result = [*kept[:here], new, *kept[here:]]
    elif kind == "delete" and site:
        del result[here]
    elif kind == "move" and site:
        result.insert(there, result.pop(here))
    elif kind == "reverse":
        result.reverse()
    elif kind == "language":
        result = [replace(each, language=new.language) for each in site]
    elif kind == "all":
        result = all_
    return result


def forms(word: str) -> tuple[Form, ...]:
    """As the engine might tell them."""
    small = word.strip(",").lower()
    if small == "—":
        return ()
    parts = small.split("-") if "-" in small else []
    stem = small.translate(ACCENTS).replace("-", "").removesuffix("s")
    whole = Form(stem, small if small != small.translate(ACCENTS) else None, part=False)
    return (whole, *(Form(part, None, part=True) for part in parts))


def written(before: Written, site: Sequence[SearchEntry]) -> Written:
    """The index of ``site``, which is all in one language, without the engine."""
    documents = list(map(read, site))
    for words in vocabulary.questions(documents).values():
        before.ways.learn({word: forms(word) for word in before.ways.unknown(words)})
    digests = list(map(digest, site))
    same = stayed(before.digests, digests)
    there = set(same.values())
    new = {number: document for number, document in enumerate(documents) if number not in there}
    return indexing.continued(before, digests, same, new)


@examples(120)
@given(sites, st.lists(step, max_size=6))
def test_each_edit_of_a_language_gives_what_nothing_gives(
    monkeypatch: pytest.MonkeyPatch,
    site: list[SearchEntry],
    steps: list[tuple[str, int, SearchEntry, list[SearchEntry]]],
) -> None:
    monkeypatch.setattr(indexing, "CHUNK", 40)
    made = written(Written(), site)
    for kind, at, new, all_ in steps:
        site = edited(site, kind, at, new, all_)
        earlier = made.index()
        after = written(made, site)
        assert made.index() == earlier, "the index before is as it was"
        made = after
        assert made.index() == written(Written(), site).index(), kind


def test_a_word_that_goes_and_one_that_comes_leave_their_file_in_order() -> None:
    def pages(word: str) -> list[SearchEntry]:
        return [plain("alpha", "omega", url="1/"), plain("zeta", word, url="2/")]

    made = written(written(Written(), pages("beta")), pages("pi"))
    assert made.index() == written(Written(), pages("pi")).index()


@examples(8, 3, derandomize=True)
@given(sites, st.lists(step, min_size=2, max_size=4))
def test_each_edit_of_a_site_gives_what_nothing_gives(
    site: list[SearchEntry], steps: list[tuple[str, int, SearchEntry, list[SearchEntry]]]
) -> None:
    made = continued(NOTHING, site)
    for number, (kind, at, new, all_) in enumerate(steps):
        site = edited(site, kind, at, new, all_)
        made = continued(from_bytes(b"".join(to_bytes(made))) if number % 2 else made, site)
        from_nothing = index(site)
        assert list(made.files.items()) == list(from_nothing.files.items()), kind
        assert made.by_engine is from_nothing.by_engine is None


def site(count: int = 90) -> list[SearchEntry]:
    return [entry(number) for number in range(count)]


def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[list[tuple[str, str]]]]:
    """What the engine is asked from now on."""
    found: list[list[list[tuple[str, str]]]] = []

    def bundles(indexes: list[list[tuple[str, str]]], *, patience: float) -> list[dict[str, bytes]]:
        found.append(indexes)
        return engine.bundles(indexes, patience=patience)

    monkeypatch.setattr(module, "bundles", bundles)
    return found


def test_only_new_words_are_asked_for_and_the_new_page_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    before = continued(NOTHING, site())
    changed = site()
    changed[70] = entry(70, "A claim about zeppelins")
    questions = asked(monkeypatch)
    made = continued(before, changed)
    ((words, tried),) = questions
    assert [html for _, html in words] == [
        '<!doctype html><html lang="en"><body data-pagefind-body><p>zeppelins end</p></body></html>'
    ]
    assert 24 <= len(tried) <= 25
    assert "/claims/c70/" in dict(tried)
    assert made.files == index(changed).files


def test_the_same_entries_need_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = continued(NOTHING, site())
    questions = asked(monkeypatch)
    assert continued(before, site()) is before
    assert questions == []


def test_an_engine_that_differs_is_found_out_by_the_next_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    before = continued(NOTHING, site())
    changed = [*site(), entry(900)]

    def bundles(indexes: list[list[tuple[str, str]]], *, patience: float) -> list[dict[str, bytes]]:
        made = engine.bundles(indexes, patience=patience)
        if len(made) == 2:
            made[1].pop(next(name for name in made[1] if name.endswith(".pf_filter")))
            made[1] |= engine.bundles([indexes[1][:-1]], patience=patience)[0]
        return made

    expected = index(changed).files
    monkeypatch.setattr(module, "bundles", bundles)
    made = continued(before, changed)
    assert made.by_engine is not None
    assert (made.parts, made.files) == ({}, expected)


def test_what_the_engine_has_made_is_kept_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [replace(each, language="zh") for each in site(3)]
    made = continued(NOTHING, pages)
    assert made.by_engine
    questions = asked(monkeypatch)
    assert continued(made, pages) is made
    assert questions == []
    assert continued(made, pages[:2]).files == index(pages[:2]).files


def test_words_that_are_gone_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "SPARE", 5)
    made = continued(NOTHING, site(12))
    most = lengths(made)
    for number in range(12):
        pages = [*site(11), entry(500 + number, f"Word{number} in{number} vain{number} and{number} more{number}")]
        made = continued(made, pages)
        assert lengths(made) < 3 * most
        assert made.files == index(pages).files


def lengths(memory: IndexMemory) -> int:
    (part,) = memory.parts.values()
    return len(part.ways) + len(part.pieces.spelled)
