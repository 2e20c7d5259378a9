"""Opening sealed values. The deed of looking is committed, on a connection of its own, before anything is read.

Reading uses the database role `sanad_vault`, which alone may read the sealed columns; row security holds for it too,
so that nobody opens what is kept by an office that they do not see.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Protocol
from uuid import UUID

from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.scope import scoped
from sanad.vault.actions import add_look
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.envelopes import unwrap
from sanad.vault.keys import private_key
from sanad.vault.queries import envelopes, sealed_of
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
    def keeps(self) -> Collection[int]: ...

    @property
    def permissions(self) -> Collection[str]: ...


def open_sealed(reader: Looker, refs: Sequence[Ref], *, reason: str, purpose: Purpose) -> dict[Ref, dict[str, object]]:
    """The contents of these (row id, table), as far as there are any that the reader sees."""
    require_to_look(reader, reason)
    wanted = set(refs)
    with scoped(reader, using=VAULT):
        rows = sealed_of({row_id for row_id, _of in wanted}, using=VAULT)
        kept = rows.values_list("row_id", "of", "custodian_id")
        found = {(row_id, of): custodian for row_id, of, custodian in kept if (row_id, of) in wanted}
        _write_looks(reader, found, reason, Purpose(purpose))
    with scoped(reader, using=VAULT):
        return _contents(found)


def require_to_look(reader: Looker, reason: str) -> None:
    """Refuse, unless this reader may open sealed values and says why."""
    if OPEN_SEALED not in reader.permissions:
        raise NotPermitted.one("not_permitted", N_("Your role does not open sealed values."))
    reasons = reasons_against_looking(reason)
    if reasons:
        raise Incomplete(reasons)


def _write_looks(reader: Looker, found: Mapping[Ref, int], reason: str, purpose: Purpose) -> None:
    def place(ref: Ref) -> tuple[int, str]:
        return found[ref], ref[1]

    for (custodian, of), refs in groupby(sorted(found, key=place), key=place):
        rows = [row_id for row_id, _of in refs]
        add_look(reader, custodian, of, rows, reason=reason, purpose=purpose, using=VAULT)


def _contents(found: Mapping[Ref, int]) -> dict[Ref, dict[str, object]]:
    rows = sealed_of({row_id for row_id, _of in found}, using=VAULT)
    blobs = [row for row in rows.values_list("row_id", "of", "envelope_id", "blob") if (row[0], row[1]) in found]
    keys = envelope_keys({envelope for _row, _of, envelope, _blob in blobs})
    try:
        return {(row_id, of): open_one(keys[envelope], row_id, of, bytes(blob)) for row_id, of, envelope, blob in blobs}
    except Damaged:
        raise damaged() from None


def envelope_keys(ids: Collection[UUID]) -> dict[UUID, bytes]:
    """The keys of these envelopes, by the custodians' private keys; within a scope of the vault's connection."""
    privates = {}
    keys = {}
    rows = envelopes(ids, using=VAULT)
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
