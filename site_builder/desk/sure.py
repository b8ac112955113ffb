"""Whether a quotation that is not in its article can only be meant to be one passage of it.

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
"""How many articles one quotation may lack or have too many."""
MOST_DROPPED = 1
"""How many other short words may have been left out of one quotation."""
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
_BEHIND_AND = frozenset("is are was were has have had will would can could to in on of for with by from at".split())
"""Before these "and" goes on with the sentence; before a noun it may make two of one: rebel and army leaders."""
_BOUND = frozenset("so now in but except given provided only all such".split())
"""Behind these "that" counts: so that he goes, so he goes."""
_HAVE = frozenset("has have had".split())
_MODALS = frozenset("would could should might must may will".split())
"""Behind these "have" counts: he could have come, he could come."""
_PARTICIPLES = frozenset(
    "been done gone said made sent come become held led left lost met paid put seen set told won got built brought "
    "bought caught fought found heard kept known meant shown spent stood thought begun taken given written spoken "
    "chosen driven beaten broken fallen hidden risen stolen".split()
)
"""With those in "-ed" what can follow "have" and say the same without it: he has sent, he sent."""
_BE = frozenset("is are was were be been".split())
"""Left out before "-ing" or an article, they leave no other sentence; before a participle they turn it round."""
_TO = frozenset("able unable ready willing unwilling likely unlikely supposed going ought tend tends decided".split())
"""Behind these "to" begins an infinitive, and no noun can follow instead, as in: refused to help, refused help."""
_OF = frozenset(
    "president leader leaders head minister member members people citizens part side sides end beginning territory "
    "border government name result results course because instead front one none half".split()
)
"""Behind these "of" is all that can stand before an article; behind a verb it counts: knew the plan, knew of the plan.
"""
_PLACES = frozenset("of in on at to".split())
_NOUN_BEGINS = _ARTICLES | frozenset("his its their our my your".split())
"""What begins "the road to peace": between two nouns a preposition is all that can stand."""
_PRONOUNS = frozenset("he she it we they you who i him her us them".split())
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_END = frozenset(".,;:")
"""Signs at the very end of a quotation, where the sentence goes on or not."""
# Words with their apostrophes and hyphens, numbers with what divides them, and every other character alone.
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
    behind = tokens[end : end + 1]
    return (
        all(token.casefold() in _ARTICLES and (start == 0 or token.islower()) for token in tokens[start:end])
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
    noun_before = place > 1 and tokens[place - 2].casefold() in _NOUN_BEGINS
    if word in _PLACES and noun_before and behind.islower() and behind not in _NOUN_BEGINS | _PRONOUNS:
        return True
    return {
        "and": behind in _BEHIND_AND,
        "that": before not in _BOUND,
        "to": before in _TO and behind not in _ARTICLES,
        "of": before in _OF and behind in _ARTICLES,
        **dict.fromkeys(_HAVE, before not in _MODALS and (behind in _PARTICIPLES or behind.endswith("ed"))),
        **dict.fromkeys(_BE, behind in _ARTICLES or (behind.endswith("ing") and len(behind) > len("thing"))),
    }.get(word, False)


def _tokens(text: str) -> list[str]:
    """The words, numbers and signs of ``text``, but for a sign at its end."""
    tokens = _TOKEN.findall(normalise_quote(text))
    return tokens[:-1] if tokens and tokens[-1] in _END else tokens
