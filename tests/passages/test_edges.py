"""Where a quotation may begin and end."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.anchor import CutsWord, Found, anchor
from site_builder.passages.edges import is_edge
from tests.passages.documents import document
from tests.tries import examples


def stands_free(text: str, words: str) -> bool:
    start = text.index(words)
    return is_edge(text, start) and is_edge(text, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("called it ‘unacceptable’ on", "unacceptable"),
        ("'All roads are bad'", "All roads are bad"),
        ("‘It’s the ministers’ fault’", "It’s the ministers’ fault"),
        ("l'« État »", "État"),
        ("d’“accord”", "accord"),
        ("l’‘État’", "État"),
        ("een ‘’s avonds’ dus", "’s avonds"),
        ("’Vägen är öde’", "Vägen är öde"),
        ("он сказал:«Осень»", "Осень"),
        ("„Ende“, sagt er", "Ende"),
        ("»aldrig«", "aldrig"),
        ("그는 ‘안전하다’고 말했다", "안전하다"),
        ('그는 "안전하다"고 말했다', "안전하다"),
        ("他说‘安全’。", "安全"),
        ('ב"הארץ" נאמר', "הארץ"),
        ('ב"הארץ הזה" נאמר', "הארץ הזה"),
        ("d’한국", "한국"),
        ("قال 'نعم' لهم", "نعم"),
        ("“word”s", "word"),
        ('the suffix "-led" is', "led"),
        ("rock ’n’ roll", "rock ’n’ roll"),
        ("the ministers’ fault", "ministers’ fault"),
        ("he said ʼyes, rightʼ now", "yes, right"),
    ],
)
def test_a_quotation_mark_is_an_edge(text: str, words: str) -> None:
    assert stands_free(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("from Minsk–Moscow", "Moscow"),
        ("he said—and left", "and"),
        ("he said--and left", "and"),
        ("he said - and left", "and"),
        ("—Да, сказал он", "Да"),
        ("-Да, сказал он", "Да"),
        ("and/or", "or"),
        ("MADRID.-El ministro", "El"),
        ("«Да»-сказал", "сказал"),
        ("It rained.The next day", "The next day"),
        ("he said:We go", "We go"),
        ("①The roads", "The roads"),
        ("(5) roads", "5"),
        ("it was “5”.", "5"),
        ("3, 5 and 7.", "5"),
        ("US$5 million", "US$5 million"),
        ("at −5 degrees", "−5 degrees"),
        ("it was 5 %.", "5 %"),
        ("he left.5 stayed", "5 stayed"),
        ("he “left”.5 stayed", "5 stayed"),
        ("(he left).5 stayed", "5 stayed"),
        ("he left....5 stayed", "5 stayed"),
        ("in 2020:we go", "we go"),
        ("he said：We go", "We go"),
        ("he said．We go", "We go"),
        ("(A)+B", "(A)"),
        ("道路+橋", "道路"),
        ("a東京b", "東京"),
        ("❶The ㈠roads 🄀are", "The"),
        ("❶The ㈠roads 🄀are", "roads"),
        ("❶The ㈠roads 🄀are", "are"),
        ("in 2.20 500 people", "500 people"),
        ("in 2,20 500 people", "500 people"),
        ("in 2020 500 people", "500 people"),
        ("10\n000", "000"),
        ("10\n\n000", "10"),
        ("5 and\u00a0€", "and"),
        ("rated A+ now", "A+"),
        ("🇫🇷🇩🇪", "🇩🇪"),
        ("🇦🇷🇦🇷🇦🇷", "🇦🇷🇦🇷"),
    ],
)
def test_dashes_white_space_and_stops_are_edges(text: str, words: str) -> None:
    assert stands_free(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("non-violent", "violent"),
        ("non-violent", "non"),
        ("anti-vaccine campaign", "vaccine campaign"),
        ("anti‑vaccine", "vaccine"),
        ("anti‐vaccine", "vaccine"),
        ("בלתי־חוקי", "חוקי"),
        ("the U.S.-led force", "led force"),
        ("the U.S.-led force", "the U.S."),
        ("“non”-violent", "violent"),
        ("COVID-19", "19"),
        ("COVID–19", "19"),
        ("a 5-year plan", "year plan"),
        ("AT&T now", "T now"),
        ("r&B", "B"),
        ("me@daily.example", "me"),
        ("f***ing", "ing"),
        ("f***ing", "f"),
        ("f***ing", "f*"),
        ("f**k it", "f"),
        ("f**k it", "k it"),
        ("CO₂", "CO"),
        ("10 m²", "10 m"),
        ("safe¹ roads", "safe"),
        ("rated A+ now", "A"),
        ("rated A＋ now", "A"),
        ("l'État", "État"),
        ("l’État", "État"),
        ("м’я", "я"),
        ("п’ять", "ять"),
        ("o’clock", "clock"),
        ("Hawaiʻi", "i"),
        ("Hawai‘i", "i"),
        ("Kauaʻ’s roads", "Kauaʻ"),
        ("isn´t", "isn"),
        ("Putin's", "Putin"),
        ("Ankara’ya", "Ankara"),
        ("м\u0301’я", "я"),
        ("the 1990's", "1990"),
        ('צה"ל אמר', "ל"),
        ("צה״ל", "צה"),
        ('צה"ל "', "צה"),
        ("U.S. troops", "S"),
        ("e\u0323\u0302a", "e"),
        ("👋🏽", "👋"),
        ("🇫🇷", "🇫"),
        ("🇫🇷🇦🇷", "🇫🇷🇦"),
        ("🇦🇷🇦🇷", "🇦🇷🇦"),
    ],
)
def test_what_belongs_to_a_word_is_no_edge(text: str, words: str) -> None:
    assert not stands_free(text, words)


@pytest.mark.parametrize("text", ["東京都", "道路は安全だ", "カタカナ", "ถนน", "ຖະໜົນ", "ផ្លូវ", "လမ်း", "ﾊﾝｶｸ"])
def test_scripts_without_spaces_may_be_cut_between_characters(text: str) -> None:
    joined = [at for at in range(1, len(text)) if not is_edge(text, at)]
    assert all(unicodedata.category(text[at])[0] == "M" for at in joined)
    assert len(joined) < len(text) - 1


def test_a_letter_and_its_voicing_mark_are_one() -> None:
    assert not is_edge("\uff76\uff9e", 1)


def test_the_ends_of_the_text_are_edges() -> None:
    assert is_edge("word", 0)
    assert is_edge("word", 4)
    assert is_edge("", 0)
    for text in ("5 ", " 5", "$ ", " %", "-.", "--", ".5"):
        assert is_edge(text, len(text))
    assert is_edge("5 ", 1)
    assert is_edge(" 5", 1)
    assert is_edge(" -", 1)
    assert is_edge("U.S.-", 4)
    assert is_edge("f**", 1)
    assert is_edge("**f", 2)
    assert not is_edge("-5", 1)
    assert not is_edge(".5", 1)


@pytest.mark.parametrize("sign", list(".:··՟․‧﹒．：&@"))
def test_a_sign_inside_a_word_belongs_to_it(sign: str) -> None:
    assert not is_edge(f"a{sign}b", 1)
    assert not is_edge(f"a{sign}b", 2)
    assert is_edge(f"a{sign} b", 1)


# The first and the last letter of every stretch of letters.
SPACELESS_LETTERS = (
    "กๆຂໆໜໟကဿၐၕႎកឳៗៜᥐᥭᥰᥴᦀᦫᦰᧉᨠᨿ々〇〡〩〱〵〻ぁゖァヺㄅㄯㆠㆿㇰㇿ㐀䶿一鿿ꧠꧤꧺꧾꩠꩶꪀꪯꫀꫂ豈龎ｦﾝ𑜀𑜚𑝀𑝆𗀀𘫿𚿰𛄢𠀀𪛟"
)


@pytest.mark.parametrize("letter", [*SPACELESS_LETTERS])
def test_a_letter_of_every_script_without_spaces_is_an_edge(letter: str) -> None:
    assert is_edge(f"a{letter}b", 1)
    assert is_edge(f"a{letter}b", 2)


@pytest.mark.parametrize("letter", list("aжя한عאकம"))
def test_a_letter_of_other_scripts_is_none(letter: str) -> None:
    assert not is_edge(letter * 2, 1)


SENTENCES = {
    "British": "It’s all o’clock under owls’ eyes I’ll unlock every ministers’ office isn’t ours again Unacceptable",
    "French": "L’État n’a aucune idée aujourd’hui il s’agit d’un échec qu’on évite être élu œuvre",
    "Dutch": "Het is ’s avonds onveilig op auto’s en oma’s in ’t eerste uur al Alle agenten",
    "Swedish": "Ingen av oss äger öar och åar under året Allt är öde",
    "Ukrainian": "Об’єднання п’ять м’яч усі інші їхні об’єкти Єдина ідея є",
    "Belarusian": "Аб’ект з’езд ён усе іншыя ў ім Іншых абʼектаў ёсць",
}
MARKS = (("‘", "’"), ("'", "'"), ("’", "’"), ("‚", "‘"), ("‛", "’"), ("‹", "›"))


@st.composite
def quoted_sentences(draw: st.DrawFn) -> tuple[str, str]:
    """A quotation in single marks, and the text around it."""
    vocabulary = SENTENCES[draw(st.sampled_from(sorted(SENTENCES)))].split()
    words = draw(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=6))
    opening, closing = draw(st.sampled_from(MARKS))
    before = draw(st.sampled_from(["", "Xyz ", "Xyz: ", "(", "Xyz —", "“"]))
    behind = draw(st.sampled_from(["", " xyz", ", xyz.", ".", ")", "”"]))
    quotation = " ".join(words) + draw(st.sampled_from(["", ".", ",", "!"]))
    return quotation, f"{before}{opening}{quotation}{closing}{behind}"


@examples(400)
@given(quoted_sentences())
def test_what_stands_in_single_marks_can_be_quoted(case: tuple[str, str]) -> None:
    quotation, text = case
    assert stands_free(text, quotation)
    assert isinstance(anchor(document(f"{text}\n"), quotation), Found)


@examples(300)
@given(quoted_sentences(), st.data())
def test_and_no_part_of_a_word_can(case: tuple[str, str], data: st.DataObject) -> None:
    text = case[1]
    inside = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    inside += [at for at in range(1, len(text) - 1) if text[at] in "’ʼ" and (text[at - 1] + text[at + 1]).isalpha()]
    if inside:
        assert not is_edge(text, data.draw(st.sampled_from(inside)))


def test_the_whole_words_of_the_help_are_those_of_the_proof() -> None:
    for text, quote, whole in (
        ("It was a non-violent, quiet day.", "violent, quiet", "non-violent, quiet"),
        ("It cost −$5.50 there.", "5.50 there", "−$5.50 there"),
        ("It cost 10 000 € there.", "000", "10 000 €"),
        ("He said o’clock.", "clock", "o’clock"),
    ):
        made = document(text + "\n")
        result = anchor(made, quote)
        assert isinstance(result, CutsWord)
        assert made.text[slice(*result.whole)] == whole
        assert isinstance(anchor(made, whole), Found)
