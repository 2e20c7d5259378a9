"""What the vault process writes on its own connection: keys, wraps, unlockers, parties, envelopes under a new key."""

from collections.abc import Sequence
from uuid import UUID

from django.db import OperationalError, connections, transaction
from django.utils import timezone

from sanad.vault.models import CustodianKey, Envelope, EscrowParty, KeyWrap, Unlocker
from sanad.vault.queries import current_parties, current_unlockers, envelopes_under

LONGEST_WAIT = "2s"  # for what another transaction holds: an import that seals may go on for minutes


def add_unlocker(user_id: int, public: bytes, locked: bytes, *, using: str) -> Unlocker:
    """Write an unlocker down; what the same user had before ends, with its wraps."""
    now = timezone.now()
    KeyWrap.objects.using(using).filter(unlocker__user_id=user_id).delete()
    current_unlockers(using=using).filter(user_id=user_id).update(until=now)
    return Unlocker.objects.using(using).create(user_id=user_id, public=public, locked=locked, since=now)


def end_unlocker(user_id: int, *, using: str) -> int:
    """Take the wraps of somebody who left; says how many there were."""
    number, _by_table = KeyWrap.objects.using(using).filter(unlocker__user_id=user_id).delete()
    current_unlockers(using=using).filter(user_id=user_id).update(until=timezone.now())
    return number


def add_party(name: str, public: bytes, *, using: str) -> EscrowParty:
    """Write a party of the escrow down."""
    return EscrowParty.objects.using(using).create(name=name, public=public, since=timezone.now())


def end_party(name: str, *, using: str) -> None:
    """A party no longer holds a part; the wraps for it go with those who see them (`drop_wraps_of_ended`)."""
    current_parties(using=using).filter(name=name).update(until=timezone.now())


def drop_wraps_of_ended(*, using: str) -> int:
    """Delete the wraps for parties that hold no part any more, as far as the running scope sees them."""
    rows = KeyWrap.objects.using(using)
    ended = rows.filter(first__until__isnull=False) | rows.filter(second__until__isnull=False)
    number, _by_table = rows.filter(pk__in=list(ended.values_list("pk", flat=True))).delete()
    return number


def add_next_key(before: CustodianKey, version: int, public: bytes, *, using: str) -> CustodianKey:
    """From now on values are sealed to a new key; in the current transaction."""
    now = timezone.now()
    CustodianKey.objects.using(using).filter(pk=before.pk).update(until=now)
    return CustodianKey.objects.using(using).create(
        custodian_id=before.custodian_id, version=version, public=public, since=now
    )


def hold_envelopes(key_id: int, number: int, *, using: str) -> list[tuple[UUID, bytes]]:
    """Some envelopes under a key, held until the running transaction ends; those that another one moves are left."""
    rows = envelopes_under(key_id, using=using).order_by("id").select_for_update(skip_locked=True, of=("self",))
    return [(envelope, bytes(wrapped)) for envelope, wrapped in rows.values_list("id", "wrapped")[:number]]


def move_envelopes(key_id: int, wrapped: Sequence[tuple[UUID, bytes]], *, using: str) -> None:
    """Put envelopes under a new key."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "update vault_envelope e set key_id = %s, wrapped = w.wrapped"
            " from unnest(%s::uuid[], %s::bytea[]) w (id, wrapped) where e.id = w.id",
            [key_id, [envelope for envelope, _new in wrapped], [new for _envelope, new in wrapped]],
        )


def retire_key(key: CustodianKey, *, using: str) -> bool:
    """Retire a key that nothing is sealed to, with its wraps. False while a running import may still seal to it."""
    try:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute(f"set local lock_timeout = '{LONGEST_WAIT}'")
            # Every transaction that has written an envelope under this key holds a share of its row until it ends.
            cursor.execute("select from vault_custodiankey where id = %s for update", [key.pk])
            cursor.execute("set local lock_timeout = 0")
            if Envelope.objects.using(using).filter(key_id=key.pk).exists():
                return False
            KeyWrap.objects.using(using).filter(key_id=key.pk).delete()
            CustodianKey.objects.using(using).filter(pk=key.pk).update(retired_at=timezone.now())
    except OperationalError:  # the wait was over
        return False
    return True
