"""The format of sealed values. No Django, no database.

    blob  = version (1 byte) · data key, wrapped by the envelope key with AES-KW (40) · nonce (12) · AES-256-GCM
    plain = canonical JSON, filled with spaces to a multiple of 32 bytes, so that lengths tell little
    AAD   = a constant with the version, the table (`of`) and the id of the row

The blob is bound to its table and row, not to the version of a key: rotation and transfer wrap the data key anew and
leave the rest. Every blob has its own data key: random nonces cannot meet, and destroying the key destroys the value.
"""

import hmac
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

VERSION = b"\x01"
STEP = 32
KEY, WRAPPED, NONCE, TAG = 32, 40, 12, 16
HEAD = len(VERSION) + WRAPPED + NONCE

Content = Mapping[str, object]
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


class Damaged(Exception):
    """A blob that was changed, cut, moved to another row, or sealed under another key."""


def plain_bytes(content: Content) -> bytes:
    """Canonical JSON filled up to the next step."""
    plain = _encode(content).encode()
    return plain + b" " * (-len(plain) % STEP)


def bound_to(row_id: UUID, of: str) -> bytes:
    """What binds a blob to its place."""
    return b"sanad value 1\0" + of.encode() + b"\0" + row_id.bytes


def seal_each(
    envelope_key: bytes, mac_key: bytes, rows: Iterable[tuple[UUID, str, Content]]
) -> Iterator[tuple[bytes, bytes]]:
    """Blob and keyed hash for each (row id, table, content)."""
    for row_id, of, content in rows:
        plain, place, secret = plain_bytes(content), bound_to(row_id, of), os.urandom(KEY + NONCE)
        data_key, nonce = secret[:KEY], secret[KEY:]
        blob = VERSION + aes_key_wrap(envelope_key, data_key) + nonce + AESGCM(data_key).encrypt(nonce, plain, place)
        yield blob, hmac.digest(mac_key, place + plain, "sha256")


def open_one(envelope_key: bytes, row_id: UUID, of: str, blob: bytes) -> dict[str, object]:
    """The content of a blob in its place; raises Damaged for anything but the very bytes that were sealed there."""
    if blob[:1] != VERSION or len(blob) < HEAD + STEP + TAG:
        raise Damaged
    try:
        data_key = aes_key_unwrap(envelope_key, blob[1 : 1 + WRAPPED])
        plain = AESGCM(data_key).decrypt(blob[HEAD - NONCE : HEAD], blob[HEAD:], bound_to(row_id, of))
    except (InvalidTag, InvalidUnwrap):
        raise Damaged from None
    content = json.loads(plain)
    if not isinstance(content, dict):
        raise Damaged
    return content


def mac_of(mac_key: bytes, row_id: UUID, of: str, content: Content) -> bytes:
    """The keyed hash of a content in its place; equal contents of two rows have different ones."""
    return hmac.digest(mac_key, bound_to(row_id, of) + plain_bytes(content), "sha256")
