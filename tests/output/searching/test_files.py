from __future__ import annotations

import gzip

import pytest

from site_builder.output.searching.files import MAGIC, digest, meta_name, names, pack, unpack


def test_a_digest_has_no_leading_zeros() -> None:
    # SHA-1 of nothing: da39a3ee5e6b4b0d3255bfef95601890afd80709
    assert digest(b"") == "da39a3ee5e6b4bd3255bfef95601890afd879"


def test_names_grow_until_they_differ() -> None:
    # Two pages whose digests begin with the same seven characters, found by trying.
    one, other = collision()
    assert digest(one)[:7] == digest(other)[:7]
    short, long = names("en", [digest(one), digest(other)])
    assert (len(short), len(long)) == (len("en_") + 7, len("en_") + 8)
    assert names("en", [digest(other), digest(one)])[0] == f"en_{digest(other)[:7]}"
    assert names("en", [digest(one), digest(one)]) == [short, short]


def collision() -> tuple[bytes, bytes]:
    seen: dict[str, bytes] = {}
    for number in range(10**6):
        content = b"%d" % number
        start = digest(content)[:7]
        if start in seen:
            return seen[start], content
        seen[start] = content
    raise AssertionError


def test_the_tables_name_is_longer_by_the_language() -> None:
    assert meta_name("en", b"") == "en_da39a3ee5e"
    assert meta_name("fil", b"") == "fil_da39a3ee5e6"


def test_what_is_packed_is_unpacked() -> None:
    assert gzip.decompress(pack(b"words")) == MAGIC + b"words"
    assert unpack(pack(b"words")) == b"words"
    with pytest.raises(ValueError, match="not a file of a search bundle"):
        unpack(gzip.compress(b"words"))
