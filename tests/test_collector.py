from __future__ import annotations

import gc

import pytest

from site_builder.collector import no_garbage_collection


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
