from __future__ import annotations

import sys
import unicodedata

import pytest

from site_builder.folding import additions, fold

FOLDED = [
    ("Łódź", "lodz"),
    ("Straße STRASSE ẞ", "strasse strasse ss"),
    ("Ærø, Đurđević, Þór", "aero durdevic thor"),
    ("İstanbul ISPARTA ısı", "istanbul isparta isi"),
    ("ёлка Ўладзімір Ґалаґан", "елка уладзімір галаган"),
    ("п'ять п’ять пʼять п`ять", "пять пять пять пять"),
    ("don't don’t O’Brien", "dont dont obrien"),
    ("$5m €5m US$5bn", "5m 5m us 5bn"),
    ("+15% −5 ±3", "15 5 3"),
    ("1.5 1,5 10,000", "15 15 10000"),
    ("CO₂ m² №5 ½", "co2 m2 no5 1 2"),
    ("non-violent 2019–2020", "non violent 2019 2020"),
    ("ﬁne ＡＢＣ Ⅷ", "fine abc viii"),
    ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
    ("安全です", "安 全 て す"),
    ("ความปลอดภัย", "ค ว า ม ป ล อ ด ภ ย"),
    ("٢٠٢٠ ۲۰۲۰ २०२०", "2020 2020 2020"),
    ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ("“?!” …", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_words_as_search_compares_them(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Plain words, “quoted” ones; don't, it’s – café naïve 1.5 non-violent U.S. R&D", ""),
        ("Łódź and Łódź again", "lodz"),
        ("US$5bn", "5bn 5 bn"),
        ("2019–2020 3–5", "2019 2020 3 5"),
        ("$5m", "5m"),
        ("CO₂", "co2"),
        ("l’Europe d’Estaing O’Brien", "europe estaing brien"),
        ("Russia–Belarus Kremlin—furious ex‑KGB Кремль–Минск", "russia belarus kremlin furious ex kgb кремль минск"),
        ("CO₂-neutral H₂O₂-type H2O2-type Łódź-Kraków Łódź–Kraków", "co2 h2o2 lodz krakow"),
        ("Straße-based U.S.-led O’Brien-led", "strasse us obrien brien"),
        ("and/or E-mail Lukashenko-Putin 2019-2020 МИД-а", ""),
        ("so…he col·lega 10kg (5km/h)", "so he col lega 10 kg 5km 5 km"),
        ("№5-й", "no5"),
        ("GDP安全", "gdp 安 全"),
    ],
)
def test_only_what_the_engine_would_miss_is_added(text: str, added: str) -> None:
    assert additions(text) == added


def test_every_dash_separates_words() -> None:
    dashes = [
        chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) == "Pd" and code != ord("-")
    ]
    assert len(dashes) > 20
    assert {additions(f"Minsk{dash}Brest") for dash in dashes} == {"minsk brest"}
