"""Reads from a page's style sheets and attributes which words are hidden or struck out.

Of style sheets only rules for a single element name, class or id are heeded, outside of ``@media`` and its like: what
else hides an element depends on the reader's screen. Knows the cascade no further than "the later rule wins".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from site_builder.editor.saved.tree import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"\w+|\w*[.#][\w-]+")
_FOR_LISTENERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only sr-text "
    "a11y-hidden u-visually-hidden assistive-text".split()
)
"""Classes of words that only screen readers speak."""


class Look(Enum):
    """A look of the words of an element."""

    HIDDEN = "hidden"
    """Not there for the reader, with all inside."""
    INVISIBLE = "invisible"
    """Not to be seen, unless an element inside says otherwise."""
    VISIBLE = "visible"
    STRUCK = "struck out"


Sheet = Mapping[str, frozenset[Look]]
"""The looks that a style sheet gives to ``tag``, ``.class``, ``tag.class`` and ``#id``."""

_NEVER_SHOWN = frozenset(("template", "noscript"))
_STRUCK = frozenset("s strike del".split())


def sheet(styles: Iterable[str]) -> Sheet:
    """The rules in the style sheets ``styles`` that hide, show or strike out."""
    rules: dict[str, frozenset[Look]] = {}
    for style in styles:
        for selectors, body in _rules(_COMMENT.sub("", style)):
            looks = _looks(body)
            says = _says(body)
            for selector in selectors.split(","):
                name = selector.strip()
                if says and _SIMPLE.fullmatch(name):
                    rules[name] = looks
    return {name: looks for name, looks in rules.items() if looks}


def look(element: Element, rules: Sheet) -> frozenset[Look]:
    """The looks of ``element`` by its name, its attributes and ``rules``."""
    attrs = element.attrs
    found = set(_looks(attrs["style"])) if "style" in attrs else set[Look]()
    classes = attrs.get("class", "").split()
    if not _says(attrs.get("style", "")):
        names = [element.tag, *(f".{name}" for name in classes), *(f"{element.tag}.{name}" for name in classes)]
        names += [f"#{attrs['id']}"] if "id" in attrs else []
        for name in names:
            found |= rules.get(name, frozenset())
    is_shadow = element.tag == "template" and ("shadowrootmode" in attrs or "shadowmode" in attrs)
    if (
        (element.tag in _NEVER_SHOWN and not is_shadow)
        or "hidden" in attrs
        or (element.tag == "dialog" and "open" not in attrs)
        or not _FOR_LISTENERS.isdisjoint(classes)
    ):
        found.add(Look.HIDDEN)
    if element.tag in _STRUCK:
        found.add(Look.STRUCK)
    return frozenset(found)


def _says(body: str) -> bool:
    """True when a rule's ``body`` speaks of how its element is shown."""
    return re.search(r"(?:^|[\s;])(?:display|visibility|text-decoration|font-size)", body, re.IGNORECASE) is not None


def _looks(body: str) -> frozenset[Look]:
    found: dict[str, Look | None] = {}
    for part in body.split(";"):
        name, _, value = part.partition(":")
        key, words = name.strip().lower(), value.lower().replace("!important", "").split()
        if key == "display":
            found[key] = Look.HIDDEN if words == ["none"] else None
        elif key == "visibility":
            found[key] = Look.INVISIBLE if words in (["hidden"], ["collapse"]) else Look.VISIBLE
        elif key in ("text-decoration", "text-decoration-line"):
            found["text-decoration"] = Look.STRUCK if "line-through" in words else None
        elif key == "font-size" and words and re.fullmatch(r"0+(?:px|em|rem|pt|%)?", words[0]):
            found[key] = Look.HIDDEN
    return frozenset(one for one in found.values() if one)


def _rules(style: str) -> Iterable[tuple[str, str]]:
    """Selectors and body of each rule outside of at-rules."""
    depth = start = 0
    selectors = ""
    for brace in re.finditer(r"[{}]", style):
        if brace[0] == "{":
            if depth == 0:
                selectors = style[start : brace.start()].rpartition(";")[2].strip()
                start = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                if not selectors.startswith("@"):
                    yield selectors, style[start : brace.start()]
                start = brace.end()
