"""YAML with positions: a tree of nodes from the parser's events.

Reads the small part of YAML 1.1 that records need: mappings with text keys, sequences and scalars. Anchors,
aliases, tags, merge keys and further documents are refused, so that no input can grow while it is read. Scalars stay
the text that the editor wrote: ``no``, ``1:30`` and ``2020-13-45`` are typed by the record models, not guessed here.

The only module that imports PyYAML; knows nothing of claims.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NoReturn

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
from site_builder.records import bounds
from site_builder.records.comments import cut_off, cuts
from site_builder.records.lines import line_at, named
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.slips import odd_key, opening_sign
from site_builder.records.syntax import Trouble, syntax_fault
from site_builder.source import Source, Span

MAX_DEPTH = 32
MOST_TAGS = 10
"""``%TAG`` directives: libyaml compares each with all before it. No record needs one."""
_TAG = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])%TAG")
_USUAL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def parse(
    source: Source, start: int = 0, end: int | None = None, column: int = 0, *, alone: bool = False, depth: int = 0
) -> tuple[Node | None, list[Diagnostic]]:
    """Read the YAML in ``source`` between ``start`` and ``end`` (offsets in characters).

    Spaces take the place of ``column`` characters before it: a record is read as it is in the middle of a line. A part
    of a document that is read ``alone`` must not begin or end one; it stands ``depth`` levels deep in the document.

    Returns the tree (None when there is no value or it could not be read) and what was wrong.
    """
    text = " " * column + source.text[start:end]
    start += text.startswith("\ufeff") - column  # libyaml does not count a byte order mark
    tags = list(islice(_TAG.finditer(text), MOST_TAGS, MOST_TAGS + 1)) if text.count("%TAG") > MOST_TAGS else []
    if tags:
        span = Span(source, start + tags[0].end() - len("%TAG"), start + tags[0].end())
        message = f"more than {MOST_TAGS} %TAG directives are not read here"
        return None, [at("yaml-feature", span, message, help="remove them: records have no tags")]
    builder = _Builder(source, start, start + len(text), alone=alone, depth=depth)
    loader = yaml.CSafeLoader(text)
    try:
        root = builder.read(loader)
    except _Refused as problem:
        return None, [problem.diagnostic]
    except yaml.MarkedYAMLError as problem:
        return None, [syntax_fault(_trouble(source, start, len(text), problem, builder.quoted))]
    except yaml.reader.ReaderError as problem:
        # libyaml counts bytes.
        before = text.encode()[: int(problem.position)].decode("utf-8", "ignore")
        offset = start + min(len(before), len(text))
        span = Span(source, offset, min(offset + 1, len(source.text)))
        name = named(chr(problem.character)) if isinstance(problem.character, int) else repr(problem.character)
        return None, [at("yaml-syntax", span, f"the character {name} is not text", help="remove it")]
    finally:
        loader.dispose()
    return root, builder.found


def _trouble(
    source: Source, start: int, length: int, problem: yaml.MarkedYAMLError, quoted: tuple[int, int] | None
) -> Trouble:
    mark = problem.problem_mark or problem.context_mark
    place = start + (min(mark.index, length) if mark else 0)
    context = start + min(problem.context_mark.index, length) if problem.context_mark else place
    words = str(problem.problem or "")
    return Trouble(source, start, place, context, f"{words} ({problem.context})" if problem.context else words, quoted)


class _Refused(Exception):
    """The tree cannot be built, and ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Builder:
    """Turns events into nodes; one instance a parse."""

    def __init__(self, source: Source, offset: int, end: int, *, alone: bool, depth: int) -> None:
        self.source = source
        self.alone = alone
        self.depth = depth
        self.offset = offset
        self.found: list[Diagnostic] = []
        self.quoted: tuple[int, int] | None = None
        """The place of the last text in quotation marks."""
        # Places where a text may have lost its end to a comment; most files have none.
        self._cuts = frozenset(cuts(source.text, offset, end))
        self._twice: set[int] = set()

    def read(self, loader: Any) -> Node | None:
        """The first document's tree."""
        get, scalar = loader.get_event, self._scalar
        documents = 0
        root: Node | None = None
        stack: list[tuple[Any, Scalar | None]] = []
        # The list or record that is being read, and in a record the key whose value is next.
        container: Any = None
        key: Scalar | None = None
        while (event := get()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = self._collection(event, self.depth + len(stack))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container.end = self.offset + event.end_mark.index
                container, key = stack.pop()
                continue
            else:
                documents += kind is DocumentStartEvent
                if self.alone and getattr(event, "explicit", False):
                    self._refuse(event, "a sign of where the document begins or ends", "remove the line")
                if kind is AliasEvent:
                    self._refuse(event, "an alias (*)")
                if documents > 1:
                    self._refuse(event, "a second document (---)", "keep everything in one document: remove the line")
                continue
            if container is None:
                root = node
            elif type(container) is MapNode:
                if key is None:
                    key = self._key(container, node)
                    continue
                self._put(container, key, node)
                key = None
            else:
                self._append(container, node)
            if kind is not ScalarEvent:
                stack.append((container, key))
                container, key = node, None
        return None if isinstance(root, Scalar) and root.value is None else root

    def _scalar(self, event: Any) -> Scalar:
        style = event.style
        start = self.offset + event.start_mark.index
        end = self.offset + event.end_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "a tag (!)" if event.tag is not None else "an anchor (&)")
        value = event.value
        if end - start > bounds.TEXT:
            self._refuse_size(start, f"the text has {end - start:,} characters, more than {bounds.TEXT:,}")
        if style == '"' or style == "'":
            self.quoted = (start, end)
        elif not style:
            if value in _NULLS:
                value = None
            elif end in self._cuts:
                self.found.append(cut_off(self.source, end))
        return Scalar(self.source, start, end, value, not style)

    def _collection(self, event: Any, depth: int) -> Node:
        start = self.offset + event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self._refuse(event, "a tag (!)" if event.tag is not None else "an anchor (&)")
        if depth >= MAX_DEPTH:
            span = Span(self.source, start, start + 1)
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise _Refused(at("yaml-depth", span, message, help="put a text that begins with [ or { in quotes"))
        return (MapNode if type(event) is MappingStartEvent else ListNode)(self.source, start)

    def _put(self, container: MapNode, key: Scalar, node: Node) -> None:
        """Keep ``key``; of two equal keys the first with a value stays."""
        entries: dict[Any, tuple[Scalar, Node]] = container.entries
        known = entries.get(key.value)
        if known is None or (type(known[1]) is Scalar and not known[1].value):
            entries[key.value] = (key, node)

    def _append(self, container: ListNode, node: Node) -> None:
        if len(container.items) >= bounds.ENTRIES:
            self._refuse_size(node.start, f"the list has more than {bounds.ENTRIES:,} items")
        container.items.append(node)

    def _key(self, container: MapNode, node: Node) -> Scalar:
        if not isinstance(node, Scalar) or node.value is None:
            advice = "put a text that begins with [, { or ? in quotes"
            raise _Refused(at("yaml-feature", node.span, "a key must be a text", help=advice))
        if node.plain:
            if node.value == "<<":
                advice = "write the keys out"
                raise _Refused(at("yaml-feature", node.span, "merge keys (<<) are not read", help=advice))
            slip = odd_key(node.value, line_at(self.source, node.start)) if node.value[0] not in _USUAL else None
            if slip:
                span = Span(self.source, slip.start, slip.end)
                raise _Refused(at("yaml-syntax", span, slip.message, help=slip.help))
        if len(container.entries) >= bounds.ENTRIES:
            self._refuse_size(node.start, f"the record has more than {bounds.ENTRIES:,} keys")
        earlier = container.entries.get(node.value)
        if earlier:
            self._note_twice(container, node, earlier[0])
        return node

    def _note_twice(self, container: MapNode, node: Scalar, earlier: Scalar) -> None:
        """One message for a record: where one key is twice because an item lacks its hyphen, all others do."""
        if container.start in self._twice:
            return
        self._twice.add(container.start)
        line = self.source.position(earlier.start)[0]
        advice = "remove one of the two"
        if earlier is next(iter(container.entries.values()))[0]:
            advice += f"; if a new list item begins here, put a hyphen before it: - {node.value}: …"
        message = f'"{node.value}" appears here a second time; the first is on line {line}'
        self.found.append(at("duplicate-key", node.span, message, help=advice))

    def _refuse(self, event: Any, what: str, advice: str | None = None) -> NoReturn:
        start = self.offset + event.start_mark.index
        end = self.offset + event.end_mark.index
        span = Span(self.source, start, max(start + 1, end))
        slip = opening_sign(line_at(self.source, start))
        if advice is None:
            advice = "write the value out"
            if slip and slip.start == start:
                advice += f"; if it is a text, {slip.help}"
        raise _Refused(at("yaml-feature", span, f"{what} is not read here", help=advice))

    def _refuse_size(self, start: int, message: str) -> NoReturn:
        span = Span(self.source, start, start + 1)
        raise _Refused(at("too-large", span, message, help="split it, or remove what does not belong there"))
