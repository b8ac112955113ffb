from __future__ import annotations

import gc
import weakref

import pytest

from site_builder import collector
from site_builder.collector import end_at_once, hold, no_garbage_collection


def test_nothing_is_collected_meanwhile_and_things_are_as_they_were_after() -> None:
    assert gc.isenabled()
    with no_garbage_collection():
        assert not gc.isenabled()
        with no_garbage_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()


def test_also_after_a_failure() -> None:
    with pytest.raises(KeyError), no_garbage_collection():
        raise KeyError
    assert gc.isenabled()
    gc.unfreeze()


class Value:
    """Something that can be seen to go."""


def test_a_result_is_held_only_where_the_process_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "HELD", type(collector.HELD)())
    value = Value()
    gone = weakref.ref(value)
    hold(value)
    del value
    assert gone() is None
    value = Value()
    gone = weakref.ref(value)
    end_at_once()
    hold(value)
    del value
    assert gone() is not None
