"""Writing a deed down."""

import os
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.models import Max
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.models import Checkpoint, Deed
from sanad.ledger.rules import FORGOTTEN, Content, commitment, plain_detail

SALT_BYTES = 16


class Doer(Protocol):
    """Whoever does something: a Reader."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def name(self) -> str: ...


def record(
    action: str,
    *,
    by: Doer,
    object_kind: str,
    object_id: UUID | int | str,
    office: int | None = None,
    using: str = DEFAULT_DB_ALIAS,
    **detail: object,
) -> UUID:
    """Write a deed down in the current transaction; `detail` takes ids, codes and numbers, never names or text.

    A user is written down as a number. Only without one (the operator on the command line) does the system user's
    name stand there.
    """
    content = Content(
        id=uuid7(),
        at=timezone.now(),
        actor=by.user_id,
        operator="" if by.user_id is not None else by.name[:64],
        action=action,
        object_kind=object_kind,
        object_id=str(object_id),
        office=office,
        detail=plain_detail(detail),
    )
    salt = os.urandom(SALT_BYTES)
    Deed.objects.using(using).create(**vars(content), salt=salt, commitment=commitment(salt, content))
    return content.id


@transaction.atomic
def number_deeds(*, everything: bool = False) -> int:
    """Give every committed deed without a leaf its place in the tree; says how many there were.

    Whoever writes deeds never waits for this, and this never waits for them: what commits later is numbered later.
    """
    with connection.cursor() as cursor:
        cursor.execute("select ledger_number(%s)", [everything])
        return int(cursor.fetchone()[0])


@transaction.atomic
def keep_checkpoint(note: str, *, size: int, root: bytes, at: datetime, by: Doer) -> Checkpoint:
    """Keep a signed note, with a deed of its own: who takes the row away leaves the deed behind."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(7298302)")  # numbers of checkpoints have no gap
    number = (Checkpoint.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    kept = Checkpoint.objects.create(number=number, at=at, size=size, root=root, note=note, made_by=by.user_id)
    record("ledger.checkpoint", by=by, object_kind="checkpoint", object_id=number, size=size, root=root.hex())
    return kept


@transaction.atomic
def forget(deed_id: UUID, *, by: Doer) -> bool:
    """Destroy the link from a deed to what it was about, for an erasure; the tree stays as it is.

    The object and the detail are blanked, and the salt with which one could guess them is replaced. A further deed
    says so and commits to what is left, so that from now on the rest can be changed as little as before.
    """
    deed = Deed.objects.filter(pk=deed_id).first()
    if deed is None:
        return False
    salt = os.urandom(SALT_BYTES)
    left = replace(Content.of(deed), object_id="", detail={})
    rest = commitment(salt, left).hex()
    record(FORGOTTEN, by=by, object_kind="deed", object_id=deed_id, office=deed.office, rest=rest)
    with connection.cursor() as cursor:
        cursor.execute("select ledger_forget(%s, %s)", [deed_id, salt])
    return True
