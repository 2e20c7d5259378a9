"""Unlocking and locking: passphrases of unlockers, and the end of key files."""

from collections import defaultdict
from collections.abc import Collection

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.blobs import Damaged
from sanad.vault.looks import damaged
from sanad.vault.messages import Message
from sanad.vault.models import CustodianKey
from sanad.vault.process.actions import add_unlocker, end_unlocker
from sanad.vault.process.holding import open_keys, recipient_of, wrap_for
from sanad.vault.process.keyring import Keys, file_of, locked, remove_file
from sanad.vault.process.state import Scope, Vault
from sanad.vault.queries import keys_in_use, passphrase_of, wraps_of
from sanad.vault.tickets import Ticket
from sanad.vault.wrapping import Recipient, lock_private, reasons_against_passphrase, unlock_private, unwrap

SEE, UNLOCK, MANAGE = "vault.see", "vault.unlock", "vault.manage"  # sanad.accounts.permissions.Permission


def require(reader: Ticket, *permissions: str) -> None:
    """Refuse, unless the reader has one of these."""
    if not set(permissions) & set(reader.permissions):
        raise NotPermitted.one("not_permitted", N_("Your role does not manage the keys of the vault."))


def enrol(vault: Vault, asked: Message) -> Message:
    """Let the reader unlock with a passphrase of her own: every key of her offices is wrapped for it.

    Takes the keys open, so that nobody lets herself in: the first unlocker comes while they are files, every later one
    while somebody else has unlocked them. A further time it changes the passphrase.
    """
    reader, passphrase = Ticket.read(asked["reader"]), str(asked["passphrase"])
    user = _unlocker(reader)
    reasons = reasons_against_passphrase(passphrase, str(asked["again"]))
    if reasons:
        raise Incomplete(reasons)
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    closed = lock_private(private, passphrase, user, vault.cost)
    with scoped(Scope(reader.keeps), using=vault.using):
        keys = open_keys(vault, reader.keeps)
        _require_all_open(vault, reader, user, [row for row, _key in keys])
        number = add_unlocker(user, public, closed, using=vault.using).pk
        wrap_for(vault, keys, [Recipient(number, None, (public,))])
        _record(vault, "vault.unlocker_made", reader, custodians={row.custodian_id for row, _key in keys})
    return {"custodians": sorted({row.custodian_id for row, _key in keys})}


def unlock(vault: Vault, asked: Message) -> Message:
    """Open the keys of the reader's offices with her passphrase, for a set time."""
    reader = Ticket.read(asked["reader"])
    user = _unlocker(reader)
    with vault.guesses.one_more(user):
        private = _private_of(vault, reader, user, str(asked["passphrase"]))
    with scoped(Scope(reader.keeps), using=vault.using):
        found = _opened(vault, reader, user, private)
        _record(vault, "vault.unlocked", reader, custodians=found)
    for custodian, keys in found.items():
        vault.keyring.hold(custodian, keys, hours=settings.VAULT_HOURS)
    vault.keys_changed.set()
    return {"custodians": sorted(found), "hours": settings.VAULT_HOURS}


def lock(vault: Vault, asked: Message) -> Message:
    """Forget the keys of the reader's offices. With `remove_files` key files go too, for good."""
    reader = Ticket.read(asked["reader"])
    require(reader, UNLOCK, MANAGE)
    with scoped(Scope(reader.keeps), using=vault.using):
        rows = list(keys_in_use(reader.keeps, using=vault.using))
        in_files = [row for row in rows if file_of(row.custodian_id, row.version).exists()]
        removed = in_files if asked["remove_files"] else []
        if removed:
            _require_way_back(vault, removed)
        _record(vault, "vault.locked", reader, custodians=reader.keeps, files_removed=len(removed))
    for row in removed:
        remove_file(row.custodian_id, row.version)
    vault.keyring.drop(reader.keeps)
    vault.keys_changed.set()
    still = sorted({row.custodian_id for row in in_files} - {row.custodian_id for row in removed})
    return {"custodians": sorted({row.custodian_id for row in rows} - set(still)), "in_files": still}


