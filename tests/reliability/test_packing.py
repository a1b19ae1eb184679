"""The rows of a copy are one zlib stream that any program unpacks, whatever the lines are."""

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.security.packing import _LONG, Packer

TEXT = b'["D1","Leieavtale for bolig","nb"]\n'


def packed(lines: list[bytes]) -> bytes:
    packer = Packer()
    return b"".join([packer.begin(), *(packer.pack(line) for line in lines), packer.end()])


def photo(seed: int, length: int = 3 * _LONG) -> bytes:
    return random.Random(seed).randbytes(length).hex().encode() + b"\n"


@given(st.lists(st.one_of(st.binary(max_size=200), st.integers(0, 9).map(photo)), max_size=12))
def test_what_comes_out_is_what_went_in(lines: list[bytes]) -> None:
    assert zlib.decompress(packed(lines)) == b"".join(lines)


@pytest.mark.parametrize("length", [_LONG - 1, _LONG, _LONG + 1])
def test_on_both_sides_of_what_is_long(length: int) -> None:
    lines = [TEXT, b"x" * length, TEXT, b"y" * length, b"x" * length]
    assert zlib.decompress(packed(lines)) == b"".join(lines)


def test_it_is_one_stream_with_nothing_behind_it() -> None:
    reader = zlib.decompressobj()
    assert reader.decompress(packed([TEXT, photo(1), TEXT]) + b"more").endswith(TEXT)
    assert reader.eof and reader.unused_data == b"more"


def test_text_is_packed_as_tightly_as_ever_and_a_photo_to_what_it_was() -> None:
    text = [TEXT.replace(b"1", str(number).encode()) for number in range(5000)]
    assert len(packed(text)) < 1.01 * len(zlib.compress(b"".join(text))) + 20
    photos = [photo(number) for number in range(4)]
    assert len(packed(photos)) < 0.52 * sum(map(len, photos)), "hexadecimal letters hold half of what they take"


@pytest.mark.parametrize("at", [0, 1, 60, -3, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    stream = bytearray(packed([TEXT * 3, photo(2), TEXT]))
    stream[at] ^= 0x10
    with pytest.raises(zlib.error):
        zlib.decompress(bytes(stream))
