"""That nothing can be edited which the law does not try."""

from __future__ import annotations

import pytest

from site_builder.records import models as m
from site_builder.records.record import Record
from tests.law.catalogue import catalogue, of_key
from tests.law.fields import Model, keys, models, optional, places, record_in, shape
from tests.law.ground import ground


def test_every_kind_of_record_is_known() -> None:
    kinds = [kind for kind in vars(m).values() if isinstance(kind, type) and issubclass(kind, Record)]
    assert set(models()) == set(kinds) - {Record}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_key_stands_in_the_site_that_is_edited(model: Model) -> None:
    """Otherwise it could not be changed or taken away: a new key is given to a record in ``ground.py``."""
    records = [ground().get(path) for path in places(ground(), model)]
    assert [key for key in model.model_fields if not any(key in record for record in records)] == []


@pytest.mark.parametrize(
    ("model", "key"), keys(), ids=lambda value: value if isinstance(value, str) else value.__name__
)
def test_every_key_has_edits(model: Model, key: str) -> None:
    """A key whose values no type tells is given some in ``values.py``."""
    edits = of_key(model, key)
    assert [name.split()[-1] for name in edits][:2] == ["changed", "removed"][: 2 if optional(model, key) else 1]
    for name, edit in edits.items():
        after = next(edit(ground()), None)
        assert after is not None, name
        assert after.project.content != ground().project.content, name


def test_every_file_of_the_theme_has_an_edit() -> None:
    assert {f"templates/{name}" for name in ground().theme} <= catalogue().keys()


def test_what_a_key_holds_is_read_from_its_type() -> None:
    fields = m.SiteRecord.model_fields
    assert [shape(fields[key].annotation) for key in ("title", "verdicts", "topics", "licence")] == [
        "one", "many", "named", "one",
    ]  # fmt: skip
    assert record_in(fields["topics"].annotation) is m.TopicRecord
    assert record_in(fields["title"].annotation) is None
