"""The format of sealed files: parts of 64 KiB, each AES-256-GCM under the file's own key. No Django, no database.

    file  = magic (8 bytes) · parts
    part  = AES-256-GCM of up to 65,536 bytes; its nonce is its number (11 bytes) and whether it is the last (1)
    AAD   = a constant with the version and the id of the original

Parts cannot be reordered, dropped or taken from another file; a file that was cut has no last part. The key is used
for one file only, so that numbers serve as nonces. Memory does not grow with the file.
"""

from collections.abc import Iterator
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sanad.vault.blobs import TAG, Damaged

MAGIC = b"SANAD\x00F\x01"
PART = 64 * 1024


class Readable(Protocol):
    """A file, an upload, a pipe: gives up to `size` bytes, none at its end."""

    def read(self, size: int) -> bytes: ...


def seal_stream(source: Readable, key: bytes, original_id: UUID) -> Iterator[bytes]:
    """The sealed bytes of a file, piece by piece."""
    cipher, place = AESGCM(key), _bound_to(original_id)
    yield MAGIC
    number, part = 0, _whole(source, PART)
    while True:
        following = _whole(source, PART) if len(part) == PART else b""
        yield cipher.encrypt(_nonce(number, last=not following), part, place)
        if not following:
            return
        number, part = number + 1, following


class PartSealer:
    """The same, for a file that is pushed in pieces of any size."""

    def __init__(self, key: bytes, original_id: UUID) -> None:
        self._cipher, self._place = AESGCM(key), _bound_to(original_id)
        self._waiting, self._number = bytearray(), 0

    def begin(self) -> bytes:
        """What a sealed file begins with."""
        return MAGIC

    def add(self, piece: bytes) -> bytes:
        """Sealed parts, as far as they are known not to be the last."""
        self._waiting += piece
        sealed = []
        while len(self._waiting) > PART:
            sealed.append(self._part(bytes(self._waiting[:PART]), last=False))
            del self._waiting[:PART]
        return b"".join(sealed)

    def end(self) -> bytes:
        """The last part."""
        return self._part(bytes(self._waiting), last=True)

    def _part(self, part: bytes, *, last: bool) -> bytes:
        nonce = _nonce(self._number, last=last)
        self._number += 1
        return self._cipher.encrypt(nonce, part, self._place)


def open_stream(sealed: Readable, key: bytes, original_id: UUID) -> Iterator[bytes]:
    """The bytes of a sealed file, piece by piece; raises Damaged where it is not what was sealed.

    What came before the damage has been given already: whoever writes it somewhere removes it again.
    """
    cipher, place = AESGCM(key), _bound_to(original_id)
    if sealed.read(len(MAGIC)) != MAGIC:
        raise Damaged
    number, part = 0, _whole(sealed, PART + TAG)
    while True:
        following = _whole(sealed, PART + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), part, place)
        except (InvalidTag, ValueError):
            raise Damaged from None
        if not following:
            return
        number, part = number + 1, following


def _whole(source: Readable, size: int) -> bytes:
    """As many bytes as asked for, unless the file ends: sockets and pipes may give fewer at a time."""
    pieces = []
    while size and (piece := source.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _bound_to(original_id: UUID) -> bytes:
    return b"sanad file 1\0" + original_id.bytes
