"""Destroying sealed values."""

from collections.abc import Collection, Iterable
from typing import Protocol
from uuid import UUID

from django.db import transaction

from sanad.ledger.actions import record
from sanad.vault.models import Sealed


class Destroyer(Protocol):
    """Who destroys: a Reader."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def name(self) -> str: ...

    @property
    def keeps(self) -> Collection[int]: ...


@transaction.atomic
def destroy(row_ids: Iterable[UUID], *, by: Destroyer, of: str | None = None) -> int:
    """Delete the sealed values of these rows with their data keys; says how many there were.

    Only values that the reader's office keeps. Whether it may be done at all is asked by the package that owns the
    rows. Copies in backups stay until these are replaced.
    """
    doomed = Sealed.objects.filter(row_id__in=list(row_ids), custodian_id__in=by.keeps)
    if of is not None:
        doomed = doomed.filter(of=of)
    places = doomed.order_by("custodian_id").values_list("custodian_id", flat=True).distinct()
    total = 0
    for custodian in list(places):
        number, _by_table = doomed.filter(custodian_id=custodian).delete()
        record("sealed.destroyed", by=by, object_kind="custodian", object_id=custodian, office=custodian, number=number)
        total += number
    return total
