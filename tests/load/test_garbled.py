from __future__ import annotations

import pytest

from site_builder.load.garbled import garbled, repaired
from tests.projects import checked, edited, minimal


@pytest.mark.parametrize(
    "meant",
    ["Zürich", "it’s", "“Every", "5\u00a0%", "Łódź", "Привет", "Αθήνα", "😀", "naïve—and", "São", "€5", "Größe"],
)
def test_what_was_read_in_the_wrong_encoding_is_told_with_what_was_meant(meant: str) -> None:
    wrong = meant.encode().decode("cp1252", "surrogateescape") if _can(meant) else meant.encode().decode("latin-1")
    (found,) = garbled("a.md", f"A line.\nSo {wrong} it is.".encode())
    assert found.code == "garbled-text"
    assert found.position == (2, 4)
    assert repaired(wrong) == meant


def _can(meant: str) -> bool:
    try:
        meant.encode().decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def test_cyrillic_can_be_garbled_as_cyrillic() -> None:
    (found,) = garbled("a.md", "РџСЂРёРІРµС‚, мир".encode())
    assert "Windows-1251" in found.message
    assert (found.help or "").startswith("write Привет,")


@pytest.mark.parametrize(
    "text",
    [
        "„SPAß“ und »Å» und „Ä“", "AMANHÃ… NÃO, AÇÃO, MANHÃ”", "Рёв и Сёмга, СЁМГА", "à la carte, Å\u00a0x",
        "Łódź »Åre«",
        "ESPAÑ”a", "Привет, «мир»", "Ångström’s café", "naïve", "Ärger “Ja”", "É…", "plain",
    ],
)  # fmt: skip
def test_what_people_write_is_left_alone(text: str) -> None:
    assert garbled("a.md", text.encode()) == ()


def test_every_kind_of_file_is_looked_at() -> None:
    for name, there, wrong in (
        ("claims.yaml", "The roads are safe.", "The roads arenâ€™t safe."),
        ("content/site.yaml", "title: Minimal", "title: MinimÃ¤l"),
        ("content/pages/method.md", "title:", "description: ZÃ¼rich\ntitle:"),
    ):
        (found,) = checked(edited(minimal(), name, there, wrong)).report.diagnostics
        assert (found.code, found.file, found.severity) == ("garbled-text", name, "warning")
