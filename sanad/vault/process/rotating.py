"""Changing a custodian's key: envelopes are wrapped anew, the blobs stay as they are.

Each step leaves a whole state behind: the new key holds from the first one on, envelopes follow piece by piece, and the
old key goes only when nothing is under it. Killed anywhere, the next `rotate` goes on where it was.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.actions import add_wraps
from sanad.vault.blobs import Damaged
from sanad.vault.envelopes import unwrap, wrapped_to
from sanad.vault.looks import damaged
from sanad.vault.messages import Message
from sanad.vault.models import CustodianKey
from sanad.vault.process.actions import add_next_key, hold_envelopes, move_envelopes, retire_key
from sanad.vault.process.holding import proven_recipients, wrapped
from sanad.vault.process.keyring import file_of, from_file, remove_file, to_file
from sanad.vault.process.state import Scope, Vault
from sanad.vault.process.unlocking import MANAGE, UNLOCK, require
from sanad.vault.queries import envelopes_under, keys_in_use, take_turns_changing_key
from sanad.vault.tickets import Ticket

AT_ONCE = 1000
IN_ONE_ANSWER = 20_000


def rotate(vault: Vault, asked: Message) -> Message:
    """Change the key of one custodian, or go on with it; `left` says how many envelopes are under old keys."""
    reader, custodian = Ticket.read(asked["reader"]), int(str(asked["custodian"]))
    require(reader, MANAGE, UNLOCK)
    if custodian not in reader.keeps:
        raise NotPermitted.one("not_permitted", N_("Your role does not manage the keys of the vault."))
    with scoped(Scope({custodian}), using=vault.using):
        take_turns_changing_key(custodian, using=vault.using)
        rows = list(keys_in_use({custodian}, using=vault.using))
        for row in rows:
            vault.keyring.private(custodian, row.version)  # refused where one is locked
        if not rows:
            raise OutOfOrder.one("no_key", N_("This office has no key yet: it gets one with its first report."))
        begun = len(rows) > 1
        current = rows[-1] if begun or not asked["begin"] else _new_key(vault, reader, rows[-1])
        old = [row for row in rows if row.pk != current.pk]
    moved = sum(_move(vault, row, current) for row in old)
    retired = [row.version for row in old if _retired(vault, reader, row)]
    with scoped(Scope({custodian}), using=vault.using):
        left = sum(envelopes_under(row.pk, using=vault.using).count() for row in old)
    waits = len(old) > len(retired)
    return {"version": current.version, "moved": moved, "left": left, "retired": retired, "waits": waits}


def _new_key(vault: Vault, reader: Ticket, before: CustodianKey) -> CustodianKey:
    """The next key: kept in the same way as the one before it, and wrapped for the same people and parties."""
    custodian, version = before.custodian_id, before.version + 1
    old = vault.keyring.private(custodian, before.version)
    in_file = file_of(custodian, before.version).exists()
    new = (from_file(custodian, version) if in_file else None) or X25519PrivateKey.generate()
    if in_file:
        new = to_file(custodian, version, new)
    to = proven_recipients(vault, before, old)
    row = add_next_key(before, version, new.public_key().public_bytes_raw(), using=vault.using)
    add_wraps(row, wrapped(custodian, version, new, to), using=vault.using)
    _record(vault, "vault.key_changed", reader, custodian, version=version)
    if not in_file:
        vault.keyring.add(custodian, version, new)
    return row


def _move(vault: Vault, old: CustodianKey, new: CustodianKey) -> int:
    """Wrap the envelopes of an old key for the new one, a thousand in each transaction."""
    private = vault.keyring.private(old.custodian_id, old.version)
    public = X25519PublicKey.from_public_bytes(bytes(new.public))
    moved = 0
    while moved < IN_ONE_ANSWER:
        with scoped(Scope({old.custodian_id}), using=vault.using):
            held = hold_envelopes(old.pk, AT_ONCE, using=vault.using)
            anew = []
            for envelope, before in held:
                try:
                    key = unwrap(private, old.custodian_id, envelope, before)
                except Damaged:
                    raise damaged() from None
                anew.append((envelope, wrapped_to(public, old.custodian_id, envelope, key)))
            move_envelopes(new.pk, anew, using=vault.using)
        moved += len(held)
        if len(held) < AT_ONCE:
            break
    return moved


def _retired(vault: Vault, reader: Ticket, old: CustodianKey) -> bool:
    with scoped(Scope({old.custodian_id}), using=vault.using):
        done = retire_key(old, using=vault.using)
        if done:
            _record(vault, "vault.key_retired", reader, old.custodian_id, version=old.version)
    if done:
        remove_file(old.custodian_id, old.version)
        vault.keyring.forget(old.custodian_id, old.version)
    return done


def _record(vault: Vault, deed: str, reader: Ticket, custodian: int, **detail: object) -> None:
    record(deed, by=reader, object_kind="custodian", object_id=custodian, office=custodian, using=vault.using, **detail)
