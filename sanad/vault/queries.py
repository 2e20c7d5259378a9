"""Reading the vault's tables. `opening.py` and `originals.py` alone read sealed columns, on the vault's connection.

Row security by custodian holds for all of them but the public keys.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from sanad.vault.models import CustodianKey, Envelope, Erased, Look, Original, Sealed
from sanad.vault.rules import Tombstone


def current_key(custodian_id: int) -> CustodianKey | None:
    """The public key under which this custodian's values are sealed now."""
    return CustodianKey.objects.filter(custodian_id=custodian_id, until__isnull=True).first()


def has_envelope(envelope_id: UUID) -> bool:
    """Is this envelope in the database, as the running transaction sees it?"""
    return Envelope.objects.filter(id=envelope_id).exists()


def sealed_of(row_ids: Collection[UUID], *, using: str = DEFAULT_DB_ALIAS) -> QuerySet[Sealed]:
    """The sealed values of these rows; the application may read all columns but the blob."""
    return Sealed.objects.using(using).filter(row_id__in=row_ids).defer("blob")


def sealed_kept_in(custodians: Collection[int], row_ids: Collection[UUID], of: str | None) -> QuerySet[Sealed]:
    """The same, as far as these custodians keep them."""
    kept = Sealed.objects.filter(row_id__in=row_ids, custodian_id__in=custodians)
    return kept if of is None else kept.filter(of=of)


def macs_of(row_ids: Collection[UUID], of: str) -> dict[UUID, bytes]:
    """The keyed hash of the content of each row; to tell what is unchanged without opening it."""
    rows = Sealed.objects.filter(row_id__in=row_ids, of=of).values_list("row_id", "mac")
    return {row_id: bytes(mac) for row_id, mac in rows if mac is not None}


def envelopes(ids: Collection[UUID], *, using: str) -> QuerySet[Envelope]:
    """Envelopes with the keys that they were sealed to."""
    return Envelope.objects.using(using).filter(id__in=ids)


def originals_kept() -> QuerySet[Original]:
    """The originals that the running transaction sees, without their keys."""
    return Original.objects.defer("wrapped_key")


def key_of_original(original_id: UUID, *, using: str) -> tuple[UUID, bytes] | None:
    """Envelope and wrapped data key of an original; for the vault's connection."""
    rows = Original.objects.using(using).filter(id=original_id).values_list("envelope_id", "wrapped_key")
    return next(((envelope, bytes(key)) for envelope, key in rows), None)


def looks_at(custodians: Collection[int]) -> QuerySet[Look]:
    """Who looked at the sealed values of these custodians, the latest first."""
    return Look.objects.filter(custodian_id__in=custodians).order_by("-at")


def erased_since(moment: datetime | None = None) -> list[Tombstone]:
    """What was destroyed at or after a moment, of all custodians, the oldest first; everything if none is given."""
    rows = Erased.objects.order_by("at", "row_id", "of")
    if moment is not None:
        rows = rows.filter(at__gte=moment)
    return [Tombstone(*row) for row in rows.values_list("row_id", "of", "custodian_id", "at", "why")]


def erased_among(row_ids: Collection[UUID], of: str) -> set[UUID]:
    """Those of these rows whose sealed values (`of`) were destroyed."""
    return set(Erased.objects.filter(row_id__in=row_ids, of=of).values_list("row_id", flat=True))
