"""Reading deeds. A reader learns of deeds at the offices that they see, and of their own."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q, QuerySet

from sanad.ledger.models import Change, Checkpoint, Deed, Leaf, Waiting
from sanad.ledger.rules import Content, commitment
from sanad.ledger.tree import Frontier


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


def number_of_deeds(action: str, user_id: int, *, since: UUID, using: str = DEFAULT_DB_ALIAS) -> int:
    """How often a user did something, in deeds from this id on; ids rise with time. For quotas."""
    return Deed.objects.using(using).filter(actor=user_id, action=action, id__gte=since).count()


def is_intact(deed: Deed) -> bool:
    """Does a deed still say what it committed to?"""
    return commitment(bytes(deed.salt), Content.of(deed)) == bytes(deed.commitment)


def leaf_hashes(since: int = 0) -> Iterator[bytes]:
    """The hashes of the leaves from a position on, in order."""
    leaves = Leaf.objects.filter(position__gte=since).order_by("position")
    return (bytes(found) for found in leaves.values_list("hash", flat=True).iterator(chunk_size=20_000))


def latest_root() -> tuple[int, str]:
    """Size and root of the tree as the rows give it; a million leaves take some seconds."""
    tree = Frontier().extend(leaf_hashes())
    return tree.size, tree.root().hex()


def anything_waits() -> bool:
    """Is there a committed deed without a leaf?"""
    return Waiting.objects.exists()


def number_waiting() -> int:
    """How many committed deeds have no leaf yet."""
    return Waiting.objects.count()


def newest_numbered() -> datetime | None:
    """When the deed on the last leaf was done, by its own clock."""
    last = Leaf.objects.order_by("-position").values("deed")[:1]
    return Deed.objects.filter(pk__in=last).values_list("at", flat=True).first()


def position_of(deed: UUID) -> int | None:
    """A deed's place in the tree, once it has one."""
    return Leaf.objects.filter(deed=deed).values_list("position", flat=True).first()


def checkpoints() -> QuerySet[Checkpoint]:
    """Every checkpoint that this site made, newest first. They say nothing about anybody."""
    return Checkpoint.objects.order_by("-number")


def history_of(kind: str, row: object) -> QuerySet[Change]:
    """What was changed in one row of a table that is edited in place, newest first; row security applies."""
    return Change.objects.filter(kind=kind, row=str(row)).order_by("-id")
