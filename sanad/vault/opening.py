"""Opening sealed values. The deed of looking is committed, on a connection of its own, before anything is read.

Reading uses the database role `sanad_vault`, which alone may read the sealed columns; row security holds for it too,
so that nobody opens what is kept by an office that they do not see.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.envelopes import unwrap
from sanad.vault.keys import private_key
from sanad.vault.models import Envelope, Look, Sealed
from sanad.vault.rules import Purpose, reasons_against_looking

VAULT = "vault"
OPEN_SEALED = "sealed.open"  # sanad.accounts.permissions.Permission.SEALED_OPEN; the vault stands below accounts

Ref = tuple[UUID, str]


class Looker(Protocol):
    """Who looks: a Reader."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def name(self) -> str: ...

    @property
    def sees(self) -> Collection[int]: ...

    @property
    def permissions(self) -> Collection[str]: ...


def open_sealed(reader: Looker, refs: Sequence[Ref], *, reason: str, purpose: Purpose) -> dict[Ref, dict[str, object]]:
    """The contents of these (row id, table), as far as there are any that the reader sees."""
    require_to_look(reader, reason)
    with scoped(reader, using=VAULT):
        found = _custodians(refs)
        _write_looks(reader, found, reason.strip(), Purpose(purpose))
    with scoped(reader, using=VAULT):
        return _contents(found)


def require_to_look(reader: Looker, reason: str) -> None:
    """Refuse, unless this reader may open sealed values and says why."""
    if OPEN_SEALED not in reader.permissions:
        raise NotPermitted.one("not_permitted", N_("Your role does not open sealed values."))
    reasons = reasons_against_looking(reason)
    if reasons:
        raise Incomplete(reasons)


def _custodians(refs: Sequence[Ref]) -> dict[Ref, int]:
    """Which of these exist for the reader, and who keeps them."""
    rows = Sealed.objects.using(VAULT).filter(row_id__in={row_id for row_id, _of in refs})
    wanted = set(refs)
    kept = ((row_id, of, custodian) for row_id, of, custodian in rows.values_list("row_id", "of", "custodian_id"))
    return {(row_id, of): custodian for row_id, of, custodian in kept if (row_id, of) in wanted}


def _write_looks(reader: Looker, found: Mapping[Ref, int], reason: str, purpose: Purpose) -> None:
    def place(ref: Ref) -> tuple[int, str]:
        return found[ref], ref[1]

    for (custodian, of), refs in groupby(sorted(found, key=place), key=place):
        write_look(reader, custodian, of, [row_id for row_id, _of in refs], reason=reason, purpose=purpose)


def write_look(reader: Looker, custodian: int, of: str, rows: Sequence[UUID], *, reason: str, purpose: Purpose) -> None:
    """Write down who looks at what and why, and the deed of it."""
    look = Look.objects.using(VAULT).create(
        id=uuid7(),
        at=timezone.now(),
        user_id=reader.user_id,
        custodian_id=custodian,
        purpose=purpose,
        reason=reason[:300],
        of=of,
        rows=list(rows),
    )
    record(
        "sealed.opened",
        by=reader,
        object_kind="look",
        object_id=look.id,
        office=custodian,
        using=VAULT,
        purpose=purpose,
        of=of,
        number=len(rows),
    )


def _contents(found: Mapping[Ref, int]) -> dict[Ref, dict[str, object]]:
    rows = list(
        Sealed.objects.using(VAULT)
        .filter(row_id__in={row_id for row_id, _of in found})
        .values_list("row_id", "of", "envelope_id", "blob")
    )
    keys = envelope_keys({envelope for _row, _of, envelope, _blob in rows})
    try:
        return {
            (row_id, of): open_one(keys[envelope], row_id, of, bytes(blob))
            for row_id, of, envelope, blob in rows
            if (row_id, of) in found
        }
    except Damaged:
        raise damaged() from None


def envelope_keys(ids: Collection[UUID]) -> dict[UUID, bytes]:
    """The keys of these envelopes, by the custodians' private keys; on the vault's connection."""
    rows = Envelope.objects.using(VAULT).filter(id__in=ids)
    privates = {}
    keys = {}
    for envelope, custodian, version, wrapped in rows.values_list("id", "custodian_id", "key__version", "wrapped"):
        if (custodian, version) not in privates:
            privates[custodian, version] = private_key(custodian, version)
        try:
            keys[envelope] = unwrap(privates[custodian, version], custodian, envelope, wrapped)
        except Damaged:
            raise damaged() from None
    return keys


def damaged() -> OutOfOrder:
    """What is said when sealed bytes are not those that were sealed."""
    return OutOfOrder.one(
        "sealed_damaged",
        N_("This sealed value was changed or moved after it was sealed and cannot be opened. Tell your administrator."),
    )
