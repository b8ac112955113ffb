from __future__ import annotations

import pytest

from site_builder.passages.anchor import (
    MOST_ELISIONS,
    Ambiguous,
    Anchoring,
    BadElision,
    CutsWord,
    Found,
    NotFound,
    anchor,
)
from tests.growth import grows_linearly, lines_run
from tests.passages.documents import document

ARTICLE = document(
    "The minister said: “the roads aren’t safe — not yet…” in *the north*.\n\n"
    "The roads, he added,\nare icy [and dark], and the roads are old [...] as ever.\n\n"
    "Carolinus drives. The end. The end is near.\n"
)


def exact(result: Anchoring) -> list[str]:
    assert isinstance(result, Found), result
    return [ARTICLE.text[start:end] for start, end in result.parts]


@pytest.mark.parametrize(
    ("quote", "published"),
    [
        ("the roads aren't safe - not yet...", "the roads aren’t safe — not yet…"),
        ("“the roads aren’t safe", "“the roads aren’t safe"),
        ("\"the roads aren't safe", "“the roads aren’t safe"),
        ("in the north.", "in the north."),
        ("he   added, are\nicy", "he added,\nare icy"),
        ("in the north. The roads", "in the north.\n\nThe roads"),
        ("icy [and dark]", "icy [and dark]"),
        ("are old [...] as ever", "are old [...] as ever"),
        ("are old […] as ever", "are old [...] as ever"),
    ],
)
def test_what_is_published_is_the_articles_own(quote: str, published: str) -> None:
    assert exact(anchor(ARTICLE, quote)) == [published]


@pytest.mark.parametrize(
    "quote",
    [
        "the Roads aren't safe",
        "the roads arent safe",
        "The roads he added",
        "roads are old as ever",
        "the roads are young",
        "",
    ],
)
def test_letters_case_and_punctuation_must_agree(quote: str) -> None:
    assert isinstance(anchor(ARTICLE, quote), NotFound)


@pytest.mark.parametrize("quote", ["linus drives", "Caro", "he added, are ic", "not yet."])
def test_words_are_not_cut(quote: str) -> None:
    assert isinstance(anchor(ARTICLE, quote), CutsWord)


def test_a_look_alike_inside_a_word_does_not_count() -> None:
    made = document("Carolinus met linus.")
    result = anchor(made, "linus")
    assert isinstance(result, Found)
    assert result.parts == ((14, 19),)


def test_twice_is_ambiguous_until_the_context_tells() -> None:
    result = anchor(ARTICLE, "The end")
    assert isinstance(result, Ambiguous)
    assert len(result.places) == 2
    second = ARTICLE.text.rindex("The end")
    for context in ({"prefix": "The end."}, {"suffix": "is near"}, {"prefix": "end.", "suffix": "is"}):
        found = anchor(ARTICLE, "The end", **context)
        assert isinstance(found, Found)
        assert found.parts[0][0] == second
    assert isinstance(anchor(ARTICLE, "The end", prefix="nowhere"), Ambiguous)


def test_the_suffix_may_stand_behind_a_space_or_touch() -> None:
    made = document("old roads here, old roads there, old roads.")
    for suffix, place in (("here", 0), (" here", 0), ("there,", 1), ("there, old", 1), (".", 2)):
        found = anchor(made, "old roads", suffix=suffix)
        assert isinstance(found, Found), suffix
        assert found.context_agrees
        assert found.parts[0][0] == (0, 16, 33)[place]
    for suffix in ("ere", "here there", "er"):
        assert isinstance(anchor(made, "old roads", suffix=suffix), Ambiguous)


def test_the_prefix_may_stand_before_a_space_or_touch() -> None:
    made = document("(old roads), new old roads, the old roads")
    for prefix, place in (("(", 0), ("new", 1), ("new ", 1), ("), new", 1), ("the", 2)):
        found = anchor(made, "old roads", prefix=prefix)
        assert isinstance(found, Found), prefix
        assert found.parts[0][0] == (1, 17, 32)[place]
    assert isinstance(anchor(made, "old roads", prefix="ew the"), Ambiguous)


def test_only_the_places_that_the_context_leaves_are_told() -> None:
    made = document("my old road, my old road, the old road")
    result = anchor(made, "old road", prefix="my")
    assert isinstance(result, Ambiguous)
    assert result.places == ((3, 11), (16, 24))


def test_a_later_part_alone_chooses_no_first_part() -> None:
    made = document("The road is old. The bridge fell. The road is new.")
    result = anchor(made, "The road […] The bridge")
    assert isinstance(result, Ambiguous)
    assert result.places == ((0, 8), (34, 42))
    found = anchor(made, "The road […] The bridge", suffix="fell")
    assert isinstance(found, Found)
    assert found.parts == ((0, 8), (17, 27))
    failed = anchor(made, "The road […] The bridge", prefix="fell.")
    assert failed == BadElision("The bridge", (34, 42))


def test_a_wrong_context_does_not_move_an_elision() -> None:
    made = document("One road. Two roads. Three.")
    found = anchor(made, "One road […] Three", prefix="nowhere")
    assert found == Found(((0, 8), (21, 26)), context_agrees=False)
    assert anchor(made, "One road […] Four", prefix="nowhere") == BadElision("Four", (0, 8))


