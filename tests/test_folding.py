from __future__ import annotations

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
        ("US$5bn", "us 5bn"),
        ("2019–2020", "2019 2020"),
        ("$5m", "5m"),
        ("CO₂", "co2"),
        ("l’Europe d'Estaing O’Brien", "europe estaing brien"),
        ("GDP安全", "gdp 安 全"),
    ],
)
def test_only_what_the_engine_would_miss_is_added(text: str, added: str) -> None:
    assert additions(text) == added
