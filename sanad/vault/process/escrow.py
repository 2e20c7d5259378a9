"""The escrow: parties of whom any two can open every key together, and one alone none."""

from collections import defaultdict

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import scoped
from sanad.vault.blobs import Damaged
from sanad.vault.looks import damaged
from sanad.vault.messages import Message
from sanad.vault.process.actions import add_party, drop_wraps_of_ended, end_party
from sanad.vault.process.holding import open_keys, pairs_of, recipient_of, wrap_for
from sanad.vault.process.keyring import Keys, to_file
from sanad.vault.process.state import Scope, Vault
from sanad.vault.process.unlocking import MANAGE, require
from sanad.vault.queries import current_parties, keys_in_use, wraps_of
from sanad.vault.rules import reasons_against_party
from sanad.vault.tickets import Ticket
from sanad.vault.wrapping import unwrap

MOST_PARTIES = 5


def new_party(vault: Vault, asked: Message) -> Message:
    """Take a party in by its public key; what is open is wrapped for it and each of the others at once."""
    reader, name = Ticket.read(asked["reader"]), str(asked["name"])
    require(reader, MANAGE)
    public = bytes.fromhex(str(asked["public"]))
    with scoped(Scope(reader.keeps), using=vault.using):
        known = list(current_parties(using=vault.using).values_list("name", flat=True))
        reasons = reasons_against_party(name, known, most=MOST_PARTIES)
        if reasons:
            raise Incomplete(reasons)
        party = add_party(name, public, using=vault.using)
        _record(vault, "escrow.party_added", reader, party.pk)
    return {"party": name, **wrap_open(vault, asked)}


def wrap_open(vault: Vault, asked: Message) -> Message:
    """Wrap every open key for every two parties that do not have it; says for which offices that has to wait."""
    reader = Ticket.read(asked["reader"])
    require(reader, MANAGE)
    with scoped(Scope(reader.keeps), using=vault.using):
        drop_wraps_of_ended(using=vault.using)
        keys = open_keys(vault, reader.keeps)
        made = wrap_for(vault, keys, pairs_of(_parties(vault)))
        all_keys = keys_in_use(reader.keeps, using=vault.using).values_list("pk", "custodian_id")
        done = {row.pk for row, _key in keys}
        waiting = sorted({custodian for key, custodian in all_keys if key not in done})
        if made:
            _record(vault, "escrow.wrapped", reader, "keys", number=made)
    return {"wraps": made, "waiting": waiting}


def remove_party(vault: Vault, asked: Message) -> Message:
    """A party gives its part back, or has lost it: what was wrapped for it goes."""
    reader, name = Ticket.read(asked["reader"]), str(asked["name"])
    require(reader, MANAGE)
    with scoped(Scope(reader.keeps), using=vault.using):
        party = current_parties(using=vault.using).filter(name=name).first()
        if party is None:
            raise no_party()
        end_party(name, using=vault.using)
        dropped = drop_wraps_of_ended(using=vault.using)
        _record(vault, "escrow.party_removed", reader, party.pk)
    return {"party": name, "wraps": dropped}


def recover(vault: Vault, asked: Message) -> Message:
    """Two parties open the keys of the reader's offices with their private keys, for a set time or into files."""
    reader = Ticket.read(asked["reader"])
    require(reader, MANAGE)
    privates = {}
    for raw in asked["parties"]:
        private = X25519PrivateKey.from_private_bytes(bytes.fromhex(raw))
        privates[private.public_key().public_bytes_raw()] = private
    with scoped(Scope(reader.keeps), using=vault.using):
        found = _opened_by_two(vault, reader, privates)
        if not found:
            raise OutOfOrder.one(
                "not_two_parties", N_("These keys do not belong to two parties of the escrow of this site.")
            )
        _record(vault, "escrow.recovered", reader, "keys", number=len(found), into_files=bool(asked["to_files"]))
    for custodian, keys in found.items():
        if asked["to_files"]:
            for version, key in keys.items():
                to_file(custodian, version, key)
        else:
            vault.keyring.hold(custodian, keys, hours=settings.VAULT_HOURS)
    return {"custodians": sorted(found)}


def no_party() -> OutOfOrder:
    """What is said of a party that is not there."""
    return OutOfOrder.one("no_party", N_("There is no such party of the escrow."))


def _opened_by_two(vault: Vault, reader: Ticket, privates: dict[bytes, X25519PrivateKey]) -> dict[int, Keys]:
    found: dict[int, Keys] = defaultdict(dict)
    for one in wraps_of(reader.keeps, using=vault.using).filter(unlocker__isnull=True).defer(None):
        to, row = recipient_of(one), one.key
        if not set(to.publics) <= privates.keys():
            continue
        try:
            two = tuple(privates[public] for public in to.publics)
            key = unwrap(bytes(one.wrapped), two, row.custodian_id, row.version, to)
        except Damaged:
            raise damaged() from None
        if key.public_key().public_bytes_raw() != bytes(row.public):
            raise damaged()
        found[row.custodian_id][row.version] = key
    return dict(found)


def _parties(vault: Vault) -> dict[int, bytes]:
    return {party.pk: bytes(party.public) for party in current_parties(using=vault.using)}


def _record(vault: Vault, deed: str, reader: Ticket, about: object, **detail: object) -> None:
    record(
        deed,
        by=reader,
        object_kind="escrow",
        object_id=str(about),
        office=min(reader.keeps, default=None),
        using=vault.using,
        **detail,
    )
