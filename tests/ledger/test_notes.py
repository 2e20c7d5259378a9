"""Signed notes: read as they were written, and by nobody else's key."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.ledger.notes import Checkpoint, NotANote, OriginKey, opened, origin_of, read, read_key, sign

PRIVATE = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
PUBLIC = PRIVATE.public_key().public_bytes_raw()
KEY = OriginKey(origin_of(PUBLIC), PUBLIC)
SAID = Checkpoint(KEY.origin, 13, b"r" * 32, datetime(2026, 11, 22, 2, tzinfo=UTC))
NOTE = sign(SAID, KEY, PRIVATE)


def test_a_note_is_short_and_plain():
    assert NOTE.splitlines()[:5] == [
        KEY.origin,
        "13",
        "cnJycnJycnJycnJycnJycnJycnJycnJycnJycnJycnI=",
        "time 2026-11-22T02:00:00Z",
        "",
    ]
    assert len(NOTE) < 300


def test_a_note_is_read_as_it_was_signed():
    assert opened(NOTE, KEY) == SAID
    assert opened(NOTE.replace("\n", "\r\n"), KEY) == SAID  # mailed
    assert read_key(KEY.text()) == KEY


@given(st.integers(0, len(NOTE.encode()) - 2), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_a_note_of_which_any_byte_was_changed_is_refused(place, change):
    raw = bytearray(NOTE.encode())
    raw[place] ^= change
    try:
        found = opened(raw.decode(errors="replace"), KEY)
    except NotANote:
        return
    assert found == SAID  # a line end may be written in two ways


@given(st.text(max_size=400))
def test_anything_else_is_no_note_and_no_key(text):
    with pytest.raises(NotANote):
        read(text)
    with pytest.raises(NotANote):
        read_key(text)


def test_another_key_did_not_sign_it():
    other = Ed25519PrivateKey.from_private_bytes(b"o" * 32).public_key().public_bytes_raw()
    for key in (OriginKey(origin_of(other), other), OriginKey(KEY.origin, other)):
        with pytest.raises(NotANote):
            opened(NOTE, key)
