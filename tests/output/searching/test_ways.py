from __future__ import annotations

from site_builder.output.searching.vocabulary import Form
from site_builder.output.searching.ways import Ways

KNOWN = {
    "roads": (Form("road", None, part=False),),
    "café": (Form("cafe", "café", part=False),),
    "e-mail": (Form("email", None, part=False), Form("e", None, part=True), Form("mail", None, part=True)),
    "—": (),
}


def test_words_share_the_rows_of_their_stems() -> None:
    ways = Ways()
    ways.learn(KNOWN)
    ways.learn({"road": (Form("road", None, part=False),), "cafe": (Form("cafe", None, part=False),)})
    assert ways.of("road") == ways.of("roads") == ((0, 1),)
    assert ways.keys[:3] == [("road", None), ("cafe", "café"), ("email", None)]
    assert ways.of("cafe") != ways.of("café")
    assert len(ways) == 6


def test_parts_share_a_weight_and_some_words_have_no_row() -> None:
    ways = Ways()
    ways.learn(KNOWN)
    assert [share for _, share in ways.of("e-mail")] == [1, 2, 2]
    assert ways.of("—") == ()
    assert ways.rows(["e-mail", "—", "roads", "roads"]) == {0, 2, 3, 4}


def test_what_is_known_is_not_asked_again() -> None:
    ways = Ways()
    ways.learn(KNOWN)
    assert ways.unknown(["a", "roads", "—", "b"]) == ["a", "b"]
