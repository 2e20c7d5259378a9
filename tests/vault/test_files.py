"""The format of sealed files."""

import io
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.vault import files
from sanad.vault.blobs import TAG, Damaged
from sanad.vault.files import MAGIC, PART, open_stream, seal_stream

KEY, ID, OTHER = b"k" * 32, UUID(int=1), UUID(int=2)
SEALED_PART = PART + TAG


class Dripping(io.BytesIO):
    """Gives few bytes at a time, like a slow line."""

    def read(self, size=-1):
        return super().read(min(size, 1000))


def seal(plain: bytes) -> bytes:
    return b"".join(seal_stream(io.BytesIO(plain), KEY, ID))


def opened(sealed: bytes, key=KEY, original=ID) -> bytes:
    return b"".join(open_stream(io.BytesIO(sealed), key, original))


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 17])
def test_what_was_sealed_is_opened(size):
    plain = bytes(number % 251 for number in range(size))
    assert opened(seal(plain)) == plain


def test_a_slow_line_makes_no_difference():
    plain = bytes(2 * PART + 5)
    sealed = b"".join(seal_stream(Dripping(plain), KEY, ID))
    assert len(sealed) == len(seal(plain))
    assert b"".join(open_stream(Dripping(sealed), KEY, ID)) == plain


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(files, "PART", 64)


THREE = bytes(range(256))[:150]  # three parts of 64


@given(st.data())
def test_a_flipped_bit_is_refused(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "PART", 64)
        sealed = bytearray(seal(THREE))
        sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        with pytest.raises(Damaged):
            opened(bytes(sealed))


@given(st.data())
def test_a_cut_file_is_refused(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "PART", 64)
        sealed = seal(THREE)
        with pytest.raises(Damaged):
            opened(sealed[: data.draw(st.integers(0, len(sealed) - 1))])


def parts_of(sealed: bytes) -> list[bytes]:
    body = sealed[len(MAGIC) :]
    return [body[at : at + 64 + TAG] for at in range(0, len(body), 64 + TAG)]


@pytest.mark.parametrize("order", [[1, 0, 2], [0, 2], [0, 1], [0, 0, 1, 2], [0, 1, 2, 2]])
def test_parts_out_of_order_missing_or_doubled_are_refused(small_parts, order):
    parts = parts_of(seal(THREE))
    with pytest.raises(Damaged):
        opened(MAGIC + b"".join(parts[number] for number in order))


def test_the_file_of_another_original_is_refused():
    with pytest.raises(Damaged):
        opened(seal(b"x"), original=OTHER)


def test_another_key_is_refused():
    with pytest.raises(Damaged):
        opened(seal(b"x"), key=b"z" * 32)


def test_sealing_holds_a_few_parts_in_memory_at_a_time():
    class Endless:
        read_so_far = 0

        def read(self, size):
            self.read_so_far += size
            return bytes(size)

    source, sealed = Endless(), 0
    for piece in seal_stream(source, KEY, ID):
        sealed += len(piece)
        assert source.read_so_far - sealed <= 2 * PART
        if sealed > 50 * PART:
            break
