"""Reading deeds. A reader learns of deeds at the offices that they see, and of their own."""

from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet

from sanad.ledger.models import Deed
from sanad.ledger.rules import Content, commitment


class Asking(Protocol):
    """Whoever asks: a Reader."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def sees(self) -> frozenset[int]: ...


def deeds_visible_to(reader: Asking) -> QuerySet[Deed]:
    """All deeds that this reader may know of, newest first."""
    mine = Q(office__in=reader.sees)
    if reader.user_id is not None:
        mine |= Q(actor=reader.user_id)
    return Deed.objects.filter(mine).order_by("-id")


def deeds_about(reader: Asking, object_kind: str, object_id: UUID | int | str) -> QuerySet[Deed]:
    """What was done with one object, newest first."""
    return deeds_visible_to(reader).filter(object_kind=object_kind, object_id=str(object_id))


def deeds_of(reader: Asking, user_id: int) -> QuerySet[Deed]:
    """What one user did, newest first."""
    return deeds_visible_to(reader).filter(actor=user_id)


def is_intact(deed: Deed) -> bool:
    """Does a deed still say what it committed to?"""
    content = Content(
        deed.id,
        deed.at,
        deed.actor,
        deed.operator,
        deed.action,
        deed.object_kind,
        deed.object_id,
        deed.office,
        deed.detail,
    )
    return commitment(bytes(deed.salt), content) == bytes(deed.commitment)
