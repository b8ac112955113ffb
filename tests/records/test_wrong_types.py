from __future__ import annotations

import pytest

from site_builder.records.models import ArticleRecord, ClaimRecord, CorrectionRecord, LicenceRecord, SiteRecord
from site_builder.records.nodes import MapNode
from site_builder.records.parser import parse
from site_builder.records.whole import Place
from site_builder.records.wrong_types import KINDS, remedy
from site_builder.source import Source


@pytest.mark.parametrize(
    ("kind", "text", "help_"),
    [
        ("string_type", "k: [The] \n", 'write "[The]"'),
        ("string_type", "k: {a b}\n", 'write "{a b}"'),
        ("string_type", "k:\n  a: b\n", "after the colon, on the same line"),
        ("string_type", "k: ~\n", "write a text, or remove the item"),
        ("string_type", "k: [ann]\n", "write ann, without brackets"),
        ("string_type", "k: [ann, bob]\n", "only one value can be here; or put the text in quotes"),
        (
            "string_type",
            "k: [Ann Able]\n",
            'write Ann Able, without brackets; if the brackets are meant, write "[Ann Able]"',
        ),
        ("string_type", "k: {id: ann}\n", "write ann, without braces and key"),
        ("string_type", "k: {en: Roads, de: Wege}\n", "one text goes here, not a record"),
        ("string_type", "k: {a: [b]}\n", "one text goes here, not a record"),
        ("int_type", "k: [3]\n", "write 3, without brackets"),
        ("tuple_type", "k: a, b\n", "write [a, b]"),
        ("tuple_type", "k: (a)\n", "write [a]"),
        ("tuple_type", "k: Ann (Paper)\n", "write [Ann (Paper)]"),
        ("tuple_type", "k: ［a，b］\n", "write [a, b]"),
        ("tuple_type", "k:\n  a\n  b\n", "after a hyphen and a space: - a"),
        ("tuple_type", "k:\n  -a\n  -b\n", "a space after each hyphen: - a"),
        ("tuple_type", "k:\n  a: b\n", "write the items alone: [a]"),
        ("model_type", "k: Nobody\n", "write {name: Nobody}"),
        ("model_type", "k: [a]\n", "without hyphens"),
        ("int_type", "k: two\n", "in digits"),
        *(
            ("bool_type", f"k: {word}\n", "write false")
            for word in ("no", "No", "off", "0", "'none'", "ＦＡＬＳＥ", "fаlse")
        ),
        *(("bool_type", f"k: {word}\n", "write true") for word in ("yes", "ON", "1", '"Y"', "“true”")),
        *(("bool_type", f"k: {word}\n", "write true or false") for word in ("maybe", "[false]", "{a: b}", "''")),
    ],
)
def test_what_to_write_instead(kind: str, text: str, help_: str) -> None:
    node, _ = parse(Source("x.yaml", text))
    assert isinstance(node, MapNode)
    value = node.get("k")
    assert value is not None
    assert kind in KINDS
    place = (
        Place(None, ArticleRecord, "byline") if kind == "tuple_type" else Place(LicenceRecord, SiteRecord, "licence")
    )
    assert help_ in remedy(kind, value, place)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("k: {a: {en: Roads, de: Wege}, b: x}\n", "one text goes here, not a record"),
        ("k: {a: {Roads}, b: x}\n", 'write "{Roads}"'),
        ("k: {a: [The roads, the rails], b: x}\n", 'write "[The roads, the rails]"'),
        ("k: {a: [roads], b: x}\n", "write roads, without brackets"),
    ],
)
def test_advice_on_a_value_inside_of_braces_is_about_that_value_alone(text: str, help_: str) -> None:
    node, _ = parse(Source("x.yaml", text))
    assert isinstance(node, MapNode)
    outer = node.get("k")
    assert isinstance(outer, MapNode)
    value = outer.get("a")
    assert value is not None
    assert help_ in (found := remedy("string_type", value, Place()))
    assert "b: x" not in found


def test_where_a_list_of_records_belongs_a_text_is_none_of_its_items() -> None:
    node, _ = parse(Source("x.yaml", "k: We corrected a date.\n"))
    assert isinstance(node, MapNode)
    value = node.get("k")
    assert value is not None
    advice = "write a record after each hyphen: - {date: …, change: We corrected a date.}"
    assert remedy("tuple_type", value, Place(CorrectionRecord, ClaimRecord, "corrections")) == advice
