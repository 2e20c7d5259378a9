"""Originals: files as they came in, sealed on disk under SANAD_HOME/originals.

A file is sealed while it is received, lies under the hash of its sealed bytes, and gets its row once it is safely on
disk. A crash before that leaves a file that nobody can open, because its key was never written down.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.db import transaction

from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault import opening
from sanad.vault.actions import Doer, add_look, add_original, add_tombstones
from sanad.vault.blobs import KEY, Damaged
from sanad.vault.files import Readable, open_stream, seal_stream
from sanad.vault.keys import keyed_hash
from sanad.vault.models import Original
from sanad.vault.opening import Looker
from sanad.vault.queries import key_of_original, originals_kept
from sanad.vault.rules import Purpose, WhyErased
from sanad.vault.sealing import Sealer

OF = "original"


@dataclass(frozen=True)
class Received:
    """What was learnt of a file while it was sealed."""

    size: int
    sha256: bytes
    sha256_sealed: str


def keep_original(source: Readable, *, sealer: Sealer, media_type: str, by: Doer) -> Original:
    """Seal a file onto disk, then write its row and its deed in the current transaction."""
    original_id, key = uuid7(), os.urandom(KEY)
    received = _receive(source, key, original_id)
    envelope = sealer.envelope
    original = add_original(
        id=original_id,
        custodian_id=sealer.custodian_id,
        envelope_id=envelope.id,
        wrapped_key=aes_key_wrap(envelope.key, key),
        sha256_sealed=received.sha256_sealed,
        size=received.size,
        media_type=media_type[:100],
        mac=mac_of_file(sealer.custodian_id, received.sha256),
    )
    record(
        "original.kept",
        by=by,
        object_kind=OF,
        object_id=original.id,
        office=sealer.custodian_id,
        size=received.size,
        sha256_sealed=received.sha256_sealed,
    )
    return original


def mac_of_file(custodian_id: int, sha256: bytes) -> bytes:
    """The keyed hash by which a custodian recognises a file that came in before."""
    return keyed_hash(custodian_id, "file", sha256)


def kept_before(custodian_id: int, sha256: bytes) -> Original | None:
    """The same file, byte for byte, if this custodian kept it already."""
    return originals_kept().filter(custodian_id=custodian_id, mac=mac_of_file(custodian_id, sha256)).first()


def open_original(reader: Looker, original_id: UUID, *, reason: str, purpose: Purpose) -> Iterator[bytes]:
    """The bytes of an original, piece by piece. The deed of looking is committed before this returns."""
    opening.require_to_look(reader, reason)
    original = originals_kept().filter(id=original_id).first()
    if original is None:
        raise OutOfOrder.one("no_original", N_("There is no such original."))
    with scoped(reader, using=opening.VAULT):
        add_look(reader, original.custodian_id, OF, [original_id], reason=reason, purpose=purpose, using=opening.VAULT)
    with scoped(reader, using=opening.VAULT):
        found = key_of_original(original_id, using=opening.VAULT)
        if found is None:
            raise OutOfOrder.one("no_original", N_("There is no such original."))
        envelope_id, wrapped = found
        envelope_key = opening.envelope_keys({envelope_id})[envelope_id]
    try:
        key = aes_key_unwrap(envelope_key, wrapped)
    except InvalidUnwrap:
        raise opening.damaged() from None
    return _pieces(path_of(original.sha256_sealed), key, original_id)


@transaction.atomic
def destroy_original(original: Original, *, by: Doer, why: str = WhyErased.DESTROYED) -> bool:
    """Delete an original with its key; the sealed bytes go once that is committed. Whether it was ours to delete."""
    doomed = originals_kept().filter(id=original.id, custodian_id__in=by.keeps)
    number, _by_table = doomed.delete()
    if number:
        add_tombstones(original.custodian_id, [(original.id, OF)], why)
        record("original.destroyed", by=by, object_kind=OF, object_id=original.id, office=original.custodian_id)
        transaction.on_commit(lambda: path_of(original.sha256_sealed).unlink(missing_ok=True))
    return bool(number)


def path_of(sha256_sealed: str) -> Path:
    """Where the sealed bytes lie."""
    return Path(settings.ORIGINALS) / sha256_sealed


def _pieces(path: Path, key: bytes, original_id: UUID) -> Iterator[bytes]:
    try:
        with path.open("rb") as sealed:
            yield from open_stream(sealed, key, original_id)
    except (Damaged, FileNotFoundError):
        raise opening.damaged() from None


def _receive(source: Readable, key: bytes, original_id: UUID) -> Received:
    """Seal a file onto disk under the hash of its sealed bytes; safely there when this returns."""
    folder = Path(settings.ORIGINALS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = folder / f".part-{original_id}"
    plain, sealed = _Hashed(source), hashlib.sha256()
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for piece in seal_stream(plain, key, original_id):
                sealed.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path_of(sealed.hexdigest()))
        _sync_folder(folder)
    except BaseException:  # also a stop or a killed upload: no half a file stays
        part.unlink(missing_ok=True)
        raise
    return Received(plain.size, plain.sha256.digest(), sealed.hexdigest())


class _Hashed:
    """Reads a file and hashes what it read."""

    def __init__(self, source: Readable) -> None:
        self.source, self.size, self.sha256 = source, 0, hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Like the file's own."""
        piece = self.source.read(size)
        self.size += len(piece)
        self.sha256.update(piece)
        return piece


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
