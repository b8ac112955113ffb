"""Words that occur in questions but that nobody searches for, by language.

Search leaves them out where a query has others. A query in a language that is not listed here is answered too: the
pages with most of its significant words come first.
"""

from __future__ import annotations

from site_builder.folding import fold

_ENGLISH = """
a about all am an and any are as at be been being but by can carried carries carry could did do does doing done for
from had has have having he her hers him his how i if in into is it its just made make makes me mean meaning means my
no not of on or our ours s say saying said says she should so some such t tell than that the their them then there
these they this those to too told up was we were what when where which who whom whose why will with would you your
claim claimed claims
actually also anything ever exactly find get got happen happened happens herself himself itself know many mention
mentioned mentions much please really show someone something themselves
"""
_RUSSIAN = """
а без бы был была были было быть в вам вас во вот все всё вы где да для до его ее её если есть еще ещё же за значит и
из или им их к как какая какие какой кем когда кого ком кому который которая которое которые кто ли мне мы на над нам
нас не него нее неё нет ни них но о об обо он она они оно от по под при про с сказал сказала сказали со так такое такой
там то тоже того только ты у уже чего чей чем что чтобы эта эти это этот я
утверждение утверждения утверждал утверждала утверждали
действительно много найти произошло себе себя сколько случилось
"""
_WORDS = {"en": _ENGLISH, "ru": _RUSSIAN}


def stopwords(language: str) -> tuple[str, ...]:
    """The stop words of ``language`` (BCP 47), folded and in order; none where the language is not known here."""
    return tuple(sorted({fold(word) for word in _WORDS.get(language.split("-")[0].lower(), "").split()}))