def test_context_may_touch_and_is_compared_like_the_quotation() -> None:
    made = document("say “yes” or say “no”, or “yes”, twice")
    found = anchor(made, "yes", prefix='or "')
    assert isinstance(found, Found)
    assert found.parts[0][0] == made.text.rindex("yes")
    found = anchor(made, "yes", suffix='" or')
    assert isinstance(found, Found)
    assert found.parts[0][0] == made.text.index("yes")


def test_a_unique_quotation_with_a_wrong_context_is_found_and_said() -> None:
    found = anchor(ARTICLE, "Carolinus", prefix="somebody")
    assert isinstance(found, Found)
    assert not found.context_agrees


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("The minister said […] in the north", ["The minister said", "in the north"]),
        ("The minister said[...]the roads […] not yet…", ["The minister said", "the roads", "not yet…"]),
        ("The roads, he added […] are old [...] as ever", ["The roads, he added", "are old [...] as ever"]),
        ("are icy […] as […] drives", ["are icy", "as", "drives"]),
    ],
)
def test_elisions(quote: str, parts: list[str]) -> None:
    assert exact(anchor(ARTICLE, quote)) == parts


@pytest.mark.parametrize("quote", ["[…] The minister", "The minister […]", "a […] […] b"])
def test_an_elision_stands_between_words(quote: str) -> None:
    result = anchor(ARTICLE, quote)
    assert isinstance(result, BadElision | NotFound)


def test_elided_parts_keep_their_order() -> None:
    result = anchor(ARTICLE, "Carolinus […] The minister")
    assert isinstance(result, BadElision)
    assert result.part == "The minister"


def test_the_first_part_must_be_unique() -> None:
    assert isinstance(anchor(ARTICLE, "The end […] near"), Ambiguous)
    found = anchor(ARTICLE, "The end […] near", prefix="drives.")
    assert isinstance(found, Found)
    assert found.parts[0][0] == ARTICLE.text.index("The end")


def test_overlapping_look_alikes_are_all_seen() -> None:
    assert isinstance(anchor(document("no no no"), "no no"), Ambiguous)


def test_a_note_s_sign_is_seen_between_two_letters() -> None:
    made = document("[^1]Dear, it cost 5[^1]0 euro, said he[^1] and she[^1].\n\n[^1]: note\n")
    assert isinstance(anchor(made, "it cost 50 euro"), NotFound)
    assert isinstance(anchor(made, "0 euro, said he and she."), Found)


def test_a_quotation_has_no_more_elisions_than_anybody_needs() -> None:
    words = [f"word{number}" for number in range(MOST_ELISIONS + 2)]
    made = document(" ".join(words))
    assert isinstance(anchor(made, " […] ".join(words[:-1])), Found)
    assert anchor(made, " […] ".join(words)) == BadElision("", count=MOST_ELISIONS + 1)


def test_an_elision_of_the_article_s_own_is_one_only_in_whole_words() -> None:
    made = document("foo [...] barn and a bar.\n")
    assert anchor(made, "foo [...] bar") == Found(((0, 3), (21, 24)))
    assert anchor(made, "foo [...] barn") == Found(((0, 14),))
    assert anchor(made, "foo [...] barn […] bar") == Found(((0, 14), (21, 24)))
    assert anchor(made, "foo […] barn […] a […] bar") == Found(((0, 14), (19, 20), (21, 24)))
    assert anchor(document("bad foo [...] barn.\n"), "bad […] foo [...] barn") == Found(((0, 3), (4, 18)))


def test_brackets_around_other_characters_are_no_elision() -> None:
    made = document("the roads [a..] are, [.b.] were and [..c] will be [..] old\n")
    for words in ("[a..] are", "[.b.] were", "[..c] will", "[..] old"):
        assert isinstance(anchor(made, f"the roads […] {words}"), Found)
        assert isinstance(anchor(made, f"the roads {words}"), Found if words == "[a..] are" else NotFound)


def test_a_letter_and_its_voicing_mark_are_one() -> None:
    assert isinstance(anchor(document("\uff76\uff9e is here\n"), "\uff76"), CutsWord)


@pytest.mark.parametrize("context", ["prefix", "suffix"])
@pytest.mark.parametrize("quote", ["we say it is icy", "we say […] icy", "we […] it […] icy"])
def test_quotations_of_the_same_words_told_apart_by_those_beside_them(quote: str, context: str) -> None:
    """None of them looks at all places of the words again: for twice as many, twice the work."""

    def work(n: int) -> None:
        lines = [f"One{number} we say it is icy {number}one." for number in range(n)]
        text = document("\n\n".join(lines) + "\n")
        for number, line in enumerate(lines):
            words = {"prefix": f"One{number}", "suffix": f"{number}one"}[context]
            found = anchor(text, quote, **{context: words})
            assert isinstance(found, Found)
            assert text.text[found.parts[0][0] : found.parts[-1][1]] in line

    assert grows_linearly(work, 100)


@pytest.mark.parametrize("quote", ["it is icy", "it […] icy"])
def test_of_quotations_that_nothing_tells_apart_the_places_are_found_once(quote: str) -> None:
    text = document("It is said that it is icy. " * 400 + "\n")
    first = lines_run(lambda: anchor(text, quote, prefix="nowhere"))
    assert lines_run(lambda: [anchor(text, quote, prefix=f"nowhere {number}") for number in range(50)]) < 2 * first
