"""The typographic differences that were ignored when a quotation, as it was typed, matched the article.

A proof that says "word for word" should say what it overlooked: each kind of difference that
:mod:`site_builder.passages.normal` allows has a name here. Pure: knows nothing of records or pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Literal

from site_builder.passages.normal import INVISIBLE, SPACE, plain, typography

Evened = Literal["invisible", "composition", "quotation-marks", "dashes", "ellipsis", "space"]
"""A kind of difference: soft hyphens and zero-width characters; composed or decomposed letters; the shape of quotation
marks and apostrophes; of hyphens and dashes; of the ellipsis; the amount and kind of white space."""

_ELISION = re.compile(r"(?<!\s)\s*\[(?:\.\.\.|…)\]\s*")


def _plain(*targets: str) -> Callable[[str], str]:
    """Puts the plain forms that are among ``targets``, and no others, in the place of typographic signs."""

    def form(found: re.Match[str]) -> str:
        return target if (target := plain(found.group())) in targets else found.group()

    def step(text: str) -> str:
        return typography(text).sub(form, text)

    return step


_STEPS: dict[Evened, Callable[[str], str]] = {
    "invisible": lambda text: INVISIBLE.sub("", text),
    "composition": lambda text: unicodedata.normalize("NFC", text),
    "quotation-marks": _plain('"', "'"),
    "dashes": _plain("-"),
    "ellipsis": _plain("..."),
    "space": lambda text: SPACE.sub(" ", text).strip(" "),
}


def evened(quote: str, exact: tuple[str, ...]) -> tuple[Evened, ...]:
    """The kinds of difference between ``quote`` and ``exact``, the article's stretches that it was found to be.

    Nothing when they agree character for character; that words were left out at ``[…]`` is no difference.
    """
    typed, printed = _ELISION.sub("\0", quote), "\0".join(_ELISION.sub("\0", part) for part in exact)
    if typed == printed:
        return ()
    needed = tuple(kind for kind in _STEPS if _apply(typed, without=kind) != _apply(printed, without=kind))
    return needed or tuple(kind for kind, step in _STEPS.items() if step(typed) != typed or step(printed) != printed)


def _apply(text: str, without: Evened) -> str:
    for kind, step in _STEPS.items():
        if kind != without:
            text = step(text)
    return text
