"""The sealed file of the names that one custodian keeps: SANAD_HOME/names/custodian_N.names.

    file  = magic (8 bytes) · version of the custodian's key (4) · id (16) · file key, wrapped with AES-KW (40) · sealed
            file as in `sanad.vault.files`, bound to the id

The file key is wrapped by a key that is derived from the custodian's private key and not, as for originals, sealed to
the public one: whoever can write into the folder has the public key too and could plant an index of their own making.
Only the vault, unlocked, writes it or reads it. The file is a saving of time and never the only place of anything: one
that is missing, cut, changed or of an older form is made again from the sealed values.
"""

import io
import os
import struct
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings

from sanad.kit.ids import uuid7
from sanad.vault.blobs import KEY, WRAPPED, Damaged
from sanad.vault.files import open_stream, seal_stream

MAGIC = b"SANAD\x00N\x01"
HEAD = struct.Struct(f">8sI16s{WRAPPED}s")


def folder() -> Path:
    """Where the files lie."""
    return Path(settings.SANAD_HOME) / "names"


def file_of(custodian_id: int) -> Path:
    """Where the names of this custodian lie."""
    return folder() / f"custodian_{int(custodian_id)}.names"


def wrapping_key(private: X25519PrivateKey, custodian_id: int) -> bytes:
    """The key that wraps the keys of this custodian's files; derived, so that it has to be kept nowhere."""
    bound = f"sanad names 1 {int(custodian_id)}".encode()
    return HKDF(SHA256(), KEY, salt=None, info=bound).derive(private.private_bytes_raw())


def write(custodian_id: int, version: int, wrapping: bytes, content: bytes) -> None:
    """Seal an index into its file; the one before stays until the new one is whole and on disk."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    file_id, key = uuid7(), os.urandom(KEY)
    path = file_of(custodian_id)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(HEAD.pack(MAGIC, version, file_id.bytes, aes_key_wrap(wrapping, key)))
            for piece in seal_stream(io.BytesIO(content), key, file_id):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def version_of(custodian_id: int) -> int | None:
    """Under which of the custodian's keys the file was written; none where there is no file, or no such file."""
    try:
        with file_of(custodian_id).open("rb") as file:
            magic, version, _id, _key = HEAD.unpack(file.read(HEAD.size))
    except (FileNotFoundError, struct.error):
        return None
    return int(version) if magic == MAGIC else None


def read(custodian_id: int, wrapping: bytes) -> bytes:
    """The content of a file; raises Damaged for anything but the very bytes that were written."""
    try:
        with file_of(custodian_id).open("rb") as file:
            magic, _version, file_id, wrapped = HEAD.unpack(file.read(HEAD.size))
            if magic != MAGIC:
                raise Damaged
            key = aes_key_unwrap(wrapping, wrapped)
            return b"".join(open_stream(file, key, UUID(bytes=file_id)))
    except (FileNotFoundError, struct.error, InvalidUnwrap):
        raise Damaged from None


def remove(custodian_id: int) -> None:
    """Take a file away and leave a mark: rows of any age have gone or come, and the vault has to read them all.

    Nothing of what was erased is left on the disk; another file is written from what is there then.
    """
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    _mark_of(custodian_id).touch(mode=0o600)
    file_of(custodian_id).unlink(missing_ok=True)


def was_marked(custodian_id: int) -> bool:
    """Whether the mark was there; it is taken away before everything is read anew, so that no later one is lost."""
    if not _mark_of(custodian_id).exists():
        return False
    _mark_of(custodian_id).unlink(missing_ok=True)
    return True


def _mark_of(custodian_id: int) -> Path:
    return file_of(custodian_id).with_suffix(".changed")
