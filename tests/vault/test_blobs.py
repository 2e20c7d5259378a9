"""The format of sealed values: what is changed, cut or moved is refused."""

import os
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from hypothesis import given
from hypothesis import strategies as st

from sanad.vault.blobs import HEAD, STEP, TAG, VERSION, WRAPPED, Damaged, mac_of, open_one, plain_bytes, seal_each

KEY, MAC = b"k" * 32, b"m" * 32
ROW, OTHER = UUID(int=1), UUID(int=2)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
CONTENT = st.dictionaries(
    st.sampled_from(["name", "father", "cnic", "phone", "address", "narrative"]),
    TEXT | st.none() | st.integers(-(2**53), 2**53) | st.booleans() | st.lists(TEXT, max_size=3),
)


def seal(content, row=ROW, of="mention", key=KEY) -> bytes:
    return next(seal_each(key, MAC, [(row, of, content)]))[0]


@given(CONTENT)
def test_what_was_sealed_is_opened(content):
    assert open_one(KEY, ROW, "mention", seal(content)) == content


@given(CONTENT, st.data())
def test_a_flipped_bit_is_refused(content, data):
    blob = bytearray(seal(content))
    blob[data.draw(st.integers(0, len(blob) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Damaged):
        open_one(KEY, ROW, "mention", bytes(blob))


@given(CONTENT, st.data())
def test_a_cut_blob_is_refused(content, data):
    blob = seal(content)
    with pytest.raises(Damaged):
        open_one(KEY, ROW, "mention", blob[: data.draw(st.integers(0, len(blob) - 1))])


@given(CONTENT, st.binary(min_size=1, max_size=64))
def test_a_lengthened_blob_is_refused(content, more):
    with pytest.raises(Damaged):
        open_one(KEY, ROW, "mention", seal(content) + more)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_refused(noise):
    with pytest.raises(Damaged):
        open_one(KEY, ROW, "mention", noise)


@given(CONTENT)
def test_a_blob_moved_to_another_row_or_table_is_refused(content):
    blob = seal(content)
    for row, of in [(OTHER, "mention"), (ROW, "report"), (ROW, "mention\0")]:
        with pytest.raises(Damaged):
            open_one(KEY, row, of, blob)


def test_the_data_key_of_one_row_does_not_open_another():
    blob, other = seal({"name": "محمد علی"}), seal({"name": "Zainab"}, OTHER)
    swapped = blob[: 1 + WRAPPED] + other[1 + WRAPPED :]
    with pytest.raises(Damaged):
        open_one(KEY, OTHER, "mention", swapped)


def test_another_envelope_does_not_open():
    with pytest.raises(Damaged):
        open_one(b"x" * 32, ROW, "mention", seal({"name": "Ali"}))


def test_wrapping_the_data_key_anew_leaves_the_blob_readable():
    blob, newer = seal({"name": "Ali"}), b"n" * 32
    wrapped = aes_key_wrap(newer, aes_key_unwrap(KEY, blob[1 : 1 + WRAPPED]))
    rewrapped = VERSION + wrapped + blob[1 + WRAPPED :]
    assert open_one(newer, ROW, "mention", rewrapped) == {"name": "Ali"}


@given(TEXT, TEXT)
def test_lengths_tell_only_in_steps(one, other):
    length = len(seal({"name": one}))
    assert (length - HEAD - TAG) % STEP == 0
    same_step = len(plain_bytes({"name": one})) == len(plain_bytes({"name": other}))
    assert (length == len(seal({"name": other}))) == same_step


def test_sealing_twice_gives_different_bytes_and_the_same_hash():
    (first, mac), (second, again) = seal_each(KEY, MAC, [(ROW, "mention", {"name": "Ali"})] * 2)
    assert first != second
    assert mac == again == mac_of(MAC, ROW, "mention", {"name": "Ali"})


def test_the_hash_does_not_depend_on_the_order_of_the_fields():
    assert mac_of(MAC, ROW, "m", {"a": 1, "b": 2}) == mac_of(MAC, ROW, "m", {"b": 2, "a": 1})


def test_equal_names_of_two_rows_have_different_hashes():
    assert mac_of(MAC, ROW, "mention", {"name": "Ali"}) != mac_of(MAC, OTHER, "mention", {"name": "Ali"})


def test_the_hash_needs_its_key():
    assert mac_of(MAC, ROW, "m", {}) != mac_of(os.urandom(32), ROW, "m", {})


def test_not_a_number_is_a_programmer_s_mistake():
    with pytest.raises(ValueError, match="JSON"):
        seal({"n": float("nan")})
