from __future__ import annotations

import io
import pickle
from dataclasses import dataclass, field
from typing import Any

from site_builder.records.models import ClaimRecord
from site_builder.reductions import Reductions


@dataclass(frozen=True, slots=True)
class Plain:
    one: int
    other: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    only: object


@dataclass(frozen=True, slots=True)
class Derived:
    given: int
    made: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made", self.made + 1)


@dataclass(frozen=True)
class Roomy:
    one: int


def through(value: Any) -> Any:
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.dispatch_table = Reductions()
    pickler.dump(value)
    return pickle.loads(stream.getvalue())  # noqa: S301 – what was dumped just now


def test_values_come_back_as_they_were() -> None:
    roomy = Roomy(1)
    roomy.__dict__["remembered"] = 2
    values = [
        Plain(1, (Single(None), Single((1,)))),
        Derived(1),
        roomy,
        {"a": {1}},
        frozenset({"b"}),
        {},
        Plain,
        ClaimRecord,
    ]
    assert through(values) == values
    assert through(Derived(1)).made == 1
    assert through(roomy).__dict__ == {"one": 1, "remembered": 2}


def test_a_value_that_stands_twice_is_one_value() -> None:
    one = Plain(1)
    first, second = through([one, one])
    assert first is second


def test_a_plain_value_is_a_call_of_its_class() -> None:
    assert Reductions()[Plain](Plain(1, (2,))) == (Plain, (1, (2,)))
    assert Reductions()[Single](Single(3)) == (Single, (3,))
