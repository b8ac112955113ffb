from __future__ import annotations

from site_builder.records.nodes import MapNode, find, head, node_at
from site_builder.records.parser import parse
from site_builder.source import Source


def tree(text: str) -> MapNode:
    node, _ = parse(Source("x.yaml", text))
    assert isinstance(node, MapNode)
    return node


def test_a_path_is_found_as_far_as_it_exists() -> None:
    node = tree("list:\r\n  - один\r\n  - два\r\n")
    span, whole = find(node, ("list", 1))
    assert (span.text, whole) == ("два", True)
    span, whole = find(node, ("list", 7))
    assert (span.text, whole) == ("один", False)


def test_a_value_is_found_by_its_path_or_not_at_all() -> None:
    node = tree("b: {c: [d, {e: f}]}\n")
    found = node_at(node, ("b", "c", 1, "e"))
    assert found is not None
    assert found.span.text == "f"
    assert node_at(node, ("b", "c", 2)) is None
    assert node_at(node, ("b", 0)) is None


def test_a_collection_is_pointed_at_by_its_first_key_or_item() -> None:
    assert head(tree("a: [b, c]\n")).text == "a"
    inner = node_at(tree("a: [b, c]\n"), ("a",))
    assert inner is not None
    assert head(inner).text == "b"
