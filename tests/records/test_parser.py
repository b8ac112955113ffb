from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.records.nodes import ListNode, MapNode, Node, Scalar
from site_builder.records.parser import parse
from site_builder.source import Source


def read(text: str) -> tuple[Node | None, list[Diagnostic]]:
    return parse(Source("x.yaml", text))


def test_scalars_stay_what_the_editor_wrote() -> None:
    node, found = read("a: no\nb: 1:30\nc: 2020-13-45\nd: 'yes'\ne: 0x1F\nf: 1e3\n")
    assert found == []
    assert node is not None
    assert node.data() == {"a": "no", "b": "1:30", "c": "2020-13-45", "d": "yes", "e": "0x1F", "f": "1e3"}


def test_a_key_without_value_is_absent_and_an_empty_text_is_not() -> None:
    node, _ = read("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    assert node is not None
    assert node.data() == {"d": "", "e": "null"}


def test_positions_are_offsets_in_characters() -> None:
    text = "ключ: 😀 значение\nlist:\r\n  - один\r\n  - два\r\n"
    node, _ = read(text)
    assert isinstance(node, MapNode)
    value = node.get("ключ")
    assert isinstance(value, Scalar)
    assert value.span.text == "😀 значение"


def test_block_scalars_and_anything_nested() -> None:
    node, _ = read("a: |\n  one\n\n  two\nb: {c: [d, {e: f}]}\n")
    assert node is not None
    assert node.data() == {"a": "one\n\ntwo\n", "b": {"c": ["d", {"e": "f"}]}}


def test_offsets_of_a_part_are_those_of_the_file() -> None:
    source = Source("a.md", "---\ntitle: Here\n---\nbody\n")
    node, _ = parse(source, 4, 16)
    assert isinstance(node, MapNode)
    value = node.get("title")
    assert value is not None
    assert value.span.text == "Here"


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{" * 100_000, "? " * 100_000, "a: " + "[" * 50_000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    node, found = read(text)
    assert node is None
    # A record as a key is refused before it can be deep.
    assert [diagnostic.code for diagnostic in found] == ["yaml-feature" if text[0] in "{?" else "yaml-depth"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_each_of_many_directives_is_not_compared_with_all_others(end: str) -> None:
    few, many = ("".join(f"%TAG !{i}! tag:x,2020:{end}" for i in range(n)) + "---\na: b\n" for n in (10, 11))
    assert read(few)[1] == []
    node, found = read(many)
    assert node is None
    assert [fault.message for fault in found] == ["more than 10 %TAG directives are not read here"]
    assert found[0].position == (11 if end != "\u2028" else 1, found[0].position[1])
    assert read("a: |\n" + "  %TAG\n" * 20)[1] == []


def test_aliases_cannot_explode() -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"{n}: &{n} [*{p},*{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
    node, found = read(bomb)
    assert node is None
    assert [diagnostic.code for diagnostic in found] == ["yaml-feature"]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    node, found = read("a: 1\nb: 2\na: {c: 3}\n")
    assert node is not None
    assert node.data() == {"a": "1", "b": "2"}
    assert [(diagnostic.code, diagnostic.position) for diagnostic in found] == [("duplicate-key", (3, 1))]


def test_keys_that_stand_twice_are_one_fault_a_record() -> None:
    _, found = read("- a: 1\n  b: 2\n  a: 3\n  b: 4\n- a: 1\n  c: 1\n  c: 2\n")
    assert [(diagnostic.code, diagnostic.position) for diagnostic in found] == [
        ("duplicate-key", (3, 3)),
        ("duplicate-key", (7, 3)),
    ]
    helps = [diagnostic.help or "" for diagnostic in found]
    assert "put a hyphen before it: - a" in helps[0]  # the first key of an item begins another one
    assert "hyphen" not in helps[1]


@pytest.mark.parametrize(
    ("line", "warns"),
    [
        ("a: b #c", True),
        ("a: b # c", False),
        ("a: 'b #c'", False),
        ("a: b#c", False),
        ("a: b\n#c", False),
        ("a: b #", False),
    ],
)
def test_a_text_cut_by_a_comment_is_noticed(line: str, warns: bool) -> None:
    _, found = read(line + "\n")
    assert [diagnostic.code for diagnostic in found] == ["cut-by-comment"] * warns


def test_lists_at_the_top() -> None:
    node, _ = read("- a\n- b: c\n")
    assert isinstance(node, ListNode)
    assert node.data() == ["a", {"b": "c"}]


def test_a_character_that_yaml_has_not_is_found_behind_wider_ones() -> None:
    _, found = parse(Source("x", "a: " + "é" * 50 + "\nb: \x01\n"))
    assert [(diagnostic.code, diagnostic.position) for diagnostic in found] == [("yaml-syntax", (2, 4))]


def test_a_byte_order_mark_at_the_beginning_moves_no_place() -> None:
    source = Source("a.yaml", "\ufeffa: b\n")
    root, found = parse(source)
    assert isinstance(root, MapNode)
    assert found == []
    assert root.entries["a"][1].span.text == "b"
