"""Links and images: ``[words](address)`` and ``![name](address)``, and nothing else of the kind."""

from __future__ import annotations

import re

from site_builder import html
from site_builder.addresses import mail_meant, web_meant
from site_builder.dialect import doubt
from site_builder.dialect.paragraph import Opener, Paragraph
from site_builder.dialect.pieces import Fault

_TARGET = r"[^\s<>()]*+(?:\([^\s<>()]*+\)[^\s<>()]*+)*+"
_LINK = re.compile(rf"\(((?:https?://|mailto:)(?=[^\s)]){_TARGET})\)", re.IGNORECASE)
_OTHER = re.compile(rf"\((([a-zA-Z][a-zA-Z0-9+.\-]*):{_TARGET})\)")
_IMAGE = re.compile(rf"\(({_TARGET})\)")


def open_bracket(made: Paragraph, end: int, *, is_image: bool) -> None:
    """The bracket up to ``end`` may open a link or an image."""
    made.plain(end)
    made.openers.append(Opener(len(made.tokens) - 1, is_image, len(made.marks), made.words))


def close_bracket(made: Paragraph) -> None:
    """The bracket here closes one, or is text."""
    opener = made.openers.pop() if made.openers else None
    active = opener is not None and (opener.is_image or len(made.openers) >= made.no_links)
    made.no_links = min(made.no_links, len(made.openers))
    behind = made.at + 1
    if opener is None or not active:
        made.plain(behind)
        return
    if opener.is_image and (image := _IMAGE.match(made.content, behind)):
        if opener.words == made.words:
            made.faults.append(doubt.nameless_image(made.tokens[opener.token].start, image.end()))
        _wrap(made, opener, '<span class="image">', "</span>", image.end())
    elif not opener.is_image and opener.words < made.words and (link := _LINK.match(made.content, behind)):
        opening = f'<a href="{html.text(link[1])}" rel="noopener noreferrer">'
        _wrap(made, opener, opening, "</a>", link.end())
        made.no_links = len(made.openers)
    else:
        other = None if opener.is_image else _OTHER.match(made.content, behind)
        if other and other[2].lower() not in html.SCHEMES:
            better = web_meant(other[1]) or mail_meant(other[1])
            advice = f"{f'write {better}' if better else 'remove the address'}, or put a \\ before the ["
            made.faults.append(Fault("unsafe-link", f"links to {other[2]}: are refused", *other.span(1), advice))
        made.plain(behind)


def _wrap(made: Paragraph, opener: Opener, opening: str, closing: str, end: int) -> None:
    """Everything since ``opener`` is between ``opening`` and ``closing``; emphasis does not cross them."""
    made.pair(opener.marks)
    token = made.tokens[opener.token]
    token.text, token.markup = "", opening
    made.markup(closing, end)
