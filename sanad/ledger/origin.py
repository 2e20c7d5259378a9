"""The key with which this site signs its checkpoints, and where the ledger keeps files: beside the database, not in it.

Whoever owns the database alone can neither sign a checkpoint nor change the newest head.
"""

import os
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.notes import Checkpoint, OriginKey, origin_of, sign

FILE = "ledger_origin.pem"


def origin_key() -> OriginKey:
    """The public key of this site's ledger; made on first use."""
    public = _private().public_key().public_bytes_raw()
    return OriginKey(origin_of(public), public)


def signed(checkpoint: Checkpoint) -> str:
    """The note over a checkpoint of this site."""
    return sign(checkpoint, origin_key(), _private())


def _private() -> Ed25519PrivateKey:
    path = Path(settings.KEYS) / FILE
    if not path.exists():
        write_once(path, _pem(Ed25519PrivateKey.generate()))
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError:
        raise OutOfOrder.one(
            "ledger_key_unreadable", N_("The key of the ledger cannot be read: %(path)s."), path=path
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise OutOfOrder.one("ledger_key_unreadable", N_("The key of the ledger cannot be read: %(path)s."), path=path)
    return key


def _pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def write_once(path: Path, content: bytes) -> None:
    """Write a file that is whole or absent and is never written over; of two writers the first wins."""
    draft = written_beside(path, content)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
    sync_folder(path.parent)


def replace(path: Path, content: bytes) -> None:
    """Put a new content in the place of the old one in a single step, on disk before it is used."""
    written_beside(path, content).replace(path)
    sync_folder(path.parent)


def written_beside(path: Path, content: bytes) -> Path:
    """The content in a file of its own beside `path`, on disk, for this system user only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft


def sync_folder(folder: Path) -> None:
    """Let the folder itself reach the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
