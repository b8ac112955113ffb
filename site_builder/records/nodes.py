"""YAML with positions: a tree of nodes from the parser's events.

Reads the small part of YAML 1.1 that records need: mappings with text keys, sequences and scalars. Anchors,
aliases, tags, merge keys and further documents are refused, so that no input can grow while it is read. Scalars stay
the text that the editor wrote: ``no``, ``1:30`` and ``2020-13-45`` are typed by the record models, not guessed here.

The only module that imports PyYAML; knows nothing of claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from site_builder.diagnostics import Diagnostic, at
from site_builder.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_DEPTH = 32
_QUOTE_IT = "write the value out; a text that starts with * & or ! needs quotes"
_CUT = re.compile(r"#[^ \t\n\r#]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Node:
    """A value in a source: ``start`` and ``end`` are offsets in characters."""

    __slots__ = ("end", "source", "start")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return Span(self.source, self.start, self.end)

    def data(self) -> Any:
        """The value as plain ``dict``, ``list``, ``str`` or None."""
        raise AssertionError("every kind of node has data")


class Scalar(Node):
    """A text, or nothing (``value`` None) where the editor wrote nothing, ``~`` or ``null``."""

    __slots__ = ("plain", "value")

    def __init__(self, source: Source, start: int, end: int, value: str | None, plain: bool) -> None:
        super().__init__(source, start, end)
        self.value = value
        self.plain = plain

    def data(self) -> str | None:
        """The text, or None."""
        return self.value


class ListNode(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, source: Source, start: int) -> None:
        super().__init__(source, start, start)
        self.items: list[Node] = []

    def data(self) -> list[Any]:
        """The items' values."""
        return [item.data() for item in self.items]


