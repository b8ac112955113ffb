from __future__ import annotations

import pytest

from site_builder.passages.marks import ALL, CLOSING, MARK, OPENING, marks_of


def roles(text: str, language: str = "") -> str:
    """What each mark of ``text`` is: able to open (o), to close (c), both (b), neither (-), inside a word (w).

    A question mark stands behind one that can close, but may as well be a possessive's apostrophe or inches.
    """
    marks = marks_of(text, language)
    told = []
    for at in (found.start() for found in MARK.finditer(text)):
        if marks.is_inside_word(at):
            told.append("w")
            continue
        role = {(True, False): "o", (False, True): "c", (True, True): "b", (False, False): "-"}
        is_open_question = marks.can_close(at) and marks.may_be_none(at)
        told.append(role[marks.can_open(at), marks.can_close(at)] + "?" * is_open_question)
    return " ".join(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('He said "yes" and left', "o c"),
        ('He said:"yes",she', "o c"),
        ('("yes")', "o c"),
        ('["yes"]', "o c"),
        ('—"yes"—', "o c"),
        ('a="b"', "o c"),
        ("¿‘yes", "o"),
        ("‹yes›", "o c"),
        ("›yes‹", "o c"),
        ("»yes«", "o c"),
        ("»yes»", "o c"),
        ("„yes“", "o c"),
        ("„yes”", "o c"),
        ("‟yes”", "o c"),
        ("‚no‘", "o c"),
        ("‛no’", "o c"),
        ("”no”", "o c"),
        ("「a」『b』", "o c o c"),
        ("﹁a﹂﹃b﹄", "o c o c"),
        ("〝a〞〝b〟", "o c o c"),
        ("❝a❞❛b❜", "o c o c"),
        ("＂a＂", "o c"),
        ("״a״", "o c"),
        ("“‘a’”", "o o c c"),
        ("'“a”'", "o o c c"),
        ("« a »", "o c"),
        ("» a «", "c o"),
        ('"', "-"),
        ("“", "o"),
        ("”", "c"),
    ],
)
def test_pairs_of_every_kind(text: str, told: str) -> None:
    assert roles(text) == told


@pytest.mark.parametrize("mark", ['"', "'", "＂"])
@pytest.mark.parametrize("before", list(" \n(['\":=/¿¡«»‹›„‚“”‘’״＂：，。；！？、—–-"))
def test_a_straight_mark_opens_behind_a_space_and_what_opens(mark: str, before: str) -> None:
    text = f"x{before}{mark}yes"
    assert marks_of(text, "").can_open(len(text) - 4)


@pytest.mark.parametrize("mark", list("\"'＂‘›"))
@pytest.mark.parametrize("after", [*" \n,;:!?)]}", ""])
def test_a_mark_opens_nothing_before_a_space_and_what_closes(mark: str, after: str) -> None:
    assert not marks_of(f"x {mark}{after}", "").can_open(2)


