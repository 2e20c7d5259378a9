"""Reading the vault's tables. Sealed columns are read by the vault process alone, on its own connection.

Row security by custodian holds for all of them but the public keys.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from sanad.ledger.models import Deed
from sanad.vault.models import (
    CustodianKey,
    Envelope,
    Erased,
    EscrowParty,
    KeyWrap,
    Look,
    Number,
    Original,
    Sealed,
    Unlocker,
)
from sanad.vault.rules import Tombstone

MATCHING_BEGUN = "matching.begun"


def current_key(custodian_id: int) -> CustodianKey | None:
    """The public key under which this custodian's values are sealed now."""
    return CustodianKey.objects.filter(custodian_id=custodian_id, until__isnull=True).first()


def current_keys(*, using: str) -> QuerySet[CustodianKey]:
    """The public keys of all custodians that values are sealed under now."""
    return CustodianKey.objects.using(using).filter(until__isnull=True)


def numbers_alike(hashes: Collection[bytes], custodians: Collection[int], kinds: Collection[str]) -> QuerySet[Number]:
    """Sealed mentions with one of these keyed hashes, kept by one of these offices."""
    return Number.objects.filter(hash__in=hashes, custodian_id__in=custodians, kind__in=kinds)


def has_envelope(envelope_id: UUID) -> bool:
    """Is this envelope in the database, as the running transaction sees it?"""
    return Envelope.objects.filter(id=envelope_id).exists()


def sealed_of(row_ids: Collection[UUID], *, using: str = DEFAULT_DB_ALIAS) -> QuerySet[Sealed]:
    """The sealed values of these rows; the application may read all columns but the blob."""
    return Sealed.objects.using(using).filter(row_id__in=row_ids).defer("blob")


def places_of_sealed(row_ids: Collection[UUID], *, using: str) -> list[tuple[UUID, str, int, UUID]]:
    """Row, table, custodian and envelope of what is sealed for these rows; one parameter, however many they are."""
    with connections[using].cursor() as cursor:
        asked = 'select row_id, "of", custodian_id, envelope_id from vault_sealed where row_id = any(%s::uuid[])'
        cursor.execute(asked, [list(row_ids)])
        return cursor.fetchall()


def blobs_of(row_ids: Collection[UUID], *, using: str) -> list[tuple[UUID, str, UUID, bytes]]:
    """Row, table, envelope and blob; for the vault's connection."""
    with connections[using].cursor() as cursor:
        asked = 'select row_id, "of", envelope_id, blob from vault_sealed where row_id = any(%s::uuid[])'
        cursor.execute(asked, [list(row_ids)])
        return cursor.fetchall()


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


def keys_of_envelopes(ids: Collection[UUID], *, using: str) -> set[tuple[int, int]]:
    """Which keys (custodian, version) it takes to open these envelopes."""
    return set(envelopes(ids, using=using).values_list("custodian_id", "key__version"))


def places_of_originals(ids: Collection[UUID], *, using: str) -> dict[UUID, tuple[int, UUID]]:
    """Custodian and envelope of these originals."""
    rows = Original.objects.using(using).filter(id__in=ids).values_list("id", "custodian_id", "envelope_id")
    return {original: (custodian, envelope) for original, custodian, envelope in rows}


def take_turns_looking(user_id: int, *, using: str) -> None:
    """Wait until no other transaction counts the looks of this user; held until the running one ends."""
    with connections[using].cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('sanad.vault.looks'), %s)", [user_id])


def take_turns_changing_key(custodian_id: int, *, using: str) -> None:
    """Wait until no other transaction begins to change this key, also one of a vault that was killed just now."""
    with connections[using].cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('sanad.vault.keys'), %s)", [custodian_id])


def looked_at_since(
    moment: datetime, user_id: int, purposes: Collection[str], *, also: Sequence[tuple[UUID, str]], using: str
) -> int:
    """At how many people this user has looked since then, with those of `also`; narratives and files apart, if more.

    The role of the vault sees the looks of every office, so that a second posting brings no second budget.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(
            "select greatest(count(distinct r) filter (where o = 'mention'),"
            " count(distinct r) filter (where o <> 'mention')) from ("
            'select "of" o, unnest("rows") r from vault_look where user_id = %s and at >= %s and purpose = any(%s)'
            " union all select * from unnest(%s::text[], %s::uuid[])) looked",
            [user_id, moment, [str(one) for one in purposes], [of for _row, of in also], [row for row, _of in also]],
        )
        return int(cursor.fetchone()[0])


def matching_begun_by(user_id: int | None, session: UUID, *, using: str) -> bool:
    """Did this user (or the operator) begin this matching?"""
    deeds = Deed.objects.using(using).filter(action=MATCHING_BEGUN, object_kind="matching", object_id=str(session))
    return deeds.filter(actor=user_id).exists() if user_id is not None else deeds.filter(actor=None).exists()


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


def erased_of(of: str) -> list[UUID]:
    """The rows of all offices whose values of this kind were destroyed; for a restored database."""
    return list(Erased.objects.filter(of=of).values_list("row_id", flat=True))


# -- Keys and for whom they are wrapped ------------------------------------------------------------


def keys_in_use(custodians: Collection[int], *, using: str = DEFAULT_DB_ALIAS) -> QuerySet[CustodianKey]:
    """The keys of these custodians that something may be sealed to, the oldest first."""
    rows = CustodianKey.objects.using(using).filter(custodian_id__in=custodians, retired_at__isnull=True)
    return rows.order_by("custodian_id", "version")


def current_unlockers(*, using: str = DEFAULT_DB_ALIAS) -> QuerySet[Unlocker]:
    """Everybody who can unlock something with a passphrase."""
    return Unlocker.objects.using(using).filter(until__isnull=True).defer("locked").order_by("id")


def passphrase_of(user_id: int, *, using: str) -> tuple[int, bytes] | None:
    """The number of an unlocker, and her private half as her passphrase locks it; for the vault's connection."""
    rows = Unlocker.objects.using(using).filter(user_id=user_id, until__isnull=True).values_list("id", "locked")
    return next(((number, bytes(locked)) for number, locked in rows), None)


def current_parties(*, using: str = DEFAULT_DB_ALIAS) -> QuerySet[EscrowParty]:
    """The parties of the escrow."""
    return EscrowParty.objects.using(using).filter(until__isnull=True).order_by("id")


def wraps_of(custodians: Collection[int], *, using: str = DEFAULT_DB_ALIAS) -> QuerySet[KeyWrap]:
    """For whom the keys in use of these custodians are wrapped, without what is wrapped."""
    rows = KeyWrap.objects.using(using).filter(custodian_id__in=custodians, key__retired_at__isnull=True)
    return rows.select_related("key", "unlocker", "first", "second").defer("wrapped", "unlocker__locked")


def envelopes_under(key_id: int, *, using: str) -> QuerySet[Envelope]:
    """What is sealed to this key."""
    return Envelope.objects.using(using).filter(key_id=key_id)
