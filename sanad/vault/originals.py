"""Originals: files as they came in, sealed on disk under SANAD_HOME/originals.

A file is sealed while it is received, lies under the hash of its sealed bytes, and gets its row once it is safely on
disk. A crash before that leaves a file that nobody can open, because its key was never written down.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from django.conf import settings
from django.db import transaction

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import Seeing, scoped
from sanad.vault.actions import Doer, add_original, add_tombstones
from sanad.vault.asking import ask
from sanad.vault.blobs import Damaged
from sanad.vault.files import PART, Readable, open_stream
from sanad.vault.incoming import Incoming, parts_left
from sanad.vault.keys import keyed_hash
from sanad.vault.looks import damaged, require_to_look
from sanad.vault.models import Original
from sanad.vault.queries import originals_kept
from sanad.vault.rules import Purpose, WhyErased
from sanad.vault.sealing import Sealer
from sanad.vault.tickets import Looker

OF = "original"


def keep_original(source: Readable, *, sealer: Sealer, media_type: str, by: Doer) -> Original:
    """Seal a file onto disk, then write its row and its deed in the current transaction."""
    incoming = Incoming()
    try:
        while piece := source.read(PART):
            incoming.add(piece)
        incoming.finish()
        return keep_incoming(incoming, sealer=sealer, media_type=media_type, by=by)
    except BaseException:  # also a stop or a killed upload: no half a file stays
        incoming.discard()
        raise


def keep_incoming(incoming: Incoming, *, sealer: Sealer, media_type: str, by: Doer) -> Original:
    """Write the row and the deed of a file that was received to its end, in the current transaction."""
    incoming.place(path_of(incoming.sha256_sealed))
    envelope = sealer.envelope
    original = add_original(
        id=incoming.id,
        custodian_id=sealer.custodian_id,
        envelope_id=envelope.id,
        wrapped_key=aes_key_wrap(envelope.key, incoming.key),
        sha256_sealed=incoming.sha256_sealed,
        size=incoming.size,
        media_type=media_type[:100],
        mac=mac_of_file(sealer.custodian_id, incoming.sha256),
    )
    record(
        "original.kept",
        by=by,
        object_kind=OF,
        object_id=original.id,
        office=sealer.custodian_id,
        size=incoming.size,
        sha256_sealed=incoming.sha256_sealed,
    )
    transaction.on_commit(incoming.settle)
    return original


def sweep_leftovers(reader: Seeing) -> int:
    """Remove what broken uploads left behind; says how many. `reader` sees every office: the operator.

    A file that has its row stays; only the second name that it bore while it came in goes.
    """
    swept = 0
    for part in parts_left():
        with scoped(reader):
            kept = originals_kept().filter(id=part.original).exists()
        part.remove(kept=kept)
        swept += not kept
    return swept


def mac_of_file(custodian_id: int, sha256: bytes) -> bytes:
    """The keyed hash by which a custodian recognises a file that came in before."""
    return keyed_hash(custodian_id, "file", sha256)


def kept_before(custodian_id: int, sha256: bytes) -> Original | None:
    """The same file, byte for byte, if this custodian kept it already."""
    return originals_kept().filter(custodian_id=custodian_id, mac=mac_of_file(custodian_id, sha256)).first()


def open_original(reader: Looker, original_id: UUID, *, reason: str, purpose: Purpose) -> Iterator[bytes]:
    """The bytes of an original, piece by piece. The deed of looking is committed before this returns.

    The vault process gives the key of this one file and no other, so that a long file does not keep it from answering.
    """
    original, key = _looked_at(reader, original_id, reason, purpose)
    return _pieces(path_of(original.sha256_sealed), key, original_id)


def _looked_at(reader: Looker, original_id: UUID, reason: str, purpose: Purpose) -> tuple[Original, bytes]:
    """A file and its key, after the look at it is written down."""
    require_to_look(reader, reason)
    original = originals_kept().filter(id=original_id).first()
    answer = original and ask(
        "original", by=reader, original=original_id.hex, reason=reason, purpose=str(Purpose(purpose))
    )
    if not original or not answer or answer["key"] is None:
        raise OutOfOrder.one("no_original", N_("There is no such original."))
    return original, bytes.fromhex(str(answer["key"]))


def move_original(reader: Looker, original_id: UUID, *, to: Sealer, reason: str) -> None:
    """Hand a file to another custodian: its key is wrapped anew and its bytes stay, so the giver opens it no more.

    The look is committed first; the rows change in the current transaction, whose scope holds both custodians. Reads
    the file once, for the keyed hash by which the taker knows it again; a damaged one is refused.
    """
    found, key = _looked_at(reader, original_id, reason, Purpose.EXPORT)
    digest = hashlib.sha256()
    for piece in _pieces(path_of(found.sha256_sealed), key, original_id):
        digest.update(piece)
    originals_kept().filter(id=original_id).delete()
    add_original(
        id=original_id,
        custodian_id=to.custodian_id,
        envelope_id=to.envelope.id,
        wrapped_key=aes_key_wrap(to.envelope.key, key),
        sha256_sealed=found.sha256_sealed,
        size=found.size,
        media_type=found.media_type,
        mac=mac_of_file(to.custodian_id, digest.digest()),
    )


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
        raise damaged() from None
