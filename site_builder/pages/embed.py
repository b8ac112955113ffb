"""The frame in which another site shows a claim's card: its size, chosen for the text, and its HTML.

The frame needs no script, so it allows none; links open in the reader's own window, which a sandbox has to allow
(WHATWG HTML, section 4.8.5).
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from html import escape

from site_builder import urls
from site_builder.i18n import Words
from site_builder.model import Claim, Site
from site_builder.pages.views import ClaimView, as_sentence

WIDTH = 600
"""CSS pixels; in a narrower page the frame is as wide as there is room."""
TALLEST = 640
"""CSS pixels; words that need more are scrolled to, while verdict and dates stay in view."""
SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
"""The frame's permissions: it may lead the reader to the check, in this window or in a new one."""

_MARGINS = 66
# Letters that fit in a line for certain, and a line's height in pixels, by the sizes of type in card.css.
_SMALL, _NORMAL, _STATEMENT, _LONG = (72, 20), (58, 23), (52, 25), (60, 22)
_GAP = 3
"""Letters between two texts in one line."""
LONG = 180
"""Characters of a statement from which on it is set smaller."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A card in a frame."""

    title: str
    """Its contents in one line: for listeners, and for programs that list it."""
    url: str
    """The card's absolute URL."""
    width: int
    """CSS pixels."""
    height: int
    """CSS pixels, enough for its words at that width."""
    html: str
    """The frame, to be pasted into a page."""


def embed(site: Site, words: Words, claim: Claim, view: ClaimView | None) -> Embed:
    """The frame for the card of ``claim``, which lists show as ``view``; a withdrawn claim has none."""
    url = urls.absolute(site.base_url, urls.card(claim.id))
    foot = site.scope or ""
    if view:
        dates = [view.date, claim.published, view.corrected]
        # Before each date stands what happened then.
        head = [site.publisher.name, *(f"{'-' * 15} {words.date(date)}" for date in dates if date)]
        size = _LONG if len(view.statement) > LONG else _STATEMENT
        rating = [(view.verdict.label, _NORMAL), (view.verdict.definition, _SMALL), (foot, _SMALL)]
        parts = [(view.title, size), *rating]
        title = words.say("Fact check: {title}", title=view.title)
    else:
        head, title = [site.publisher.name], words.say("Withdrawn claim")
        # The sentence that says so is of at most a line's length.
        parts = [(title, _STATEMENT), (f"{claim.corrections[-1].change} {'-' * 58}", _NORMAL)]
    height = _MARGINS + sum(_lines(text, *size) for text, size in [("-", _SMALL), *parts])
    height += _side_by_side(head, *_SMALL)
    height = min(height, TALLEST)
    attributes = {
        "src": url,
        "title": as_sentence(title),
        "width": str(WIDTH),
        "height": str(height),
        "loading": "lazy",
        "sandbox": SANDBOX,
        "style": "border: 0; max-width: 100%",
    }
    written = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return Embed(title, url, WIDTH, height, f"<iframe {written}></iframe>")


def _side_by_side(texts: list[str], letters: int, height: int) -> int:
    """Pixels that ``texts`` take, each of which is moved into the next line where it does not fit into this one."""
    pixels = room = 0
    for text in texts:
        width = _width(text) + _GAP
        if width > room:
            taken = _lines(text, letters, height)
            pixels += taken
            room = taken // height * letters
        room -= width
    return pixels


def _lines(text: str, letters: int, height: int) -> int:
    """Pixels that ``text`` takes in lines of so many ``letters``; at least one."""
    return math.ceil(_width(text) / letters) * height


def _width(text: str) -> int:
    """The letters of ``text``; one of full width counts as two."""
    return len(text) + (0 if text.isascii() else sum(unicodedata.east_asian_width(each) in "WF" for each in text))