def leave(vault: Vault, asked: Message) -> Message:
    """Take the passphrase of somebody who left, or whose passphrase is lost."""
    reader, user = Ticket.read(asked["reader"]), int(str(asked["user"]))
    require(reader, MANAGE)
    with scoped(Scope(reader.keeps), using=vault.using):
        number = end_unlocker(user, using=vault.using)
        _record(vault, "vault.unlocker_ended", reader, custodians=reader.keeps, user=user)
    return {"wraps": number}


def _unlocker(reader: Ticket) -> int:
    require(reader, UNLOCK)
    if reader.user_id is None:
        raise NotPermitted.one(
            "unlocker_signs_in", N_("Whoever unlocks does it under their own name: add --as USER to the command.")
        )
    return reader.user_id


def _private_of(vault: Vault, reader: Ticket, user: int, passphrase: str) -> X25519PrivateKey:
    with scoped(Scope(reader.keeps), using=vault.using):
        known = passphrase_of(user, using=vault.using)
    if known is None:
        raise OutOfOrder.one("no_unlocker", N_("You have no passphrase for the vault yet."), field="passphrase")
    private = unlock_private(known[1], passphrase, user)
    if private is None:
        vault.guesses.was_wrong(user)
        with scoped(Scope(reader.keeps), using=vault.using):
            _record(vault, "vault.unlock_refused", reader, custodians=())
        raise Incomplete.one("wrong_passphrase", N_("This is not your passphrase."), field="passphrase")
    vault.guesses.was_right(user)
    return private


def _opened(vault: Vault, reader: Ticket, user: int, private: X25519PrivateKey) -> dict[int, Keys]:
    found: dict[int, Keys] = defaultdict(dict)
    rows = wraps_of(reader.keeps, using=vault.using).filter(unlocker__user_id=user).defer(None)
    for one in rows:
        row = one.key
        try:
            key = unwrap(bytes(one.wrapped), (private,), row.custodian_id, row.version, recipient_of(one))
        except Damaged:
            raise damaged() from None
        if key.public_key().public_bytes_raw() != bytes(row.public):
            raise damaged()
        found[row.custodian_id][row.version] = key
    return dict(found)


def _require_all_open(vault: Vault, reader: Ticket, user: int, rows: Collection[CustodianKey]) -> None:
    """Nobody enrols without an open key, and nobody loses by a new passphrase what the old one opened."""
    had = set(wraps_of(reader.keeps, using=vault.using).filter(unlocker__user_id=user).values_list("key_id", flat=True))
    if not rows or had - {row.pk for row in rows}:
        raise locked()


def _require_way_back(vault: Vault, rows: Collection[CustodianKey]) -> None:
    """Before key files go: two people, or one and the escrow, can open every key."""
    for row in rows:
        of_key = [one for one in wraps_of({row.custodian_id}, using=vault.using) if one.key_id == row.pk]
        people = sum(one.unlocker_id is not None for one in of_key)
        if not people or people + sum(one.unlocker_id is None for one in of_key) < 2:
            raise OutOfOrder.one(
                "no_way_back",
                N_(
                    "Key files can go once the keys are wrapped for an unlocker, and besides for a second one or for"
                    " the escrow. Otherwise a forgotten passphrase would lose every name for ever."
                ),
            )


def _record(vault: Vault, deed: str, reader: Ticket, *, custodians: Collection[int], **detail: object) -> None:
    about = reader.user_id if reader.user_id is not None else 0
    record(
        deed,
        by=reader,
        object_kind="user",
        object_id=about,
        office=min(reader.keeps, default=None),
        using=vault.using,
        custodians=sorted(custodians),
        **detail,
    )
