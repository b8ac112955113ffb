"""Turns words of any script into the letters a–z, for ids, which are addresses that people type.

Languages spell the same letter differently: г is g in Russian and h in Ukrainian, ä is ae in German and a in Swedish.
The tables below say so for those that newsrooms meet often (the Ukrainian one is that of the Cabinet of Ministers'
resolution 55 of 2010); the rest is anyascii's. The only module that imports it.
"""

from __future__ import annotations

import re
import unicodedata

_TABLES = """
uk: зг zgh г h ґ g и y і i ї i й i є ie ю iu я ia х kh ц ts щ shch ж zh ч ch ш sh ь -
be: г h ґ g і i ў u ё yo й y х kh ц ts ж zh ч ch ш sh ы y э e ю yu я ya ь - е e
ru: й y х kh ц ts щ shch ж zh ч ch ш sh ы y э e ю yu я ya ё yo ь - ъ -
bg: щ sht ъ a х h ц ts й y ж zh ч ch ш sh ю yu я ya ь y
sr: ж z ч c ш s ђ dj ћ c љ lj њ nj џ dz х h ц c ј j
mk: ж zh ч ch ш sh ѓ gj ќ kj љ lj њ nj џ dzh ѕ dz х h ц c ј j
de: ä ae ö oe ü ue
el: ου ou αυ av ευ ev γγ ng γξ nx γχ nch μπ mp χ ch υ y η i ω o ξ x φ f
tr: ı i
ar: ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l
    م m ن n ه h ة a و w ؤ u ي y ى a ئ i ء - پ p چ ch ژ zh گ g ک k ی i ـ -
he: א a ב b ג g ד d ה h ו v ז z ח ch ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t
"""
"""A language, then letters and their spelling; a hyphen for a letter that is left out."""
_FIRST = {"uk": {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}}
"""Letters that are spelled otherwise at a word's beginning."""


def _read(tables: str) -> dict[str, dict[str, str]]:
    lines = (line.split(":") for line in tables.replace("\n ", " ").strip().splitlines())
    pairs = {language: letters.split() for language, letters in lines}
    return {
        language: {
            letter: "" if spelled == "-" else spelled for letter, spelled in zip(flat[::2], flat[1::2], strict=True)
        }
        for language, flat in pairs.items()
    }


_SPELLINGS = _read(_TABLES)
_ELIDING = ("fr", "it", "ca")
"""Languages in which an apostrophe parts two words."""
_APOSTROPHES = re.compile(r"['’ʼʹʺ′`´]")


def latin(text: str, language: str = "") -> str:
    """``text`` in small ASCII letters, as ``language`` (BCP 47) spells it; without one the letters decide.

    Returns nothing where a letter has no spelling: half a word is no word. Signs and spaces stay what they are.
    """
    lower = unicodedata.normalize("NFC", text).lower().replace("i\N{COMBINING DOT ABOVE}", "i")
    spelled = _spelled(lower, _language(lower, language.lower().split("-")[0]))
    if spelled.isascii():
        return _APOSTROPHES.sub("", spelled)
    from anyascii import anyascii  # its tables are read when they are needed

    spelled = _APOSTROPHES.sub("", spelled)
    pieces = [sign if sign.isascii() else anyascii(sign) if _is_of_word(sign) else " " for sign in spelled]
    if any(not piece and _is_unknown(sign) for sign, piece in zip(spelled, pieces, strict=True)):
        return ""
    return _APOSTROPHES.sub("", "".join(pieces)).lower()


def _is_unknown(sign: str) -> bool:
    """True for a sign whose sound is unknown; in alphabets letters without a spelling only carry vowels."""
    return sign.isalnum() and (ord(sign) > 0xFFFF or unicodedata.name(sign, "CJK").startswith("CJK"))


def _is_of_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _spelled(text: str, language: str) -> str:
    spelling = _SPELLINGS.get(language, {})
    if language in _ELIDING:
        text = _APOSTROPHES.sub("-", text)
    if not spelling:
        return text
    if language == "el":
        text = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    first = _FIRST.get(language, {})
    longest = sorted(spelling, key=len, reverse=True)
    letters = re.compile("|".join(longest))
    text = re.sub(r"(?<![\w'’ʼ])\w", lambda found: first.get(found[0], found[0]), text) if first else text
    return letters.sub(lambda found: spelling[found[0]], text)


def _language(text: str, named: str) -> str:
    """The language whose spelling is used: ``named`` if it has these letters, else the one that the letters suggest."""
    letters = set(text)
    if any("\u0600" <= sign <= "\u06ff" for sign in letters):
        return "ar"
    if any("\u05d0" <= sign <= "\u05ea" for sign in letters):
        return "he"
    if letters & set("αβγδεζηθικλμνξοπρστυφχψω"):
        return "el"
    if not any("\u0400" <= sign <= "\u052f" for sign in letters):
        return named
    if "ў" in letters or ("і" in letters and letters & set("ыэё")):
        return "be"
    if letters & set("їєґ"):
        return "uk"
    if letters & set("ђћ"):
        return "sr"
    if letters & set("ѓќѕ"):
        return "mk"
    cyrillic = named in ("uk", "be", "bg", "sr", "mk", "ru")
    return named if cyrillic else "uk" if "і" in letters else "sr" if letters & set("љњџј") else "ru"
