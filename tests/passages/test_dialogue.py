from __future__ import annotations

import pytest

from site_builder.passages.dialogue import spoken
from tests.test_growth import SHORTEST, seconds


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        ("ru", "— Да, — сказал он.", "Да"),
        ("ru", "— Да! — сказал он. Он ушёл.", "Да!"),
        ("ru", "— Да, — сказал он. — Мы едем.", "Да"),
        ("ru", "— Да — сказал он.", "Да"),
        ("ru", "— Да, сказал он.", "Да"),
        ("ru", "— Дороги — это наше всё, — сказал он.", "Дороги — это наше всё"),
        ("ru", "— Дороги безопасны.", "Дороги безопасны."),
        ("ru", "—Да,— сказал он.", "Да"),
        ("", "- Да, - сказал он.", "Да"),
        ("uk", "– Так, – відповів він.", "Так"),
        ("be", "— Так, — адказаў ён.", "Так"),
        ("pl", "– Drogi są bezpieczne – powiedział minister.", "Drogi są bezpieczne"),
        ("es", "—¿Sí? —dijo él—. Bien.", "¿Sí?"),
        ("hu", "– Igen – mondta.", "Igen"),
        ("fr", "— Oui, dit-il.", "Oui"),
        ("fr", "— Oui ! s’écria-t-il.", "Oui !"),
        ("sv-SE", "– Vägarna är säkra, säger ministern.", "Vägarna är säkra"),
        ("fi", "– Tiet ovat turvallisia, ministeri sanoi.", "Tiet ovat turvallisia"),
        ("ru", "— Да? — спросил он.", "Да?"),
        ("ru", "— Да… — сказал он.", "Да…"),
        ("ru", "— «Да», — сказал он.", "«Да»"),
        ("ru", '— "Да", — сказал он.', '"Да"'),
        ("cs", "– Ano – řekl.", "Ano"),
        ("ro", "– Da – spuse el.", "Da"),
        ("nb", "– Ja, sa han.", "Ja"),
        ("nn", "– Ja, sa han.", "Ja"),
        ("pt", "— Sim, disse ele.", "Sim"),
        ("ru", "— развитие дорог;", None),
        ("ru", "— развитие дорог.", None),
        ("ru", "— развитие дорог, — сказал он.", None),
        ("ru", '— "развитие" дорог.', None),
        ("pl", "– drogi są bezpieczne.", None),
        ("ru", "— Развитие дорог;", None),
        ("ru", "Да — сказал он.", None),
        ("en", "– An item of a list.", None),
        ("en", "-5 degrees.", None),
        ("ru", "—", None),
        *(
            ("", f"— Дороги безопасны, {saying}", "Дороги безопасны")
            for saying in (
                *("сказал он.", "каже він.", "казав він.", "казал он.", "казаў ён.", "говорит он.", "заявил он."),
                *("ответил он.", "адказаў ён.", "відповів він.", "отметил он.", "адзначыў ён.", "зазначив він."),
                *("подчеркнул он.", "підкреслив він.", "падкрэсліў ён.", "добавил он.", "додав він.", "дадаў ён."),
                *("спросил он.", "спытаў ён.", "пытается он.", "сообщил он.", "повідомив він.", "паведаміў ён."),
                *("заметил он.", "заўважыў ён.", "зауважив він.", "пояснил он.", "писал он.", "считает он."),
                *("лічыць ён.", "вважає він.", "признал он.", "прызнаў ён."),
            )
        ),
    ],
)
def test_the_speech_behind_a_dash_ends_where_the_narrator_may_come_in(
    language: str, text: str, speech: str | None
) -> None:
    whole = f"Title\n\n{text}\n\nMore."
    start = len("Title\n\n")
    found = [whole[slice(*place)] for place in spoken(whole, start, start + len(text), language)]
    assert found == ([speech] if speech else [])


def test_the_script_of_the_paragraph_counts_and_not_that_of_others() -> None:
    text = "Да.\n\n— Oui, dit-il.\n\nДа."
    start = text.index("—")
    (place,) = spoken(text, start, text.index(".\n\nДа", start) + 1, "fr")
    assert text[slice(*place)] == "Oui"


@pytest.mark.parametrize("language", ["pl", "fr", "ru"])
def test_twice_the_white_space_is_twice_the_work(language: str) -> None:
    word = "Да" if language == "ru" else "Ano"
    texts = {size: f"— {word}{' ' * size}b{' ,' * size}" for size in (4_000, 16_000)}
    took = {
        size: seconds(lambda text=text: list(spoken(text, 0, len(text), language)))  # type: ignore[misc]
        for size, text in texts.items()
    }
    assert took[16_000] < 12 * max(took[4_000], SHORTEST)
