"""Reads names from a byline: "By Ann Able and Bob Baker, Political Editor" is two authors."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMES_OF_AGENCIES = """
AAP, AFP, Agence France-Presse, Agencies, Anadolu Agency, ANI, ANP, ANSA, AP, APA, Associated Press, Belga, BelaPAN,
BelTA, Bloomberg, ČTK, Deutsche Presse-Agentur, DPA, EFE, Interfax, Kyodo, Lusa, MTI, NTB, PA, PA Media, PAP,
Press Association, PTI, Reuters, RIA Novosti, Ritzau, Staff and agencies, STT, TASS, The Associated Press, TT,
Ukrinform, UPI, Wires, Xinhua, Yonhap,
БелаПАН, БелТА, Интерфакс, РИА Новости, Рейтер, ТАСС, Укринформ
"""
_AGENCIES = {name.lower(): name for name in re.split(r",\s*", _NAMES_OF_AGENCIES.strip())}
_BEFORE = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words) )?(?:by|von|par|por|av|af|door|od|автор[ыа]?|аўтар|"
    r"author|autor|text)\b[:\s]*|^[-–—|•·,\s]+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,| and | und | et | y | i | и | і | & |;|\||•|·|\n| with )\s*")
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d|\b(?:staff|editor|reporter|correspondent|writer|updated|published|posted|follow|contributor|"
    r"special to|for the|columnist|bureau|desk|news|team|admin|guest|email|producer|redaktion|редакция|share|view|more|"
    r"comment|read|in|at|on|about|by)\b",
    re.IGNORECASE,
)


def names(bylines: Iterable[str], publisher: str) -> tuple[list[str], list[str]]:
    """The authors and the agencies that ``bylines`` (of one kind, such as all ``<meta name=author>``) name."""
    found: list[str] = []
    for byline in bylines:
        text = " ".join(byline.split())
        for _ in range(3):
            text = _BEFORE.sub("", text)
        whole = text.strip(" ,.;|")
        parts = _BETWEEN.split(whole)
        found += parts if len(parts) > 1 else [whole]
    people: list[str] = []
    agencies: list[str] = []
    for name in (part.strip(" ,.;|-–—()") for part in found):
        if name.lower() in _AGENCIES:
            agencies.append(_AGENCIES[name.lower()])
        elif _is_name(name) and name.lower() != publisher.lower():
            people.append(name)
    return list(dict.fromkeys(people)), list(dict.fromkeys(agencies))


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or len(text) < 2 or _NO_NAME.search(text):
        return False
    return text[0].isalpha() and (not text[0].islower() or not text[0].isascii())
