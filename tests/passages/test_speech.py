from __future__ import annotations

import pytest

from site_builder.passages.normal import Place
from site_builder.passages.speech import quoted
from tests.growth import lines_run


def paragraphs(text: str) -> list[Place]:
    places, at = [], 0
    for paragraph in text.split("\n\n"):
        places.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return places


@pytest.mark.parametrize(
    ("text", "language", "speech"),
    [
        ('"One," he said. "Two."', "", ["One,", "Two."]),
        ("“One ‘inner’ one,” he said.", "", ["One ‘inner’ one,"]),
        ("'It isn't so', he said, 'is it?'", "", ["It isn't so", "is it?"]),
        ("The boys' club and the girls' club", "", []),
        ("“One.\n\n“Two.\n\n“Three,” he said.", "", ["One.", "Two.", "Three,"]),
        ("“One.\n\nTwo,” he said.", "", []),
        ("„Eins“, «deux», »drei«", "", ["Eins", "deux", "drei"]),
        (
            "He called it “a mess and left.\n\nThe roads. Bob said.\n\nEve said “the bridges are new” too.",
            "",
            ["the bridges are new"],
        ),
        ("He called it “a mess and left. Eve said “the bridges are new” too.", "", ["the bridges are new"]),
        ('He called it "a mess and left. Eve said "the bridges are new" too.', "", ["the bridges are new"]),
        ("He called it ‘a mess and left. Eve said ‘the bridges are new’ too.", "", ["the bridges are new"]),
        ("He called it a mess” and left. Eve said “the bridges are new” too.", "", ["the bridges are new"]),
        ('He called it a mess" and left. Eve said "the bridges are new" too.', "", ["the bridges are new"]),
        ("He called it a mess» and left. Eve said «the bridges» too.", "", ["the bridges"]),
        ("‘It’s the ministers’ fault,’ she said. ‘Yes’", "", ["It’s the ministers’ fault,", "Yes"]),
        ("‘It’s the ministers’ fault’ on Monday", "", ["It’s the ministers’ fault"]),
        ("‘It’s the ministers’ fault’, she", "", ["It’s the ministers’ fault"]),
        ("He spoke of ‘bosses’ and the boys’ club", "", ["bosses"]),
        ("He spoke of ‘yes’ and the boys’ club", "", ["yes"]),
        ("'Tis the boys' club", "", []),
        ("In the '20s and the boys' club of the '30s", "", []),
        ("In the ’20s the boys’ club", "", []),
        ('He is 6\'2" tall. "Yes," said Bob, who is 5\' 6".', "", ["Yes,"]),
        ('"He is 6\'2" tall," she said.', "", ["He is 6'2\" tall,"]),
        ('A 5" pipe and a 6" pipe.', "", []),
        ('She has a 5" pipe, "a thing", and 3" more.', "", ["a thing"]),
        ("”Vägarna är säkra och breda” i går.", "sv", ["Vägarna är säkra och breda"]),
        ("Ministern: ”Vägarna är säkra” i går.", "", ["Vägarna är säkra"]),
        ("»Vägarna är säkra» i går och »ja».", "fi", ["Vägarna är säkra", "ja"]),
        ("»Wege sind sicher«, sagt er. »Ja.«", "de", ["Wege sind sicher", "Ja."]),
        ("„Drogi są bezpieczne”, powiedział.", "pl", ["Drogi są bezpieczne"]),
        ("大臣は「道路は安全だ」と述べた。部長說：『橋很安全。』", "ja", ["道路は安全だ", "橋很安全。"]),
        ("大臣は「道路は『とても』安全だ」と述べた。", "ja", ["道路は『とても』安全だ"]),
        ("他说：“道路安全”的事，“好”。", "zh", ["道路安全", "好"]),
        ('他说："道路安全"的事，"好"。', "zh", ["道路安全", "好"]),
        ('그는 "안전하다"고 말했다. ‘좋다’고 했다', "ko", ["안전하다", "좋다"]),
        ("השר אמר: ״הדרכים בטוחות״ אתמול, צה״ל", "he", ["הדרכים בטוחות"]),
        ('השר אמר: "הדרכים בטוחות" אתמול, צה"ל אמר "כן"', "he", ["הדרכים בטוחות", "כן"]),
        ("השר אמר: „הדרכים בטוחות” אתמול", "he", ["הדרכים בטוחות"]),
        ("Il dit : « Les routes sont sûres », puis l’« État ».", "fr", ["Les routes sont sûres", "État"]),
        ("«Газета «Труд» пишет»", "ru", ["Газета «Труд» пишет"]),
        ("«Газета «Труд» пишет, сказал он.", "ru", ["Труд"]),
        ("‹oui› et ›ja‹", "", ["oui", "ja"]),
        ("＂はい＂と 〝そう〟", "", ["はい", "そう"]),
        (
            "‘We will build roads.\n\n‘We will also fix them,’ he said.",
            "",
            ["We will build roads.", "We will also fix them,"],
        ),
        (
            "‘We will build the ministers’ roads.\n\n‘We will also fix them,’ he said.",
            "",
            ["We will build the ministers’ roads.", "We will also fix them,"],
        ),
        ("« Un.\n\n» Deux », dit-il.", "fr", ["Un.", "Deux"]),
        ("« Un.\n\n« Deux », dit-il.", "fr", ["Un.", "Deux"]),
        ("„Eins.\n\n„Zwei“, sagt er.", "de", ["Eins.", "Zwei"]),
        ("”Ett.\n\n”Två”, sade han.", "sv", ["Ett.", "Två"]),
        ("— Да, — сказал он.", "ru", ["Да"]),
        ("— Дороги — это наше всё, — сказал он. — Мы едем.", "ru", ["Дороги — это наше всё"]),
        ("— Да! — сказал он.", "", ["Да!"]),
        ("— Дороги безопасны.", "ru", ["Дороги безопасны."]),
        ("— развитие дорог;\n\n— Ремонт дорог;", "ru", []),
        ("– Tak – powiedział minister. – Drogi.", "pl", ["Tak"]),
        ("– Vägarna är säkra, säger ministern.", "sv", ["Vägarna är säkra"]),
        ("— Oui, dit-il.", "fr", ["Oui"]),
        ("—Sí —dijo él—. Bien.", "es", ["Sí"]),
        ("– A list item in English.", "en", []),
        ("‘Twas the boys’ club", "", []),
        ("rock ’n’ roll and the boys’ club, rock 'n' roll", "", []),
        (
            "'All roads are bad,' he added. ‘The rest is fine.’ He called it ‘unacceptable’ on",
            "",
            ["All roads are bad,", "The rest is fine.", "unacceptable"],
        ),
        ('("yes") — "no" - "so"', "", ["yes", "no", "so"]),
        ('Мінск: "Дороги" і «мост»', "", ["Дороги", "мост"]),
        ("She said “a. Bob said ‘b’ and ”c” left.", "", ["b", "c"]),
        ("The ‘20s were ‘mad’ for the boys’ club.", "", ["mad"]),
        ("He said ‘the boys’ and left. Bob said nothing’ at all.", "", ["the boys"]),
        ("“Outer “inner” more,” he said", "", ["Outer “inner” more,"]),
        ("It was 3″ wide and 5′ tall, “yes”, 6′2″.", "", ["yes"]),
        ("“A,” she said, “B\n\nNarrator.\n\n“C.”", "", ["A,", "C."]),
        ("“A,” she said. “B.\n\n“C.\n\nNarrator.", "", ["A,"]),
        ("He called it “a mess and left.\n\n“The bridges are new,” said Eve.", "", ["The bridges are new,"]),
        ('Unclosed: "A. B said nothing.\n\nAnd then "C" said.', "", ["C"]),
        ("’Det är’ sade han, ’ja’", "sv", ["Det är", "ja"]),
        ("“Да”, — сказал он. — “Нет”", "", ["Да", "Нет"]),
        ("대통령은 '국민'이라고 말했다", "ko", ["국민"]),
        ('قال: «نعم» و"كلمة" هنا', "ar", ["نعم", "كلمة"]),
        ("(„Ja“) – „nein“;", "de", ["Ja", "nein"]),
        ("‚Ja‘ sagt er, ‚nein‘", "de", ["Ja", "nein"]),
        ("He said: 'The boys' toys are theirs.' Then the girls' toys.", "", ["The boys' toys are theirs."]),
        ("the ’ello ’guv’nor ’ouse", "", []),
        ("d'“accord” et l’“État”, l’« État »", "fr", ["accord", "État", "État"]),
        ("“He said ‘go.’”", "", ["He said ‘go.’"]),
        ("«Да», «нет»; «А «Б»» в", "", ["Да", "нет", "А «Б»"]),
        ("“A ‘b,” he said, c’ d", "", ["A ‘b,"]),
        ("“A ‘b ‘c,” he said, d’ e’ f” g", "", ["A ‘b ‘c,"]),
        ("«A “b» c” d", "", ["A “b"]),
        ("– “One.\n\n– “Two,” he said.", "", ["One.", "Two,"]),
        ("— “One.\n\n— “Two,” he said.", "", ["One.", "Two,"]),
        ("He called it “a mess and left.\n\n“Two,” she said.", "", ["Two,"]),
        ("“a mess.\n\n“Two,” she said.", "", ["a mess.", "Two,"]),
        ("He said “A mess.\n\n“Two,” she said.", "", ["A mess.", "Two,"]),
        ("‚Die Jungs’ Straße‘ sagt er", "de", ["Die Jungs’ Straße"]),
        ("'The boys' roads’ are old' she said", "", ["The boys' roads’ are old"]),
        ("“Outer “inner”, he said", "", ["inner"]),
        ("He spoke of 'bosses' driving and nothing’ else", "", ["bosses"]),
        ("", "", []),
    ],
)
def test_what_is_printed_as_speech(text: str, language: str, speech: list[str]) -> None:
    found = quoted(text, paragraphs(text), language)
    assert [text[start:end].strip() for start, end in found.places] == speech


