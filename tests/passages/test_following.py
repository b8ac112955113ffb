from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages import following as module
from site_builder.passages.following import Following, Lost, Wholes
from site_builder.passages.normal import Place, normalise
from site_builder.passages.places import everywhere
from tests.growth import lines_run
from tests.tries import examples


def following(text: str, *parts: str) -> Following:
    return Following(normalise(text), parts)


def test_each_part_where_it_comes_next() -> None:
    made = following("a b a  c b c", "a", "b", "c")
    assert made.whole((0, 1)) == ((0, 1), (2, 3), (6, 7))
    assert made.whole((4, 5)) == ((4, 5), (8, 9), (10, 11))
    assert made.whole((6, 7)) == made.of_many((6, 7)) == ((6, 7), (8, 9), (10, 11))
    assert following("a b a", "a", "b").whole((4, 5)) == Lost("b", (4, 5))
    assert following("a", "a").whole((0, 1)) == ((0, 1),)


def test_wholes_are_in_the_original_text_and_followed_when_asked_for() -> None:
    made = following("a  b a b", "a", "b")
    wholes = Wholes(made, [(0, 1), (4, 5)])
    assert len(wholes) == 2
    assert list(wholes) == [((0, 1), (3, 4)), ((5, 6), (7, 8))]
    assert list(wholes.shifted(10)[1:]) == [((15, 16), (17, 18))]


def plainly(made: Following, firsts: Sequence[Place], after: str) -> list[Place]:
    """What :meth:`Following.going_on` finds, by following each first part to the end."""
    wholes = [(first, made.whole(first)) for first in firsts]
    text = made.normal.text
    return [
        first
        for first, whole in wholes
        if isinstance(whole, tuple) and text[whole[-1][1] :].removeprefix(" ").startswith(after)
    ]


@examples(1500, 300)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "a b", "ab", "a."]), max_size=30).map(" ".join),
    st.lists(st.sampled_from(["a", "b", "c", "b a", "a b"]), min_size=1, max_size=5),
    st.sampled_from(["", "a", "b", "c", ".", "a b"]),
    st.sampled_from([0, 1, 1000]),
)
def test_those_that_go_on_are_those_that_following_each_of_them_finds(
    text: str, parts: list[str], after: str, faster: int
) -> None:
    made = following(text, *parts)
    firsts = everywhere(made.normal, parts[0])
    # Beside the only part the words are looked for together with it.
    after = after if len(parts) > 1 else ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FASTER", faster)
        assert list(made.going_on(firsts, after)) == plainly(made, firsts, after)


@pytest.mark.parametrize("after", ["", "the end"])
def test_a_thousand_elisions_in_an_article_that_has_each_part_a_thousand_times(after: str) -> None:
    """Following each of a thousand first parts to the end is a million steps, and four times as many for twice both."""

    def work(n: int) -> int:
        made = following("a b " * n + "the end", *["a", "b"] * (n // 4))
        firsts = everywhere(made.normal, "a")
        made.going_on(firsts[:1])
        return lines_run(lambda: made.going_on(firsts, after))

    assert work(2000) < 3 * work(1000)


MANY: dict[str, tuple[Callable[[int], str], str]] = {
    "behind each of them": (lambda n: "a b " * n + "the end", "a"),
    "behind those of one half": (lambda n: "a b, " * (n // 2) + "a b; " * (n // 2) + "the end", ","),
    "behind one in three, where many lead to one": (
        lambda n: "".join("ab"[at * at // 7 % 2] + " ,"[at % 3 == 0] + " " for at in range(2 * n)),
        ",",
    ),
}


@pytest.mark.parametrize("kind", MANY)
def test_a_suffix_that_is_in_very_many_places(kind: str) -> None:
    """As many as the first part has: each of a thousand was followed to the end, through hundreds of parts."""
    text, after = MANY[kind]

    def work(n: int) -> int:
        made = following(text(n), *["a", "b"] * (n // 4))
        firsts = everywhere(made.normal, "a")
        made.going_on(firsts[:1])
        return lines_run(lambda: made.going_on(firsts, after))

    assert work(2000) < 3 * work(1000)
