"""The state inside an element of a page: whether its words are visible, how they look, and their language."""

from __future__ import annotations

from typing import NamedTuple

from site_builder.editor.saved.styles import Look
from site_builder.editor.saved.tree import HEADINGS, Element

_CONTROLS = frozenset("select textarea button input".split())
READINGS = frozenset("rt rp rtc".split())
_CAPTIONS = frozenset("wp-caption-text caption-text image-caption photo-caption media-caption".split())
NO_WORDS = "no words"
_SCRIPTS = frozenset("head title script style datalist param iframe object audio video canvas svg".split())
RAISED = {
    "sup": str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎"),
}
"""Characters above or below the line become signs of their own: 10<sup>6</sup> is not 106."""


class State(NamedTuple):
    """The state inside an element."""

    unseen: str = ""
    invisible: bool = False
    struck: bool = False
    preformatted: bool = False
    caption: bool = False
    framed: bool = False
    heading: str = ""
    raised: str = ""
    language: str = ""
    quotations: int = 0
    holder: Element = Element("html")


def inside(element: Element, state: State, looks: frozenset[Look]) -> State:
    """The state inside ``element`` when it is ``state`` outside."""
    tag, attrs = element.tag, element.attrs
    if looks or attrs.get("lang"):
        state = state._replace(
            unseen=state.unseen or ("hidden" if Look.HIDDEN in looks else ""),
            invisible=(state.invisible or Look.INVISIBLE in looks) and Look.VISIBLE not in looks,
            struck=state.struck or Look.STRUCK in looks,
            language=attrs.get("lang") or state.language,
        )
    if tag in _SCRIPTS:
        return state._replace(unseen=NO_WORDS)
    if tag in READINGS:
        return state._replace(unseen=state.unseen or "readings")
    if tag in _CONTROLS:
        return state._replace(unseen=state.unseen or "controls")
    if tag in ("pre", "listing", "xmp"):
        return state._replace(preformatted=True)
    if tag in HEADINGS:
        return state._replace(heading=tag)
    if tag in RAISED:
        return state._replace(raised=tag)
    if tag == "q":
        return state._replace(quotations=state.quotations + 1)
    if tag in ("figure", "aside", "blockquote"):
        return state._replace(framed=True)
    if tag == "figcaption" or not _CAPTIONS.isdisjoint(attrs.get("class", "").split()):
        return state._replace(caption=True)
    return state