class MapNode(Node):
    """Keys and values in the order of the file; ``entries`` holds (key node, value node) by key."""

    __slots__ = ("entries",)

    def __init__(self, source: Source, start: int) -> None:
        super().__init__(source, start, start)
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def data(self) -> dict[str, Any]:
        """Keys without a value are left out: to an editor they are absent."""
        return {
            key: value.data()
            for key, (_, value) in self.entries.items()
            if not (type(value) is Scalar and value.value is None)
        }

    def get(self, key: str) -> Node | None:
        """The value of ``key``, if it has one."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


def find(node: Node, path: Sequence[str | int]) -> tuple[Span, bool]:
    """The place of ``path`` (keys and indexes) below ``node``, as far as it exists, and whether all of it did."""
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str) and step in node.entries:
            node = node.entries[step][1]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return head(node), False
    return head(node), True


def head(node: Node) -> Span:
    """The span to point at: a scalar whole, a collection by its first key or item."""
    while True:
        if isinstance(node, MapNode) and node.entries:
            node = next(iter(node.entries.values()))[0]
        elif isinstance(node, ListNode) and node.items:
            node = node.items[0]
        else:
            return node.span


def parse(source: Source, start: int = 0, end: int | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """Read the YAML in ``source`` between ``start`` and ``end`` (offsets in characters).

    Returns the tree (None when there is no value or it could not be read) and what was wrong.
    """
    text = source.text[start:end]
    found: list[Diagnostic] = []
    builder = _Builder(source, start, found)
    loader = yaml.CSafeLoader(text)
    try:
        root = builder.read(loader)
    except yaml.MarkedYAMLError as problem:
        found.append(_syntax(source, start, text, problem))
        root = None
    except yaml.reader.ReaderError as problem:
        # libyaml counts bytes.
        before = text.encode()[: int(problem.position)].decode("utf-8", "ignore")
        offset = start + min(len(before), len(text))
        span = Span(source, offset, min(offset + 1, len(source.text)))
        found.append(at("yaml-syntax", span, f"the character {_character_name(problem)} is not allowed in YAML"))
        root = None
    finally:
        loader.dispose()
    return root, found


def _character_name(problem: yaml.reader.ReaderError) -> str:
    character = problem.character
    return f"U+{character:04X}" if isinstance(character, int) else repr(character)


def _syntax(source: Source, start: int, text: str, problem: yaml.MarkedYAMLError) -> Diagnostic:
    mark = problem.problem_mark or problem.context_mark
    if problem.context_mark and "end of stream" in str(problem.problem):
        mark = problem.context_mark  # where the text was opened that nothing closes
    offset = min(mark.index, len(text)) if mark else 0
    line_end = text.find("\n", offset)
    span = Span(source, start + offset, start + max(offset, line_end if 0 <= line_end < offset + 1 else offset + 1))
    message = str(problem.problem or "the YAML cannot be read")
    if problem.context:
        message = f"{message} ({problem.context})"
    line = source.line_text(source.position(span.start)[0])
    advice = None
    if "mapping values are not allowed" in message:
        advice = 'put the text in quotes: a colon followed by a space inside it reads as "key: value"'
    elif "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in message:
        advice = "indent with spaces: YAML does not allow tabs"
    elif "found unexpected end of stream" in message:
        advice = "close the quotation mark"
    elif "cannot start any token" in message:
        advice = "put the text in quotes: it cannot begin with this character"
    else:
        # The commonest slips leave their line, and the parser tells of what comes after it.
        slips = (slip for above in (0, 1) if (slip := _slip(source, source.position(span.start)[0] - above)))
        advice = next(slips, None)
    return at("yaml-syntax", span, message, help=advice)


_HALF_QUOTED = re.compile(r"""^[^#'"]*?(?::|-)[ ]+(?P<mark>['"]).*?(?P=mark)[ ]*[^\s#,\]}:]""")
_HALF_LISTED = re.compile(r"^[^#'\"]*?(?::|-)[ ]+\[[^\]]*\][ ]*[^\s#,\]}:]")


def _slip(source: Source, line: int) -> str | None:
    """What is wrong with a value of which only the beginning stands in quotation marks or brackets."""
    text = source.line_text(line) if line > 0 else ""
    if _HALF_QUOTED.match(text):
        return "put the whole text in quotes: one that begins with a quotation mark ends with the next"
    if _HALF_LISTED.match(text):
        return "put the text in quotes: one that begins with [ is a list"
    return None


def _cuts(text: str, offset: int) -> Iterator[int]:
    """Where the white space begins before each sign of a comment that has no space behind it."""
    for match in _CUT.finditer(text, offset):
        at = match.start()
        while at > offset and text[at - 1] in " \t":
            at -= 1
        yield at


class _Refused(Exception):
    """The tree cannot be built; the diagnostic is already filed."""


class _Builder:
    """Turns events into nodes; one instance a parse."""

    def __init__(self, source: Source, offset: int, found: list[Diagnostic]) -> None:
        self.source = source
        self.offset = offset
        self.found = found
        # Where a text may have lost its end to a comment; in most files nowhere.
        self._cuts = frozenset(_cuts(source.text, offset))

    def read(self, loader: Any) -> Node | None:
        """The first document's tree."""
        get = loader.get_event
        documents = 0
        root: Node | None = None
        stack: list[tuple[Node, Scalar | None]] = []
        container: Node | None = None
        key: Scalar | None = None
        try:
            while (event := get()) is not None:
                kind = type(event)
                if kind is ScalarEvent:
                    node: Node = self._scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    node = self._collection(event, len(stack))
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    cast("Node", container).end = self.offset + event.end_mark.index
                    container, key = stack.pop()
                    continue
                else:
                    documents += kind is DocumentStartEvent
                    if kind is AliasEvent:
                        self._refuse(event, "an alias (*)")
                    if documents > 1:
                        self._refuse(event, "a second document (---)", "keep everything in one document")
                    continue
                if container is None:
                    root = node
                elif isinstance(container, MapNode):
                    if key is None:
                        key = self._key(container, node)
                        continue
                    container.entries.setdefault(cast("str", key.value), (key, node))
                    key = None
                else:
                    cast("ListNode", container).items.append(node)
                if kind is not ScalarEvent:
                    stack.append((cast("Node", container), key))
                    container, key = node, None
        except _Refused:
            return None
        return None if isinstance(root, Scalar) and root.value is None else root

    def _scalar(self, event: Any) -> Scalar:
        plain = not event.style
        start = self.offset + event.start_mark.index
        end = self.offset + event.end_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "a tag (!)" if event.tag is not None else "an anchor (&)")
        value = event.value
        if plain and value in _NULLS:
            value = None
        elif plain and end in self._cuts:
            self._warn_of_cut(end)
        return Scalar(self.source, start, end, value, plain)

    def _collection(self, event: Any, depth: int) -> Node:
        start = self.offset + event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "a tag (!)" if event.tag is not None else "an anchor (&)")
        if depth >= MAX_DEPTH:
            span = Span(self.source, start, start + 1)
            self.found.append(at("yaml-depth", span, f"nested more than {MAX_DEPTH} levels deep"))
            raise _Refused
        return (MapNode if type(event) is MappingStartEvent else ListNode)(self.source, start)

    def _key(self, container: MapNode, node: Node) -> Scalar:
        if not isinstance(node, Scalar) or node.value is None:
            self.found.append(at("yaml-feature", node.span, "a key must be a text"))
            raise _Refused
        if node.plain and node.value == "<<":
            self.found.append(at("yaml-feature", node.span, "merge keys (<<) are not read", help="write the keys out"))
            raise _Refused
        earlier = container.entries.get(node.value)
        if earlier:
            line = self.source.position(earlier[0].start)[0]
            self.found.append(
                at("duplicate-key", node.span, f'"{node.value}" stands here a second time; first on line {line}')
            )
        return node

    def _refuse(self, event: Any, what: str, advice: str = _QUOTE_IT) -> NoReturn:
        start = self.offset + event.start_mark.index
        end = self.offset + event.end_mark.index
        span = Span(self.source, start, max(start + 1, end))
        self.found.append(at("yaml-feature", span, f"{what} is not read here", help=advice))
        raise _Refused

    def _warn_of_cut(self, end: int) -> None:
        """``name: Agent #1`` is the text "Agent"; with a space behind the sign it is a comment on purpose."""
        text = self.source.text
        at_sign = text.index("#", end)
        line_end = text.find("\n", at_sign)
        cut = Span(self.source, at_sign, len(text) if line_end < 0 else line_end)
        self.found.append(
            at("cut-by-comment", cut, "this reads as a comment and is cut from the text before it",
               help="put the whole text in quotes")
        )  # fmt: skip
