"""Decides whether a quotation that is not in its article can mean only one passage of it.

All words and numbers must agree in their order. What may differ is case, spacing, the sign at the very end and, in an
English text, an article (a, an, the) or one short word that was left out where it cannot turn the sense: the passage is
what the article says either way, but an editor who wrote "he paid protesters" must see "he paid for protesters" first.
Knows text only.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from site_builder.passages.normal import normalise_quote

MOST_ARTICLES = 2
"""The number of articles (a, an, the) that one quotation may lack or have too many."""
MOST_DROPPED = 1
"""The number of other short words that one quotation may have left out."""
_ARTICLES = frozenset(("a", "an", "the"))
_DEPENDENT = frozenset(
    "few little lot bit number couple most least more less only same question charge god sun first second third fourth "
    "fifth last next".split()
)
"""Before these an article counts: few men, a few men; most votes, the most votes; out of question, of the question."""
_NAMES = frozenset(
    "us it who may march polish turkey pole poles bush god reds greens conservatives liberals labour".split()
)
"""Words that a capital makes into others."""
_NEGATIONS = frozenset("no not never none nor neither without hardly cannot".split())
"""Beside these every word counts."""
_PAIRED = frozenset("and or her him them us me you".split())
"""Behind these an article counts: president and commander, and the commander; called her a cab, called her cab."""
_BEHIND_AND = frozenset("is are was were has have had will would can could to in on of for with by from at".split())
"""Before these "and" continues the sentence; before a noun it may make two of one: rebel and army leaders."""
_SAYING = frozenset(
    "say says said saying claim claims claimed believe believes believed think thinks thought know knows knew warn "
    "warns warned declare declares declared add adds added insist insists insisted announce announces announced "
    "confirm confirms confirmed hope hopes hoped fear fears feared argue argues argued deny denies denied".split()
)
"""After these "that" says nothing; after a noun it does: the man killed the guard, the man that killed the guard."""
_HAVE = frozenset("has have had".split())
_BE = frozenset("is are was were be been".split())
_TO = frozenset("able unable ready willing unwilling likely unlikely supposed going ought tend tends decided".split())
"""Behind these "to" begins an infinitive, and no noun can follow instead, as in: refused to help, refused help."""
_OF = frozenset(
    "president leader leaders head minister member members people citizens part side sides end beginning territory "
    "border government name result results course because instead front one none half".split()
)
"""After these "of" is all that can be before an article; after a verb it counts: knew the plan, knew of the plan.
"""
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MARKS = frozenset("\"'")
"""Quotation marks in the normal form."""
_LEFT_OUT = re.compile(r"^(?:\.{3}\s*|-+\s)|(?:\s*\.{3}|\s-+)$")
"""Signs at the edges of a quotation that the article continues."""
_END = frozenset(".,;:")
"""Signs at the very end of a quotation, where the sentence continues or not."""
# Words with their apostrophes and hyphens, numbers with their separators, and every other character alone.
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|\S")


def is_sure(quote: str, passage: str, language: str = "en") -> bool:
    """True when ``quote`` can only be meant to be ``passage``, a text in ``language`` (BCP 47)."""
    here, there = _tokens(quote), _tokens(passage)
    is_english = language.partition("-")[0].lower() == "en"
    steps = SequenceMatcher(None, [w.casefold() for w in here], [w.casefold() for w in there], autojunk=False)
    articles = dropped = 0
    for tag, a, b, c, d in steps.get_opcodes():
        if tag == "equal":
            if any(one != other and one.casefold() in _NAMES for one, other in zip(here[a:b], there[c:d], strict=True)):
                return False
        elif not is_english or tag == "replace":
            return False
        elif _are_articles(*((here, a, b) if tag == "delete" else (there, c, d))):
            articles += b - a + d - c
        elif tag == "insert" and d - c == 1 and _is_small(there, c):
            dropped += 1
        else:
            return False
    return articles <= MOST_ARTICLES and dropped <= MOST_DROPPED


def _are_articles(tokens: list[str], start: int, end: int) -> bool:
    """True for articles where they do not count; a lone capital A inside a sentence is a name: hepatitis A, plan A."""
    before, behind = tokens[max(start - 1, 0) : start], tokens[end : end + 1]
    return (
        all(token.casefold() in _ARTICLES and (start == 0 or token.islower()) for token in tokens[start:end])
        and not _PAIRED.intersection(map(str.casefold, before))
        and bool(behind)
        and behind[0][0].isalpha()
        and behind[0].casefold() not in _DEPENDENT
    )


def _is_small(tokens: list[str], place: int) -> bool:
    """True for a short word inside a sentence that can be left out of it without turning the sense."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, word, behind = tokens[place - 1].casefold(), tokens[place], tokens[place + 1]
    if not before[0].isalpha() or before.endswith("n't") or {before, behind.casefold()} & _NEGATIONS:
        return False
    if word == "in" and (_YEAR.fullmatch(behind) or behind in _MONTHS):
        return True
    if word == "on" and behind in _DAYS:
        return True
    if not behind[0].isalpha():
        return False
    return {
        "and": behind in _BEHIND_AND,
        "that": before in _SAYING,
        "to": before in _TO and behind not in _ARTICLES,
        "of": before in _OF and behind in _ARTICLES,
        **dict.fromkeys(_HAVE, behind == "been"),
        **dict.fromkeys(_BE, behind in _ARTICLES),
    }.get(word, False)


def _tokens(text: str) -> list[str]:
    """The words, numbers and signs of ``text``, except for marks around all of it and signs at its edges."""
    normal = normalise_quote(text)
    if len(normal) > 1 and normal[0] in _MARKS and normal[0] == normal[-1] and normal[0] not in normal[1:-1]:
        normal = normal[1:-1]
    tokens = _TOKEN.findall(_LEFT_OUT.sub("", normal))
    return tokens[:-1] if tokens and tokens[-1] in _END else tokens