def test_marks_without_a_partner_are_told() -> None:
    text = "He called it “a mess and left.\n\nEve said “yes” and ‘no"
    found = quoted(text, paragraphs(text))
    assert [text[at : at + 3] for at in found.alone] == ["“a ", "‘no"]


def test_a_quotation_that_goes_on_has_its_partner() -> None:
    text = "He said “One.\n\n“Two,” she said, “no"
    found = quoted(text, paragraphs(text))
    assert [text[at : at + 3] for at in found.alone] == ["“no"]
    assert [text[slice(*place)] for place in found.places] == ["One.", "Two,"]


NARRATOR = "Bob said nothing at all that day."


@pytest.mark.parametrize("stray", list("“”„«»\"‘’‚'‹›「」『』〝〟״＂‛‟"))
@pytest.mark.parametrize(
    "opening_closing", [tuple(pair) for pair in ("“”", "„“", "„”", "«»", "»«", '""', "‘’", "''", "‹›", "「」", "״״")]
)
def test_one_stray_mark_makes_no_narrator_a_speaker(stray: str, opening_closing: tuple[str, str]) -> None:
    opening, closing = opening_closing
    for broken in (
        f"called it {stray}a mess and left",
        f"called it a mess{stray} and left",
        f"called it {stray} and left",
    ):
        for text in (
            f"He {broken}.\n\n{NARRATOR} Eve said {opening}the bridges are new{closing} too.",
            f"Eve said {opening}the bridges are new{closing} too. {NARRATOR}\n\nHe {broken}.\n\n{NARRATOR}",
            f"{opening}The bridges are new,{closing} said Eve.\n\nHe {broken}. {NARRATOR}",
        ):
            found = quoted(text, paragraphs(text))
            assert not any("nothing" in text[start:end] for start, end in found.places), text


@pytest.mark.parametrize(
    "unit",
    ["“a ‘b „c «d ", "“a” ", "“ ", "'a ", 'a" ', "‘s’ ", "‘as’ b ", "”a", "“a\n\n", "“A.\n\n", '"ב"ב', "「", "5' 6\" "],
)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    def work(size: int) -> int:
        text = unit * size
        places = paragraphs(text)
        return lines_run(lambda: quoted(text, places))

    assert work(400) < 2.2 * work(200)


def test_a_text_without_paragraphs_has_no_speech() -> None:
    assert quoted("", []).places == []
