"""Writing the vault's tables: keys, envelopes, sealed values, looks; and destroying values.

Whether something may be kept or destroyed at all is asked by the package that owns the rows.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.models import CustodianKey, Envelope, Erased, KeyWrap, Look, Original, Sealed
from sanad.vault.process import name_files
from sanad.vault.queries import sealed_kept_in
from sanad.vault.rules import Purpose, Tombstone, WhyErased
from sanad.vault.wrapping import Recipient

Wrapped = tuple[Recipient, bytes, bytes]  # for whom, the wrapped key, its proof


class Doer(Protocol):
    """Who does it: a Reader."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def name(self) -> str: ...

    @property
    def keeps(self) -> Collection[int]: ...


def add_key(custodian_id: int, version: int, public: bytes) -> CustodianKey:
    """Write a public key down, or find it written by another process."""
    key, _made = CustodianKey.objects.get_or_create(
        custodian_id=custodian_id, version=version, defaults={"public": public, "since": timezone.now()}
    )
    return key


def add_wraps(key: CustodianKey, wraps: Iterable[Wrapped], *, using: str) -> int:
    """Write down for whom a key is wrapped; says how many they are."""
    rows = [
        KeyWrap(
            custodian_id=key.custodian_id,
            key_id=key.pk,
            unlocker_id=to.unlocker,
            first_id=to.pair and to.pair[0],
            second_id=to.pair and to.pair[1],
            wrapped=wrapped,
            proof=proof,
            made_at=timezone.now(),
        )
        for to, wrapped, proof in wraps
    ]
    KeyWrap.objects.using(using).bulk_create(rows)
    return len(rows)


def add_envelope(envelope_id: UUID, key: CustodianKey, wrapped: bytes) -> None:
    """Write an envelope down."""
    Envelope.objects.create(
        id=envelope_id, custodian_id=key.custodian_id, key=key, wrapped=wrapped, made_at=timezone.now()
    )


def add_sealed(rows: Iterable[tuple[UUID, str, int, UUID, bytes, bytes]]) -> None:
    """Write sealed values, given in the order of `SEALED_COLUMNS`."""
    Sealed.objects.bulk_create(
        Sealed(row_id=row_id, of=of, custodian_id=custodian, envelope_id=envelope, blob=blob, mac=mac)
        for row_id, of, custodian, envelope, blob, mac in rows
    )


def let_go(row_ids: Collection[UUID], of: str, *, custodian: int, for_good: bool = False) -> None:
    """Delete sealed values that were never a record, such as an entry that is not finished, with their data keys.

    `for_good`: nothing more is kept under these ids, so a restored backup lets go of them too.
    """
    doomed = Sealed.objects.filter(row_id__in=list(row_ids), of=of, custodian_id=custodian)
    if for_good:
        write_tombstones(
            Tombstone(row_id, of, custodian, timezone.now(), WhyErased.DESTROYED)
            for row_id in doomed.values_list("row_id", flat=True)
        )
    doomed.delete()


def add_original(**columns: object) -> Original:
    """Write down a file that lies sealed on disk."""
    return Original.objects.create(**columns, kept_at=timezone.now())


def add_look(
    by: Doer,
    custodian: int,
    of: str,
    rows: Sequence[UUID],
    *,
    reason: str,
    purpose: Purpose,
    using: str,
    session: UUID | None = None,
) -> None:
    """Write down who looks at what and why, and the deed of it."""
    look = Look.objects.using(using).create(
        id=uuid7(),
        at=timezone.now(),
        user_id=by.user_id,
        custodian_id=custodian,
        purpose=purpose,
        reason=reason.strip()[:300],
        of=of,
        rows=list(rows),
        session=session,
    )
    record(
        "sealed.opened",
        by=by,
        object_kind="look",
        object_id=look.id,
        office=custodian,
        using=using,
        purpose=purpose,
        of=of,
        number=len(rows),
    )


def add_refused_look(by: Doer, custodian: int, *, purpose: Purpose, number: int, using: str) -> None:
    """Write down that somebody over their budget was refused; their head is told elsewhere."""
    record(
        "sealed.refused",
        by=by,
        object_kind="custodian",
        object_id=custodian,
        office=custodian,
        using=using,
        purpose=purpose,
        number=number,
    )


@transaction.atomic
def destroy(row_ids: Iterable[UUID], *, by: Doer, of: str | None = None, why: str = WhyErased.DESTROYED) -> int:
    """Delete the sealed values of these rows with their data keys; says how many there were.

    Only values that the reader's office keeps. Copies in backups stay until these are replaced; what is restored from
    one is cleaned by the tombstones that are written here.
    """
    doomed = sealed_kept_in(by.keeps, list(row_ids), of)
    total = 0
    for custodian in sorted(set(doomed.values_list("custodian_id", flat=True))):
        own = doomed.filter(custodian_id=custodian)
        add_tombstones(custodian, own.values_list("row_id", "of"), why)
        number, _by_table = own.delete()
        record("sealed.destroyed", by=by, object_kind="custodian", object_id=custodian, office=custodian, number=number)
        total += number
    return total


def add_tombstones(custodian: int, places: Iterable[tuple[UUID, str]], why: str) -> None:
    """Write down that these (row id, table) were destroyed, so that no backup brings them back.

    The sealed file of this custodian's names leaves the disk; the vault writes another, without them.
    """
    now = timezone.now()
    transaction.on_commit(lambda: name_files.remove(custodian))
    write_tombstones(Tombstone(row_id, of, custodian, now, str(why)) for row_id, of in places)


def write_tombstones(tombstones: Iterable[Tombstone]) -> None:
    """Write tombstones that are not there yet; those of another time stay as they are."""
    Erased.objects.bulk_create(
        (Erased(row_id=t.row_id, of=t.of, custodian_id=t.custodian_id, at=t.at, why=t.why) for t in tombstones),
        ignore_conflicts=True,
        batch_size=1000,
    )


@dataclass(frozen=True)
class _Keeper:
    """Stands for a reader of one custodian's rows."""

    sees: frozenset[int]
    conflicts: frozenset[int] = frozenset()


@transaction.atomic
def replay_erasures(tombstones: Iterable[Tombstone]) -> int:
    """Destroy again, in a restored database, what was destroyed after its backup; says how many values came back.

    Needs no reader: every tombstone names its custodian, and nothing is destroyed that was not destroyed before. The
    tombstones are written down too, for packages that blank what their rows say (`of` "facts"), and for restores to
    come. Files of originals leave the disk once that is committed.
    """
    tombstones = list(tombstones)
    write_tombstones(tombstones)
    total = 0
    for custodian in sorted({t.custodian_id for t in tombstones}):
        own = [t for t in tombstones if t.custodian_id == custodian]
        with scoped(_Keeper(frozenset({custodian}))):
            for of in sorted({t.of for t in own}):
                total += _destroy_again(of, [t.row_id for t in own if t.of == of])
    return total


def _destroy_again(of: str, row_ids: list[UUID]) -> int:
    if of != "original":
        return Sealed.objects.filter(row_id__in=row_ids, of=of).delete()[0]
    doomed = Original.objects.filter(id__in=row_ids)
    names = list(doomed.values_list("sha256_sealed", flat=True))
    number = doomed.delete()[0]
    transaction.on_commit(lambda: [(Path(settings.ORIGINALS) / name).unlink(missing_ok=True) for name in names])
    return number
