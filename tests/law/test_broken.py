"""A site that does not build is told of as a clean build tells of it, however often; mended, it is whole again."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.law.broken import BROKEN
from tests.law.building import again, clean, first
from tests.law.ground import ground

MOST = 3
"""Ways of an edit that are tried."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_site_is_told_of_and_forgotten(name: str) -> None:
    start, memo = first("preview")
    told = 0
    for after in islice(BROKEN[name](ground()), MOST):
        expected = clean(after, "preview")
        if expected.files is not None:
            continue
        told += 1
        for _ in range(2):  # what is known of it is known the second time
            found, memo = again(after, memo, "preview")
            assert found.unlike(expected) == []
        assert again(ground(), memo, "preview")[0].unlike(start) == []
    assert told
