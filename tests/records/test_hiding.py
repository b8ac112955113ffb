"""Characters that turn a text around or hide in it are found in each text of each kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin

import pytest

from site_builder.records import models
from site_builder.records.decode import decode
from site_builder.records.models import ArticleRecord, ClaimRecord, PassageRecord
from site_builder.records.parser import parse
from site_builder.records.record import Record
from site_builder.source import Source
from tests.projects import ARTICLE, checked, edited, minimal
from tests.world.test_unseen import PLACES, with_sign

KINDS: list[type[Record]] = [getattr(models, name) for name in models.__all__]
COMPARED = {"quote", "prefix", "suffix"}


def parts(annotation: object) -> set[object]:
    """Everything that a type is made of."""
    return {get_origin(annotation) or annotation}.union(*map(parts, get_args(annotation)))


def texts() -> Iterator[tuple[type[Record], str, str]]:
    """Each kind of record with each of its keys that can hold a text, and how a value is written there."""
    for kind in KINDS:
        for key, field in kind.model_fields.items():
            types = parts(field.annotation)
            if str in types:
                yield kind, key, '["{}"]' if tuple in types else '"{}"'


@pytest.mark.parametrize(("kind", "key", "value"), [case for case in texts() if case[1] not in COMPARED])
@pytest.mark.parametrize("sign", ["\u202e", "\\u202e", "\\U000E0041"])
def test_no_text_of_a_record_may_mislead(kind: type[Record], key: str, value: str, sign: str) -> None:
    node, faults = parse(Source("x.yaml", f"{key}: {value.format(f'a{sign}b')}\n"))
    assert node is not None
    assert not faults
    faults = [one for one in decode(kind, node, "a record")[1] if one.span and one.span.start > len(key)]
    assert "misleading-character" in {one.code for one in faults} or {one.severity for one in faults} == {"error"}


def test_the_words_of_articles_are_compared_elsewhere() -> None:
    assert set(PassageRecord.model_fields) >= COMPARED == ClaimRecord.compared
    assert set(ArticleRecord.model_fields) >= ArticleRecord.printed
    assert len(list(texts())) > 60


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"an article", "a quoted sentence"}))
@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\u2067", "\u2069", "\u202a"])
def test_wherever_it_is_a_turned_text_is_an_error(place: str, sign: str) -> None:
    result = checked(with_sign(place, sign))
    assert "misleading-character" in {one.code for one in result.report.diagnostics}
    assert result.files is None


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"an article", "a quoted sentence", "an article's headline"}))
@pytest.mark.parametrize("sign", ["\xad", "\u200b"])
def test_wherever_it_is_an_unseen_sign_is_a_warning(place: str, sign: str) -> None:
    result = checked(with_sign(place, sign))
    expected = (place, sign) != ("a quotation", "\xad")  # says where a word may be broken, and misleads nobody
    assert ("hidden-character" in {one.code for one in result.report.diagnostics}) == expected


def test_the_message_names_the_signs_and_points_at_the_first() -> None:
    written = 'statement: "The \u200broads\u200b are\u2060 safe\u180e\ufeff."'
    (fault,) = checked(edited(minimal(), "claims.yaml", "statement: The roads are safe.", written)).report.diagnostics
    assert "U+200B ZERO WIDTH SPACE and U+2060 WORD JOINER and" in fault.message
    assert fault.message.count("U+200B") == 1
    assert "1 more" in fault.message
    assert fault.span is not None
    assert fault.span.text == "\u200b"


def test_an_id_has_one_fault() -> None:
    (fault,) = checked(edited(minimal(), "claims.yaml", "[roads]", '["\u202eroads"]')).report.diagnostics
    assert fault.code == "invalid-id"


def test_a_headline_may_have_what_the_publisher_set() -> None:
    assert not checked(edited(minimal(), ARTICLE, "title: Minister", "title: Mi\xadnis\xadter")).report.diagnostics
