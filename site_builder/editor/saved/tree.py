"""Builds the tree of a page's elements as browsers do, in time linear in the page.

The HTML standard's tree construction (13.2.6) as far as text needs it: end tags that a page leaves out, stray end tags,
the head that ends where the first words begin. Formatting (``<b>``, ``<s>``, ``<a>`` …) may overlap paragraphs, so it
is no part of the tree: each run of text knows the formatting elements that are open around it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from site_builder.editor.saved.tokens import End, Start, Text, tokens

VOID = frozenset("area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split())
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_OF_HEAD = frozenset("base basefont bgsound link meta noframes noscript script style template title".split())
_SCOPE = frozenset("applet caption html table td th marquee object template svg math".split())
_MARKED = frozenset("td th caption template object applet marquee".split())
"""Formatting that is open outside does not end inside them, nor the other way round."""
_ENDS_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header "
    "hgroup hr listing main menu nav ol p pre search section summary table ul xmp plaintext li dd dt".split()
)
_SPECIAL = (_ENDS_PARAGRAPH | _SCOPE | frozenset("body head tbody tfoot thead tr button select".split())) - {"dialog"}
_LIST_LIMIT = _SPECIAL - frozenset("address div p li dd dt".split())
_TABLE = frozenset(("table", "template"))
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _LIST_LIMIT),
    "dd": (frozenset(("dd", "dt")), _LIST_LIMIT),
    "dt": (frozenset(("dd", "dt")), _LIST_LIMIT),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    "optgroup": (frozenset(("option", "optgroup")), frozenset(("select",))),
    "button": (frozenset(("button",)), _SCOPE),
    "rt": (frozenset(("rt", "rp")), frozenset(("ruby",))),
    "rp": (frozenset(("rt", "rp")), frozenset(("ruby",))),
    "rb": (frozenset(("rt", "rp", "rb", "rtc")), frozenset(("ruby",))),
    "td": (frozenset(("td", "th", "caption")), _TABLE),
    "th": (frozenset(("td", "th", "caption")), _TABLE),
    "tr": (frozenset(("tr", "caption", "colgroup")), _TABLE),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset("tr tbody thead tfoot caption colgroup".split()), _TABLE)),
}
"""A start tag, the open elements that it ends, and the elements that keep it from ending those outside."""
_MOST_FORMATTING = 64
"""The number of formatting elements that may be open at once; older ones are forgotten."""
_MOST_ALIKE = 3
"""The number of equal ones that may be open at once (the standard's Noah's Ark clause)."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of the page."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | Run] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """True when words are directly in it, beside its child elements."""
        return any(isinstance(child, Run) and not child.text.isspace() for child in self.children)


@dataclass(slots=True, eq=False)
class Run:
    """Characters in an element."""

    text: str
    formatting: tuple[Element, ...] = ()
    """The formatting elements that are open around them, outermost first."""


def parse(page: str) -> Element:
    """The root element of ``page``."""
    builder = _Builder()
    for token in tokens(page):
        if isinstance(token, Start):
            builder.start(token)
        elif isinstance(token, End):
            builder.end(token.tag)
        else:
            builder.text(token)
    return builder.root


class _Builder:
    """The stack of open elements and the open formatting; the work of a step grows only with those it opens or ends."""

    def __init__(self) -> None:
        self.root = Element("html")
        self._stack = [self.root]
        self._places: dict[str, list[int]] = defaultdict(list, {"html": [0]})
        """The places in the stack of the open elements of a name, innermost last."""
        self._special = [0]
        self._formatting: list[tuple[Element, ...]] = [()]
        """The open formatting, again for each table cell and its like."""

    def start(self, token: Start) -> None:
        tag = token.tag
        if tag in ("html", "body") and self._places[tag]:
            for name, value in token.attrs.items():
                self._stack[self._places[tag][-1]].attrs.setdefault(name, value)
            return
        self._end_head(tag)
        if tag in FORMATTING:
            self._open_formatting(token)
            return
        self._end_implied(tag)
        element = Element(tag, token.attrs)
        self._stack[-1].children.append(element)
        if tag not in VOID:
            self._push(element)

    def end(self, tag: str) -> None:
        if tag == "br":
            self._stack[-1].children.append(Element("br"))
        elif tag in FORMATTING:
            self._close_formatting(tag)
        elif tag in HEADINGS:
            self._close(max(HEADINGS, key=self._last), self._limit(_SCOPE))
        elif tag not in ("html", "body"):  # what stands behind these belongs to the page all the same
            limit = self._limit(_SCOPE) if tag in _SPECIAL - _SCOPE else -1 if tag in _SCOPE else self._special[-1]
            self._close(tag, limit)

    def text(self, token: Text) -> None:
        if not token.text:
            return
        if not token.text.isspace() and self._stack[-1].tag == "head":
            self._pop()
        self._stack[-1].children.append(Run(token.text, self._formatting[-1]))

    def _end_head(self, tag: str) -> None:
        if self._places["head"] and tag not in _OF_HEAD and tag != "head" and not self._places["template"]:
            self._close("head", -1)

    def _end_implied(self, tag: str) -> None:
        """Close the elements that the start of ``tag`` ends without an end tag."""
        if tag in _ENDS_PARAGRAPH:
            self._close("p", self._limit(_SCOPE | {"button"}))
        if tag in HEADINGS and self._stack[-1].tag in HEADINGS:
            self._pop()
        if tag in _CLOSES:
            ended, limits = _CLOSES[tag]
            limit = self._limit(limits)
            outermost = min((place for name in ended for place in self._places[name][-1:] if place > limit), default=0)
            while outermost and len(self._stack) > outermost:
                self._pop()

    def _last(self, tag: str) -> int:
        return self._places[tag][-1] if self._places[tag] else -1

    def _limit(self, tags: frozenset[str]) -> int:
        """The place of the innermost open element of ``tags``."""
        return max(map(self._last, tags))

    def _close(self, tag: str, limit: int) -> None:
        """Close the innermost ``tag`` and all inside it, if it is open inside the place ``limit``."""
        place = self._last(tag)
        if place > limit and place > 0:
            while len(self._stack) > place:
                self._pop()

    def _push(self, element: Element) -> None:
        place = len(self._stack)
        self._stack.append(element)
        self._places[element.tag].append(place)
        if element.tag in _SPECIAL:
            self._special.append(place)
        if element.tag in _MARKED:
            self._formatting.append(())

    def _pop(self) -> None:
        element = self._stack.pop()
        self._places[element.tag].pop()
        if element.tag in _SPECIAL:
            self._special.pop()
        if element.tag in _MARKED:
            self._formatting.pop()

    def _open_formatting(self, token: Start) -> None:
        if token.tag in ("a", "nobr"):
            self._close_formatting(token.tag)
        open_ = self._formatting[-1]
        same = [place for place, one in enumerate(open_) if (one.tag, one.attrs) == (token.tag, token.attrs)]
        if len(same) >= _MOST_ALIKE:
            open_ = open_[: same[0]] + open_[same[0] + 1 :]
        self._formatting[-1] = (*open_, Element(token.tag, token.attrs))[-_MOST_FORMATTING:]

    def _close_formatting(self, tag: str) -> None:
        open_ = self._formatting[-1]
        place = next((place for place in range(len(open_) - 1, -1, -1) if open_[place].tag == tag), None)
        if place is not None:
            self._formatting[-1] = open_[:place] + open_[place + 1 :]
