from __future__ import annotations

from tests.law.catalogue import catalogue
from tests.law.reasons import reasons

EDIT = "ClaimRecord.topics changed"


def test_a_reason_that_stands_alone_is_counted_among_all() -> None:
    alone, among = reasons({EDIT: catalogue()[EDIT]}, ["preview"])
    assert 0 < alone["claim record"] <= among["claim record"]
    assert alone["profile of"] == 0 < among["profile of"], "who shows a profile shows the claims, too"
    assert not among["view of verdict"]
