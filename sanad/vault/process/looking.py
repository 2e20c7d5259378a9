"""Opening sealed values: the deed of looking is committed, within a budget, before anything is read."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap
from django.conf import settings
from django.utils import timezone

from sanad.kit.chunks import batched
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.actions import add_look, add_refused_look
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.envelopes import unwrap
from sanad.vault.looks import (
    Budget,
    OverBudget,
    Ref,
    budget_for,
    damaged,
    over,
    require_entered_since,
    require_to_look,
)
from sanad.vault.messages import Message
from sanad.vault.process.state import Vault
from sanad.vault.queries import (
    MATCHING_BEGUN,
    blobs_of,
    envelopes,
    key_of_original,
    keys_of_envelopes,
    looked_at_since,
    matching_begun_by,
    places_of_originals,
    places_of_sealed,
    take_turns_looking,
)
from sanad.vault.rules import Purpose
from sanad.vault.tickets import Ticket

T = TypeVar("T")

AT_ONCE = 1000
ORIGINAL = "original"
Places = Mapping[Ref, tuple[int, UUID]]  # custodian and envelope of what is there


def open_values(vault: Vault, asked: Message) -> Message:
    """The contents of rows, as far as there are any that the reader may open."""
    reader, reason, purpose = _who_and_why(asked)
    wanted = {(UUID(row_id), str(of)) for row_id, of in asked["refs"]}
    with scoped(reader, using=vault.using):
        kept = places_of_sealed({row_id for row_id, _of in wanted}, using=vault.using)
        found = {(row, of): (custodian, envelope) for row, of, custodian, envelope in kept if (row, of) in wanted}
        refusal = _look(vault, reader, found, reason, purpose, session_of(vault, reader, asked))
    if refusal is not None:
        raise refusal
    with scoped(reader, using=vault.using):
        keys = envelope_keys(vault, {envelope for _custodian, envelope in found.values()})
        contents = [one for some in batched(sorted(found), AT_ONCE) for one in _contents(vault, {*some}, keys)]
    return {"found": contents}


def begin_matching(vault: Vault, asked: Message) -> Message:
    """Write down that somebody begins to match, and give the mark under which each pair is opened."""
    reader, session = Ticket.read(asked["reader"]), uuid7()
    require_to_look(reader, str(asked["reason"]))
    about = min(reader.keeps, default=None)
    with scoped(reader, using=vault.using):
        record(MATCHING_BEGUN, by=reader, object_kind="matching", object_id=session, office=about, using=vault.using)
    return {"session": session.hex}


def session_of(vault: Vault, reader: Ticket, asked: Message) -> UUID | None:
    """The matching to which a look belongs: one that this reader began."""
    if asked.get("session") is None:
        return None
    session = UUID(str(asked["session"]))
    if not matching_begun_by(reader.user_id, session, using=vault.using):
        raise OutOfOrder.one("no_matching", N_("This matching was not begun by you: begin one and say why."))
    return session


def open_original(vault: Vault, asked: Message) -> Message:
    """The key of one file, after the look at it is written down; the file itself is read by whoever asked."""
    reader, reason, purpose = _who_and_why(asked)
    original_id = UUID(asked["original"])
    with scoped(reader, using=vault.using):
        places = places_of_originals({original_id}, using=vault.using)
        found = {(row, ORIGINAL): place for row, place in places.items()}
        refusal = _look(vault, reader, found, reason, purpose)
    if refusal is not None:
        raise refusal
    with scoped(reader, using=vault.using):
        there = key_of_original(original_id, using=vault.using)
        if there is None:
            return {"key": None}
        envelope_id, wrapped = there
        envelope_key = envelope_keys(vault, {envelope_id})[envelope_id]
    try:
        return {"key": aes_key_unwrap(envelope_key, wrapped).hex()}
    except InvalidUnwrap:
        raise damaged() from None


def envelope_keys(vault: Vault, ids: Collection[UUID]) -> dict[UUID, bytes]:
    """The keys of these envelopes, by the custodians' private keys; within a scope of the vault's connection."""

    def read() -> dict[UUID, bytes]:
        rows = envelopes(ids, using=vault.using)
        return {
            envelope: _unwrapped(vault, custodian, version, envelope, wrapped)
            for envelope, custodian, version, wrapped in rows.values_list(
                "id", "custodian_id", "key__version", "wrapped"
            )
        }

    return _twice(read)


def _unwrapped(vault: Vault, custodian: int, version: int, envelope: UUID, wrapped: bytes) -> bytes:
    try:
        return unwrap(vault.keyring.private(custodian, version), custodian, envelope, wrapped)
    except Damaged:
        raise damaged() from None


def _twice(read: Callable[[], T]) -> T:
    """Read again if a key is not there: it was changed, and the old one retired, just after it was asked for."""
    try:
        return read()
    except OutOfOrder:
        return read()


def _who_and_why(asked: Message) -> tuple[Ticket, str, Purpose]:
    reader, reason = Ticket.read(asked["reader"]), str(asked["reason"])
    require_to_look(reader, reason)
    return reader, reason, Purpose(str(asked["purpose"]))


def _look(
    vault: Vault, reader: Ticket, found: Places, reason: str, purpose: Purpose, session: UUID | None = None
) -> OverBudget | None:
    """Write the deed of looking at these, in the running transaction. Raises where it is locked or not of today.

    The refusal of one look too many is given and not raised, so that its deed is committed too.
    """
    _twice(lambda: _require_open(vault, found))  # what is locked is not looked at, and costs nothing
    if purpose is Purpose.ENTRY:
        require_entered_since([row for row, of in found if of != ORIGINAL], start_of_today())
    refusal = _over_budget(vault, reader, found, purpose)
    if refusal is None:
        _write_looks(vault, reader, found, reason, purpose, session)
    else:
        add_refused_look(reader, _custodian_of(found), purpose=purpose, number=len(found), using=vault.using)
    return refusal


def _require_open(vault: Vault, found: Places) -> None:
    for custodian, version in keys_of_envelopes({envelope for _c, envelope in found.values()}, using=vault.using):
        vault.keyring.require_open(custodian, version)


def _over_budget(vault: Vault, reader: Ticket, found: Places, purpose: Purpose) -> OverBudget | None:
    """Why this look is one too many; two at once take turns, so that neither slips past."""
    budget = budget_for(purpose, a_day=settings.LOOKS_A_DAY, matching=settings.MATCHES_A_DAY)
    if budget is None or reader.user_id is None or not found:
        return None
    take_turns_looking(reader.user_id, using=vault.using)
    return over(budget) if _spent(vault, reader.user_id, found, budget) > budget.limit else None


def _spent(vault: Vault, user_id: int, found: Places, budget: Budget) -> int:
    return looked_at_since(start_of_today(), user_id, budget.purposes, also=list(found), using=vault.using)


def start_of_today() -> datetime:
    """Midnight in Karachi. Looks of later than now count too: setting the clock back opens no new budget."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _custodian_of(found: Places) -> int:
    return next(custodian for custodian, _envelope in found.values())


def _write_looks(
    vault: Vault, reader: Ticket, found: Places, reason: str, purpose: Purpose, session: UUID | None
) -> None:
    def place(ref: Ref) -> tuple[int, str]:
        return found[ref][0], ref[1]

    for (custodian, of), refs in groupby(sorted(found, key=place), key=place):
        rows = [row_id for row_id, _of in refs]
        add_look(reader, custodian, of, rows, reason=reason, purpose=purpose, using=vault.using, session=session)


def _contents(vault: Vault, refs: Collection[Ref], keys: Mapping[UUID, bytes]) -> list[list[object]]:
    blobs = blobs_of({row_id for row_id, _of in refs}, using=vault.using)
    try:
        return [
            [row_id.hex, of, open_one(keys[envelope], row_id, of, bytes(blob))]
            for row_id, of, envelope, blob in blobs
            if (row_id, of) in refs
        ]
    except Damaged:
        raise damaged() from None
