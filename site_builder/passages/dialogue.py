"""Recognises speech that a paragraph's dash introduces: — Да, — сказал он.

Only what is surely speech: from the dash to where the narrator may come in. In which way the narrator comes in differs:
East Slavic print has a sign and a second dash; Polish and others a dash alone, which may also divide a sentence;
French and Nordic print a comma and no dash. What is after the narrator's words is left out: it may be the
narrator's again. Lists look alike; their items begin with a small letter or end in a semicolon. Knows text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.passages.normal import Place

_BEGINS = re.compile(r"\s*(?:[—–―]|-(?=\s))\s*(?=([«„“\"¿¡…]?\s?)(\w))")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SAYING = (
    "сказ|каж|казав|казал|казаў|говор|заяв|отве|адказ|відпов|отмет|адзнач|зазнач|подчерк|підкресл|падкрэсл|добав|дода|"
    "дада|спрос|спыта|пытает|сообщ|повідом|паведам|замет|заўваж|зауваж|пояс|писа|считает|лічыць|вважа|призна|прызна"
)
# A dash that stands for "is" has a word behind it that no narrator begins with.
_EAST_SLAVIC_NARRATOR = re.compile(
    rf"[,.!?…][»“”\"]?\s*[—–―]|[,.!?…][»“”\"]?\s+-\s|\s(?:[—–―]|-(?=\s))(?!\s+(?:это|гэта|це|не|ни|ні|вот|вось|ось)\b)"
    rf"|[,!?…][»“”\"]?\s+(?:\w+\s)?(?:{_SAYING})",
)
# From where white space begins: a long run of it is looked through once.
_A_DASH = r"(?<!\s)\s*(?:[—–―]|(?<=\s)-(?=\s))"
_DASH = re.compile(_A_DASH)
_COMMA_OR_DASH = re.compile(rf",|[!?…](?=\s+[^\W\d_A-ZÀ-Þ])|{_A_DASH}|\s[«»]")
_ENDS = re.compile(r"[.!?…»”\"“)][\s]*$")

_BY_DASH = frozenset(("bs", "cs", "el", "es", "et", "gl", "hr", "hu", "lt", "lv", "pl", "ro", "sk", "sl", "sr", "tr"))
_BY_COMMA = frozenset(("ca", "da", "fi", "fr", "is", "it", "nb", "nn", "no", "pt", "sv"))


def spoken(text: str, start: int, end: int, language: str) -> Iterator[Place]:
    """The speech after the dash with which the paragraph ``text[start:end]`` begins, if it does."""
    begins = _BEGINS.match(text, start, end)
    narrator = _narrator(text[start : min(end, start + 200)] if begins else "", language)
    if begins is None or narrator is None or begins.group(2).islower():
        return
    comes_in = narrator.search(text, begins.end(), end)
    if comes_in is None:
        if _ENDS.search(text[max(start, end - 8) : end]):
            yield begins.end(), end
        return
    stop = comes_in.start() + (text[comes_in.start()] in ".!?…")
    yield begins.end(), stop


def _narrator(text: str, language: str) -> re.Pattern[str] | None:
    """The signs at which the narrator may come in; None where a dash that begins a paragraph is no sign of speech."""
    name = language.partition("-")[0].lower()
    if _CYRILLIC.search(text):
        return _EAST_SLAVIC_NARRATOR if name not in _BY_DASH else _DASH
    if name in _BY_DASH:
        return _DASH
    return _COMMA_OR_DASH if name in _BY_COMMA else None
