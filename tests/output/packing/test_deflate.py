from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.packing import deflate
from site_builder.output.packing.deflate import by_hand, by_zlib, gzipped, is_usual, telling
from tests.tries import examples

words = st.lists(
    st.sampled_from([b"the ", b"election ", b"Belarus", b", ", b"\x83\x01\x82\x38\x18", b"7"]), max_size=400
)
texts = st.one_of(st.binary(max_size=3000), words.map(b"".join), st.binary(max_size=12).map(lambda data: data * 99))


@given(texts)
@examples(60)
def test_what_is_packed_by_hand_is_unpacked(data: bytes) -> None:
    assert zlib.decompress(by_hand(data), -15) == data


@given(texts)
@examples(60)
def test_packing_by_hand_is_what_zlib_does(data: bytes) -> None:
    # On a machine whose zlib is of another sort there is nothing to compare with.
    assert by_hand(data) == by_zlib(data) or not is_usual(by_zlib(telling()))


def test_the_telling_text_needs_all_that_a_packer_can_do() -> None:
    data = telling()
    packed = by_hand(data)
    assert len(data) > 2 * 32768
    assert is_usual(packed)
    assert zlib.decompress(packed, -15) == data
    distances = {distance for _, distance in deflate.symbols(data) if distance}
    lengths = {length for length, distance in deflate.symbols(data) if distance}
    assert max(distances) > 32000
    assert lengths >= set(range(3, 40))


def test_another_zlib_is_told_apart() -> None:
    packer = zlib.compressobj(4, zlib.DEFLATED, -15, 8)
    assert not is_usual(packer.compress(telling()) + packer.flush())


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 16382, 16383, 16384, 32506, 32507, 70000])
def test_sizes_at_the_edges_of_blocks_and_windows(size: int) -> None:
    one = telling()[: size // 2]
    for data in (bytes(size), telling()[:size], one + one, bytes(range(256)) * (size // 256)):
        assert by_hand(data) == by_zlib(data) or not is_usual(by_zlib(telling()))
        assert zlib.decompress(by_hand(data), -15) == data


def test_a_file_has_neither_time_nor_system() -> None:
    packed = gzipped(b"words")
    assert packed[:10] == bytes.fromhex("1f8b08000000000000ff")
    assert gzip.decompress(packed) == b"words"


def test_a_machine_with_another_zlib_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = telling()[:5000]
    before = gzipped(data)
    deflate._method.cache_clear()
    monkeypatch.setattr(deflate, "by_zlib", lambda data: zlib.compress(data, 6, -15))
    try:
        assert deflate._method() is by_hand
        assert gzipped(data) == before
    finally:
        deflate._method.cache_clear()


@given(texts)
@examples(20, 8)
def test_a_zlib_stream_is_read_back(data: bytes) -> None:
    assert zlib.decompress(deflate.zlib_stream(data)) == data


def test_a_zlib_stream_has_the_header_that_zlib_writes_at_this_level() -> None:
    assert deflate.zlib_stream(b"words")[:2] == zlib.compress(b"words", deflate.LEVEL)[:2]
