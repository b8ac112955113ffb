"""The names in the theme: what style sheets select, what scripts look for and set, what templates and pages have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?m:^\s*//[^\n]*$)", re.DOTALL)
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`")
_JINJA = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "aria-owns", "for", "form", "headers", "list")
_CLASS = r"\.(-?[A-Za-z_][\w-]*)"
_FINDS = r"(?:querySelector(?:All)?|closest|matches)"
_LOOKED_FOR = r"(?:getElementById\(\"|querySelector(?:All)?\(\"[^\"]*#|form\.elements\.)(-?[A-Za-z_][\w-]*)"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a style sheet names."""

    classes: frozenset[str]
    """In selectors."""
    attributes: frozenset[str]
    """In selectors, and those whose value it shows."""
    elements: frozenset[str]
    """In selectors."""
    ids: frozenset[str]
    """In selectors."""
    declared: frozenset[str]
    """Custom properties that get a value."""
    used: frozenset[str]
    """Custom properties whose value is asked for."""
    idle: frozenset[str]
    """Fonts (``@font-face``) and movements (``@keyframes``) that it defines, and names nowhere else."""


def sheet(text: str) -> Sheet:
    """Read a style sheet (CSS Syntax 3, without nesting)."""
    text = _COMMENT.sub(" ", text)
    selectors = " ".join(_selectors(text))
    shown = re.findall(r"attr\(\s*([\w-]+)", text)
    plain = re.sub(r"\[[^]]*\]", " ", selectors)
    named = re.sub(rf"{_CLASS}|#[\w-]+|::?[\w-]+", " ", plain)
    return Sheet(
        frozenset(re.findall(_CLASS, plain)),
        frozenset((*re.findall(r"\[\s*([\w-]+)", selectors), *shown)),
        frozenset(re.findall(r"[a-z][a-z0-9]*", named)),
        frozenset(re.findall(r"#(-?[A-Za-z_][\w-]*)", plain)),
        frozenset(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", text)),
        frozenset(re.findall(r"var\(\s*(--[\w-]+)", text)),
        frozenset(_idle(text)),
    )


def _idle(text: str) -> Iterator[str]:
    faces = re.findall(r"@font-face\s*\{[^}]*?font-family\s*:\s*[\"']?([^;\"'}]+)", text)
    rest = re.sub(r"@font-face\s*\{[^}]*\}|@keyframes\s+[\w-]+", " ", text)
    for name in (*faces, *re.findall(r"@keyframes\s+([\w-]+)", text)):
        if not re.search(rf"(?<![\w-]){re.escape(name.strip())}(?![\w-])", rest):
            yield name.strip()


def selectors(text: str) -> Iterator[str]:
    """Each selector of a style sheet by itself."""
    for some in _selectors(_COMMENT.sub(" ", text)):
        # Commas in brackets part no selectors.
        yield from (each.strip() for each in re.split(r",(?![^()]*\))", some))


def _selectors(text: str) -> Iterator[str]:
    for before in re.findall(r"([^{};]*)\{", text):
        if not before.strip().startswith("@"):
            yield before


@dataclass(frozen=True, slots=True)
class Script:
    """What a script names."""

    gives: frozenset[str]
    """Classes that it gives to elements or takes from them."""
    asks: frozenset[str]
    """Classes by which it finds elements."""
    makes: frozenset[str]
    """Elements that it makes."""
    reads: frozenset[str]
    """Data attributes that it reads or looks for."""
    sets: frozenset[str]
    """Data attributes that it gives to elements."""
    ids: frozenset[str]
    """Ids that it looks for, or beginnings of those that end in a value: ``sign-``."""
    parts: frozenset[str]
    """Parts of templates that it fills: values of ``data-part``."""


def script(text: str) -> Script:
    """Read a script: strings, and ``dataset``."""
    text = _SCRIPT_COMMENT.sub(" ", text)
    strings = " ".join(_STRING.findall(text))
    kept = re.findall(r"dataset\.(\w+)(\s*(?:\?\?)?=(?!=))?", text)
    for alias in re.findall(r"(\w+) = [\w.]*\bdataset;", text):
        kept += [(name, "") for name in re.findall(rf"\b{alias}\.(\w+)", text)]
    names = [(f"data-{_kebab(name)}", bool(written)) for name, written in kept]
    created = re.findall(r"<[^>]*?\s(data-[\w-]+)", strings) + re.findall(r"setAttribute\(\"(data-[\w-]+)", text)
    return Script(
        frozenset(_given(text, strings)),
        frozenset(re.findall(_CLASS, " ".join(re.findall(rf"{_FINDS}\(({_STRING.pattern})", text)))),
        frozenset(re.findall(r"createElement\(\"([\w-]+)\"", text)),
        frozenset((*(name for name, written in names if not written), *re.findall(r"\[(data-[\w-]+)", strings))),
        frozenset((*(name for name, written in names if written), *created)),
        frozenset((*re.findall(_LOOKED_FOR, text), *re.findall(r"#([a-z][\w-]*-)\$\{", strings))),
        frozenset(_parts(text)),
    )


def _given(text: str, strings: str) -> Iterator[str]:
    """Names of classes, without those that end in a value."""
    lists = re.findall(rf"classList\.(?:add|remove|toggle|replace)\(({_STRING.pattern})", text)
    whole = re.findall(rf"className\s*=\s*({_STRING.pattern})", text)
    written = re.findall(r"<[^>]*?\sclass=[\"']?([^\"'>]*)", strings)
    for names in (*lists, *whole, *written):
        yield from (name for name in names.strip("\"'`").split() if re.fullmatch(r"[\w-]+", name))


def _parts(text: str) -> list[str]:
    return [one or other for one, other in re.findall(r"\bpart\(\"([\w-]+)\"\)|\[data-part=([\w-]+)\]", text)]


def _kebab(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"-{letter.group().lower()}", name)


@dataclass
class Names(HTMLParser):
    """What pages have."""

    classes: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    """Ids that attributes name: labels, descriptions, controls, and links within the page."""
    targets: set[str] = field(default_factory=set)
    """Ids to which links lead, on whatever page."""
    parts: set[str] = field(default_factory=set)
    """Values of ``data-part``."""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "class" and value:
                self.classes |= set(value.split())
            elif name in _REFERENCES and value:
                self.references |= set(value.split())
            elif name == "href" and value and "#" in value[:-1]:
                address, _, id_ = value.partition("#")
                self.targets.add(unquote(id_))
                if not address:
                    self.references.add(unquote(id_))
            elif name == "id" and value:
                self.ids.add(value)
            elif name == "data-part" and value:
                self.parts.add(value)


def pages(texts: Iterable[str]) -> Names:
    """What ``texts`` have between them."""
    names = Names()
    for text in texts:
        names.feed(text)
    return names


@dataclass(frozen=True, slots=True)
class Template:
    """What a template names."""

    classes: frozenset[str]
    """Those that stand there whole."""
    families: frozenset[str]
    """Beginnings of those that end in a value: ``tone-``."""
    data: frozenset[str]
    """Data attributes."""
    idle: frozenset[str]
    """What it imports or sets, and names nowhere else."""
    macros: frozenset[str]
    """Macros that others may import."""
    imports: frozenset[str]
    """Macros that it imports, or names below their own line."""


def template(text: str) -> Template:
    """Read a template of Jinja."""
    own = frozenset(re.findall(r"\{%-?\s*macro (\w+)", text))
    imported = frozenset(_imported(text))
    given = imported | frozenset(re.findall(r"\{%-?\s*set (\w+)", text))
    used = {name: len(re.findall(rf"\b{name}\b", text)) > 1 for name in own | given}
    text = re.sub(r"\{\{.*?\}\}", "\0", _JINJA.sub(" ", text))
    names = " ".join(re.findall(r"class=\"([^\"]*)\"", text)).split()
    return Template(
        frozenset(name for name in names if "\0" not in name),
        frozenset(name.partition("\0")[0] for name in names if "\0" in name) - {""},
        frozenset(re.findall(r"\s(data-[\w-]+)", text)),
        frozenset(name for name in given if not used[name]),
        own,
        imported | {name for name in own if used[name]},
    )


def _imported(text: str) -> Iterator[str]:
    for names in re.findall(r"\{%-?\s*from \"[^\"]+\" import (.*?)\s*-?%\}", text):
        yield from re.split(r",\s*", names)
