from __future__ import annotations

import gzip

import pytest

from site_builder.output.searching import cbor
from site_builder.output.searching.canonical import canonical
from site_builder.output.searching.files import unpack
from tests.output.searching.entries import entry, raw

ENTRIES = [entry(number) for number in range(12)]


def test_every_run_of_the_engine_gives_the_same_bundle() -> None:
    first = canonical(raw(ENTRIES))
    assert all(canonical(raw(ENTRIES)) == first for _ in range(4))


def test_a_canonical_bundle_stays_as_it_is() -> None:
    files = canonical(raw(ENTRIES))
    assert canonical(files) == files


def test_values_of_filters_are_in_order() -> None:
    files = canonical(raw(ENTRIES))
    filters = [cbor.decode(unpack(data)) for name, data in files.items() if name.endswith(".pf_filter")]
    values = {str(found[0]): [value[0] for value in found[1]] for found in filters}  # type: ignore[index,union-attr]
    assert values == {"by": ['Ann "A" & Bob'], "beside": ["t0", "t1", "t2"], "lead": ["a, b: c"]}


def test_what_is_not_known_is_refused() -> None:
    files = raw(ENTRIES[:2])
    name = next(name for name in files if name.endswith(".pf_meta"))
    files[name] = gzip.compress(b"something else")
    with pytest.raises(ValueError, match="not a file of a search bundle"):
        canonical(files)
