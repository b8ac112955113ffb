from __future__ import annotations

import pickle
from typing import Any

import pytest

from site_builder.load.claims import read_claims
from site_builder.records import written
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar, node_at
from site_builder.records.parser import parse
from site_builder.records.written import Written
from site_builder.source import Source
from tests.growth import grows_linearly

FILES = {
    "keys below each other": "claims:\n  - id: a\n    b: c\n  - id: d\n",
    "no indentation": "claims:\n- id: a\n  b: c\n- id: d\n",
    "a hyphen alone": "claims:\n  -\n      id: a\n      b: c\n",
    "a list in a list": "claims:\n  - - id: a\n      b: [c, d]\n    - id: e\n",
    "braces": "claims: [{id: a, b: 'c, d'}, {\nid: e, f: g\n h\n}]\n",
    "a key with a question mark": "claims:\n  - ? id\n    : a\n    b: c\n",
    "line ends of another system": "claims:\r\n  - id: a\r\n    b: |\r\n      c\r\n\r\n  - id: d\r\n",
    "line ends that no editor shows": 'claims:\n  - "\u2028"\n  - a: "\x85"\n    b: "\u2029"\n',
    "a line end before the record": "claims:\u2028  - id: a\u2028    b: c\u2028  - id: d\u2028",
    "a text with an indentation of its own": "claims:\n  - id: a\n    b: |2\n        c\n       d\n  - id: e\n",
    "a text that keeps its line ends": "claims:\n  - id: a\n    b: |+\n      c\n\n\n  # so\n  - id: d\n",
    "folded texts": "claims:\n  - id: a\n     b\n     c\n    d: >-\n      e\n      f\n    g: 'h\n\n  i'\n",
    "comments": "claims:  # x\n  - id: a  # y\n    # z\n    b: c#d\n    e: f #g\n  # h\n",
    "letters of two code units": "claims: [{😀: 😀}, {b: c}]\n",
}


def shape(node: Node | None) -> Any:
    """All that a tree says and where."""
    if isinstance(node, MapNode):
        return node.start, node.end, [(shape(key), shape(value)) for key, value in node.entries.values()]
    if isinstance(node, ListNode):
        return node.start, node.end, [shape(item) for item in node.items]
    return isinstance(node, Scalar) and (node.start, node.end, node.value, node.plain)


def maps(node: Node) -> list[MapNode]:
    """Every record in a tree."""
    below = list(node.items) if isinstance(node, ListNode) else []
    if isinstance(node, MapNode):
        below = [value for _, value in node.entries.values()]
    return [*([node] if isinstance(node, MapNode) else []), *(found for each in below for found in maps(each))]


@pytest.mark.parametrize("name", FILES)
def test_a_record_is_read_again_as_it_was_read(name: str) -> None:
    root, _ = parse(Source("x.yaml", FILES[name]))
    assert root is not None
    records = maps(root)
    assert len(records) > 1
    for node in records:
        assert shape(Written(node.source, node.start, node.end).node) == shape(node)


def test_it_is_read_when_it_is_asked_for_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(source: Source, start: int, end: int, column: int) -> Any:
        read.append(start)
        return parse(source, start, end, column)

    monkeypatch.setattr(written, "parse", counted)
    one = Written(Source("x.yaml", "a: {b: c}\n"), 3, 9)
    assert read == []
    assert one.node is one.node
    assert read == [3]


def test_a_copy_has_no_tree() -> None:
    one = Written(Source("x.yaml", "a: {b: c}\n"), 3, 9)
    before = pickle.dumps(one)
    assert isinstance(one.node, MapNode)
    assert pickle.dumps(one) == before
    found = node_at(pickle.loads(before).node, ("b",))  # noqa: S301
    assert found is not None
    assert found.span.text == "c"


def test_a_stretch_without_yaml_has_a_place() -> None:
    node = Written(Source("x.yaml", "# nothing\n"), 2, 9).node
    assert node.span.text == "nothing"[:7]


CLAIM = "{id: a%d, actor: a, statement: b, date: 2020, verdict: c, summary: d, passages: [{article: e, quote: f}]}"


@pytest.mark.parametrize("between", [",", ",\n"])
def test_places_in_a_file_cost_the_same_however_many_there_are(between: str) -> None:
    def work(count: int) -> object:
        text = f"claims: [{between.join(CLAIM % number for number in range(count))}]\n"
        records = read_claims(Source("claims.yaml", text))
        assert not records.found
        return [entry.span(key).text for entry in records.claims for key in ("verdict", "summary", "date")]

    assert grows_linearly(work, 50)
    assert work(2) == ["c", "d", "2020"] * 2
