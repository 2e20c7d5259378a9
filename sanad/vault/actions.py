"""Writing the vault's tables: keys, envelopes, sealed values, looks; and destroying values.

Whether something may be kept or destroyed at all is asked by the package that owns the rows.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.actions import record
from sanad.vault.models import CustodianKey, Envelope, Look, Original, Sealed
from sanad.vault.queries import sealed_kept_in
from sanad.vault.rules import Purpose


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


def add_original(**columns: object) -> Original:
    """Write down a file that lies sealed on disk."""
    return Original.objects.create(**columns, kept_at=timezone.now())


def add_look(
    by: Doer, custodian: int, of: str, rows: Sequence[UUID], *, reason: str, purpose: Purpose, using: str
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


@transaction.atomic
def destroy(row_ids: Iterable[UUID], *, by: Doer, of: str | None = None) -> int:
    """Delete the sealed values of these rows with their data keys; says how many there were.

    Only values that the reader's office keeps. Copies in backups stay until these are replaced.
    """
    doomed = sealed_kept_in(by.keeps, list(row_ids), of)
    total = 0
    for custodian in sorted(set(doomed.values_list("custodian_id", flat=True))):
        number, _by_table = doomed.filter(custodian_id=custodian).delete()
        record("sealed.destroyed", by=by, object_kind="custodian", object_id=custodian, office=custodian, number=number)
        total += number
    return total
