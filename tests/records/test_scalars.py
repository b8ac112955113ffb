from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.records.characters import without_separators
from site_builder.records.nodes import MapNode, Scalar
from site_builder.records.parser import parse
from site_builder.records.scalars import scalar
from site_builder.source import Source

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff\u2028\u2029"), min_size=1
)


@given(texts)
def test_what_is_written_is_read_back(text: str) -> None:
    node, found = parse(Source("x", f"key: {scalar(text)}\n"))
    assert found == []
    assert isinstance(node, MapNode)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.value == text


def test_plain_where_it_can_be() -> None:
    assert scalar("those who live in Poland") == "those who live in Poland"
    assert scalar('he said "no"') == "'he said \"no\"'"
    assert scalar("yes") == '"yes"'
    assert scalar("a: b") == '"a: b"'
    assert scalar("isn't meddling") == "isn't meddling"


@given(st.text(st.sampled_from("aÄ: \x85\u2028\u2029\"'-#"), min_size=1))
def test_separators_are_the_spaces_as_which_they_are_read(text: str) -> None:
    node, found = parse(Source("x", f"key: {scalar(text)}\n"))
    assert found == []
    assert isinstance(node, MapNode)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.value == without_separators(text)
