"""Keys that are open now, and wrapping them for everybody who is to have them."""

from collections.abc import Collection, Iterable

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sanad.vault.actions import Wrapped, add_wraps
from sanad.vault.models import CustodianKey, KeyWrap
from sanad.vault.process.state import Vault
from sanad.vault.queries import keys_in_use, wraps_of
from sanad.vault.wrapping import Recipient, proof, recipients, wrap

Open = list[tuple[CustodianKey, X25519PrivateKey]]


def open_keys(vault: Vault, custodians: Collection[int]) -> Open:
    """The keys in use of these custodians that are not locked; within a scope."""
    rows = keys_in_use(custodians, using=vault.using)
    return [
        (row, vault.keyring.private(row.custodian_id, row.version))
        for row in rows
        if vault.keyring.is_open(row.custodian_id, row.version)
    ]


def wrap_for(vault: Vault, keys: Open, wanted: Iterable[Recipient]) -> int:
    """Wrap open keys for those of `wanted` who do not have them yet; says how many wraps that made."""
    wanted, made = list(wanted), 0
    have = {(w.key_id, *_who(w)) for w in wraps_of({row.custodian_id for row, _key in keys}, using=vault.using)}
    for row, key in keys:
        new = [to for to in wanted if (row.pk, to.unlocker, to.pair) not in have]
        made += add_wraps(row, wrapped(row.custodian_id, row.version, key, new), using=vault.using)
    return made


def wrapped(custodian: int, version: int, key: X25519PrivateKey, to: Iterable[Recipient]) -> list[Wrapped]:
    """A key wrapped for each recipient."""
    return [(one, *wrap(key, custodian, version, one)) for one in to]


def recipient_of(one: KeyWrap) -> Recipient:
    """For whom a wrap was made, with the public keys that the database has for them now."""
    if one.unlocker is not None:
        return Recipient(one.unlocker.pk, None, (bytes(one.unlocker.public),))
    assert one.first is not None
    assert one.second is not None
    return Recipient(None, (one.first.pk, one.second.pk), (bytes(one.first.public), bytes(one.second.public)))


def proven_recipients(vault: Vault, row: CustodianKey, key: X25519PrivateKey) -> list[Recipient]:
    """For whom a key was wrapped on purpose; whoever was slipped into the table is not among them."""
    found = []
    for one in wraps_of({row.custodian_id}, using=vault.using).filter(key=row):
        to = recipient_of(one)
        if bytes(one.proof) == proof(key, row.custodian_id, row.version, to):
            found.append(to)
    return found


def pairs_of(parties: dict[int, bytes]) -> list[Recipient]:
    """Every two parties of the escrow."""
    return recipients({}, parties)


def _who(one: KeyWrap) -> tuple[int | None, tuple[int, int] | None]:
    pair = (one.first_id, one.second_id) if one.first_id is not None and one.second_id is not None else None
    return one.unlocker_id, pair
