"""Where a quotation may begin and end at numbers and their signs."""

from __future__ import annotations

import pytest

from site_builder.passages.edges import is_edge
from tests.passages.test_edges import stands_free


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("−5 degrees", "5 degrees"),
        ("at -5 degrees", "5 degrees"),
        ("at –5 degrees", "5 degrees"),
        ("(-5)", "5"),
        ("$5", "5"),
        ("€5", "5"),
        ("£5", "5"),
        ("₽5", "5"),
        ("5₽", "5"),
        ("5 €", "5"),
        ("€ 5", "5"),
        ("US$5", "$5"),
        ("-$5", "$5"),
        ("$-5", "-5"),
        ("5%", "5"),
        ("5 %", "5"),
        ("5\u202f%", "5"),
        ("5‰", "5"),
        ("5°", "5"),
        ("5 °C", "5"),
        ("5°C", "C"),
        ("5′", "5"),
        ("+15", "15"),
        ("18+ films", "18"),
        ("~5", "5"),
        ("≈5", "5"),
        ("±5", "5"),
        (">5", "5"),
        ("1,7 million", "7 million"),
        ("1.7 million", "7 million"),
        ("1·7", "7"),
        ("１，７", "７"),
        ("1:30", "1"),
        ("3/5", "5"),
        ("5½", "5"),
        ("2010-2015", "2015"),
        ("5–7 million", "7 million"),
        ("10—15 человек", "15 человек"),
        ("5〜7", "7"),
        ("10'000", "000"),
        ("10 000", "000"),
        ("10\u202f000", "10"),
        ("1 500 000", "500 000"),
        ("1 500 000", "1 500"),
        ("1 500 000", "000"),
        ("about ~-5 degrees", "5 degrees"),
        ("about ~-5 degrees", "-5 degrees"),
        ("about ≈−5 degrees", "−5 degrees"),
        ("if >-5 degrees", "-5 degrees"),
        ("5~-7 degrees", "7 degrees"),
        ("5〜-7 degrees", "7 degrees"),
        ("at −.5 degrees", ".5 degrees"),
        ("at −.5 degrees", "5 degrees"),
        ("at -.5 degrees", ".5 degrees"),
        ("at −,5 degrees", ",5 degrees"),
        ("±.5 degrees", ".5 degrees"),
        ("±.5 degrees", "5 degrees"),
        ("(.5 degrees)", "5 degrees"),
        ("“.5 degrees”", "5 degrees"),
        ("p=.05", "05"),
        (".05 and", "05"),
        ("at −½ of", "½ of"),
        ("at ~½ of", "½ of"),
        ("at +¾ of", "¾ of"),
        ("$.50", ".50"),
        ("$.50", "50"),
        ("$-.50", ".50"),
        ("£ .50", ".50"),
        ("€ −5", "−5"),
        ("+€5", "€5"),
        ("5-€", "€"),
        ("7 234 люди", "234 люди"),
        ("a .5 chance", "5 chance"),
        ("10×5", "5"),
    ],
)
def test_what_belongs_to_a_number_is_no_edge(text: str, words: str) -> None:
    assert not stands_free(text, words)


@pytest.mark.parametrize("sign", list("'’.,:/⁄·٫٬∶，．／：*-‐‑−֊﹣－‒–—―⸺⸻﹘~～〜+±∓∼≈<>≤≥×÷≠＋"))
def test_a_sign_between_digits_belongs_to_the_number(sign: str) -> None:
    assert not is_edge(f"5{sign}7", 1)
    assert not is_edge(f"5{sign}7", 2)


@pytest.mark.parametrize("sign", list("+−±∓~∼≈<>≤≥×÷≠＋-‐‑–‒﹣－$€£¥₽₴"))
@pytest.mark.parametrize("number", ["5", "½", ".5", "٣"])
def test_a_sign_before_a_number_belongs_to_it(sign: str, number: str) -> None:
    for before in ("", "at ", "("):
        assert not is_edge(f"{before}{sign}{number} x", len(before) + 1)


@pytest.mark.parametrize("unit", list("%‰‱٪％°℃℉′″€₽"))
def test_a_unit_behind_a_number_belongs_to_it(unit: str) -> None:
    assert not is_edge(f"x 5{unit} y", 3)
    assert not is_edge(f"x 5 {unit} y", 3)
    assert not is_edge(f"x 5 {unit} y", 4)
    assert is_edge(f"x y {unit} y", 3)
