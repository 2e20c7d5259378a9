"""Names for the process that compares records of one person: for one stated purpose, under a quota of its own.

Nobody is shown one of these names: they go into the memory of a process that ends with the comparison. Identity card
and telephone numbers do not leave the vault even so: they come as hashes under a secret that is drawn for this one
matching, so that equal numbers of all offices are equal within it and mean nothing after it.
"""

import hashlib
import hmac
import os
import weakref
from collections.abc import Mapping
from uuid import UUID

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.scope import scoped
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.looks import require_to_look
from sanad.vault.messages import Message
from sanad.vault.numbers import Kind, numbers_in
from sanad.vault.process.looking import begin_matching, envelope_keys, session_of
from sanad.vault.process.state import Vault
from sanad.vault.queries import current_keys, sealed_of
from sanad.vault.searches import count_matching
from sanad.vault.tickets import Ticket

OF = "mention"
SECRET_BYTES = 32
HASH_BYTES = 12
MOST_AT_ONCE = 5_000

_secrets: "weakref.WeakKeyDictionary[Vault, dict[UUID, bytes]]" = weakref.WeakKeyDictionary()


def begin_comparing(vault: Vault, asked: Message) -> Message:
    """Begin a matching by machine; says which offices are locked, whose records are left out."""
    reader = Ticket.read(asked["reader"])
    require_to_look(reader, str(asked["reason"]))
    with scoped(reader, using=vault.using):
        refusal = count_matching(reader, using=vault.using)
    if refusal is not None:
        raise refusal
    begun = begin_matching(vault, asked)
    _secrets.setdefault(vault, {})[UUID(str(begun["session"]))] = os.urandom(SECRET_BYTES)
    with scoped(reader, using=vault.using):
        versions = list(current_keys(using=vault.using).values_list("custodian_id", "version"))
    mine = [(custodian, version) for custodian, version in versions if custodian in reader.sees]
    return {**begun, "locked": sorted(c for c, version in mine if not vault.keyring.is_open(c, version))}


def names_to_compare(vault: Vault, asked: Message) -> Message:
    """The names in these mentions, with the hashes of numbers; for whoever began the matching, as long as it runs."""
    reader = Ticket.read(asked["reader"])
    require_to_look(reader, str(asked["reason"]))
    session = session_of(vault, reader, asked)
    secret = _secrets.get(vault, {}).get(session) if session else None
    if session is None or secret is None:
        raise OutOfOrder.one(
            "matching_ended", N_("The vault was started anew meanwhile. Nothing was kept; start the matching again.")
        )
    wanted = [UUID(str(row)) for row in asked["rows"]][:MOST_AT_ONCE]
    with scoped(reader, using=vault.using):
        blobs = list(sealed_of(wanted, using=vault.using).filter(of=OF).values_list("row_id", "envelope_id", "blob"))
        keys = envelope_keys(vault, {envelope for _row, envelope, _blob in blobs})
    found = []
    for row_id, envelope, blob in blobs:
        try:
            content = open_one(keys[envelope], row_id, OF, bytes(blob))
        except (Damaged, KeyError):
            continue  # what cannot be opened is compared with nothing; whoever opens the record is told
        found.append([row_id.hex, _text(content, "name"), _text(content, "father_name"), *_hashes(secret, content)])
    return {"found": found}


def end_comparing(vault: Vault, asked: Message) -> Message:
    """Forget the secret of a matching."""
    _secrets.get(vault, {}).pop(UUID(str(asked["session"])), None)
    return {}


def _text(content: Mapping[str, object], field: str) -> str | None:
    said = content.get(field)
    first = next((text for text in said if text), None) if isinstance(said, list) else said
    return first if isinstance(first, str) and first.strip() else None


def _hashes(secret: bytes, content: Mapping[str, object]) -> list[str | None]:
    hashes: list[str | None] = []
    for kind in Kind:
        numbers = numbers_in(kind, str(content.get(kind) or ""))
        hashes.append(
            hmac.new(secret, f"{kind}:{numbers[0]}".encode(), hashlib.sha256).digest()[:HASH_BYTES].hex()
            if numbers
            else None
        )
    return hashes
