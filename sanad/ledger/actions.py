"""Writing a deed down."""

import os
from typing import Protocol
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.models import Deed
from sanad.ledger.rules import Content, commitment, plain_detail

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