@pytest.mark.parametrize("after", [*" \n.,;:!?)", ""])
def test_a_mark_of_german_opens_nothing_before_what_closes(after: str) -> None:
    assert not marks_of(f"„x“{after}", "").can_open(2)
    assert marks_of(f"x “{after}", "").can_open(2)
    assert marks_of(f"x'“{after}", "").can_open(2)
    assert marks_of(f"x’“{after}", "").can_open(2)
    assert marks_of(f"(“{after}", "").can_open(1)
    assert marks_of(f"–“{after}", "").can_open(1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('x,"y', "c"),  # behind a comma the space is missing; the mark is the one that closes
        ('x."y', "c"),
        ("x,'y", "-"),
        ("x”y", "c"),
        ("x»y", "c"),
        ("x“y", "b"),
        ("x ”y", "o"),
        ("x ” y", "c"),
        ("x » y", "c"),
        ('x " y', "-"),
        ('x ( " y', "-"),
        ('x (" y', "-"),
        ("그는 '말'은", "o b"),
        ('و"كلمة"', "b c"),
        ('大"好"了', "b b"),
        ("大'好'了", "b b"),
        ('ב"הארץ" נאמר', "o c"),
        ('ת"הארץ" נאמר', "o c"),
        ('א"הארץ" נאמר', "o c"),
        ('צה"ל', "w"),
        ("צה״ל", "w"),
    ],
)
def test_what_stands_beside_a_mark_decides(text: str, told: str) -> None:
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("didn't isn’t rock'n'roll", "w w w w"),
        ("'tis 'twas 'em 'cause 'til 'n' 's 't", "- - - - - - c - -"),
        ("‘tis ’tis ‛tis", "- - -"),
        ("in the '90s and '64, '5s", "- - o"),
        ("the '20.5' mark, the '20,5' mark", "o c? o c?"),
        ("'tis-it'", "o c"),
        ("'emu'", "o c"),
        ("5'6\" tall", "w -"),
        ("5′6″ tall, 6'2½\" tall", "w -"),
        ("5' 6\" tall", "- -"),
        ("is 5' 6\" tall", "- -"),
        ("5’ 6” tall", "- c"),
        ("„er ist 6'2“", "o w c"),
        ("a' 6\" tall", "c c?"),
    ],
)
def test_marks_of_left_out_letters_and_feet_are_none(text: str, told: str) -> None:
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the boys' club", "c?"),
        ("the boys’ club", "c?"),
        ("the boys‘ club", "c?"),
        ("the boys'", "c?"),
        ("Marx' book", "c?"),
        ("Sanz’ book", "c?"),
        ("BERLIN' x", "c?"),
        ("the dog' x", "c"),
        ("the boys', x", "c"),
        ("the boys' and girls", "c"),
        ("the boys' said", "c"),
        ("the boys' saidx", "c?"),
        ("the boys' over here", "c"),
        ("the boys' overt work", "c?"),
        ('the boys" club', "c"),
        ("the boys› club", "c"),
        ('a 5" pipe', "c?"),
        ("a 5' pipe", "c?"),
        ('a 5" and x', "c"),
        ("a 5» x", "c"),
        ("a 5” x", "c"),
    ],
)
def test_a_possessive_and_inches_are_open_questions(text: str, told: str) -> None:
    assert roles(text) == told


@pytest.mark.parametrize(
    "word",
    (
        "a an the and or but nor so yet if as at by for from in into of off on onto over to under up "
        "with within without about after against among before behind between during since than that "
        "through until when where which while who whose why because he she it they we you i his her its "
        "their our your my is are was were be been am has have had do does did will would can could may "
        "might must shall should not said says told added wrote asked replied also then there this these "
        "those here yesterday today tomorrow again too"
    ).split(),
)
def test_a_possessive_has_no_such_word_behind_it(word: str) -> None:
    assert roles(f"the boys' {word} x") == "c"
    assert roles(f"the boys' {word.upper()}, x") == "c"
    assert roles(f"the boys' {word}zz x") == "c?"


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Han sade ’ja’", "", "- c"),
        ("Han sade ’ja’", "sv", "o c"),
        ("Han sade ’ja’", "sv-SE", "o c"),
        ("Hän sanoi ’ei’", "FI", "o c"),
        ("Han sade ’ja’, ”nej”", "", "o c o c"),
        ("(”Nej”) ’ja’", "", "b c o c"),
        ("—”Nej” ’ja’", "", "b c o c"),
        ("x”Nej” ’ja’", "", "c c - c"),
        ("”nej “a” ’ja’", "sv", "o o c - c"),
        ("„nej” ’ja’", "sv", "o c - c"),
        ("He said ’no’ there", "en", "- c"),
    ],
)
def test_the_right_mark_opens_where_the_language_or_the_text_has_it_so(text: str, language: str, told: str) -> None:
    assert roles(text, language) == told


def test_every_mark_that_opens_has_one_that_closes_and_the_other_way_about() -> None:
    for opening, closing in CLOSING.items():
        assert closing
        assert all(opening in OPENING[mark] for mark in closing)
    assert set(OPENING) == set(ALL)
    assert {mark for mark, opening in OPENING.items() if not opening} <= set(CLOSING)


@pytest.mark.parametrize(
    "pair",
    "“” ‟” „“ „” ”” «» »« »» \"\" ＂＂ ״״ ❝❞ ‘’ ‛’ ‚‘ ‚’ ’’ '' ‹› ›‹ ›› ❛❜ 「」 『』 ﹁﹂ ﹃﹄ 〝〞 〝〟".split(),
)
def test_the_pairs_of_print(pair: str) -> None:
    opening, closing = pair[0], pair[1]
    assert closing in CLOSING[opening]
    assert opening in OPENING[closing]
