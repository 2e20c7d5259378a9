"""The custodians' keys: a key pair for sealing, a secret for keyed hashes.

The public key stands in the database: sealing needs no more. The private key is known to the vault process alone
(`sanad.vault.process`): a file under SANAD_HOME/keys, which is the weaker form for small sites, for whoever has the
whole disk has it too; or only wrapped, for the passphrases of unlockers and for any two parties of the escrow.

The secret for keyed hashes is a file as well and stays on the server for good: a locked site has to know whether a
value that comes in again is unchanged. It opens nothing; with it one can try guesses.
"""

import hmac
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.scope import scoped
from sanad.vault.actions import add_key, add_wraps
from sanad.vault.asking import ask
from sanad.vault.models import CustodianKey
from sanad.vault.queries import current_key, current_parties, wraps_of
from sanad.vault.tickets import Scope
from sanad.vault.wrapping import Recipient, recipients

SECRET_BYTES = 32


def ensure_keys(custodian_id: int, *, like: int | None = None) -> CustodianKey:
    """The custodian's current key; made on first use, by the vault process, which alone knows its private half.

    `like` is a custodian whose unlockers are to unlock this one too: the office above a new one. Where that one's keys
    are locked by passphrases, the new key comes into no file either.
    """
    _secret(custodian_id, make=True)
    current = current_key(custodian_id)
    if current is not None:
        return current
    to = [] if like is None else recipients(_unlockers_of(like), _parties())
    made = ask("generate", custodian=custodian_id, version=1, to=[_said(one) for one in to])
    key = add_key(custodian_id, 1, bytes.fromhex(str(made["public"])))
    if to:  # whoever opens an office does not see it yet
        with scoped(Scope({custodian_id})):
            wraps = [(bytes.fromhex(content), bytes.fromhex(proof)) for content, proof in made["wraps"]]
            add_wraps(key, [(one, *wrap) for one, wrap in zip(to, wraps, strict=True)], using=DEFAULT_DB_ALIAS)
    return key


def _unlockers_of(custodian_id: int) -> dict[int, bytes]:
    with scoped(Scope({custodian_id})):
        wraps = wraps_of([custodian_id]).filter(unlocker__isnull=False)
        return {one.unlocker.pk: bytes(one.unlocker.public) for one in wraps if one.unlocker is not None}


def _parties() -> dict[int, bytes]:
    return {party.pk: bytes(party.public) for party in current_parties()}


def _said(to: Recipient) -> dict[str, object]:
    return {"unlocker": to.unlocker, "pair": to.pair, "publics": [bytes(public).hex() for public in to.publics]}


def keyed_hasher(custodian_id: int, kind: str) -> Callable[[str], bytes]:
    """`keyed_hash` for many values of one kind: the key is looked up once."""
    key = _subkey(custodian_id, f"index {kind}")
    return lambda value: hmac.digest(key, value.encode(), "sha256")


def keyed_hash(custodian_id: int, kind: str, value: str | bytes) -> bytes:
    """A hash that only this site can compute, for exact search of near-unique values (CNIC, phone, file).

    Never for names: equal values have equal hashes, and names can be told from how often they occur. `value` has to be
    in its normal form already. The same number kept by two custodians has two different hashes.
    """
    raw = value.encode() if isinstance(value, str) else value
    return hmac.digest(_subkey(custodian_id, f"index {kind}"), raw, "sha256")


def content_key(custodian_id: int) -> bytes:
    """The key of the hashes that tell whether a sealed content is unchanged."""
    return _subkey(custodian_id, "content")


def _subkey(custodian_id: int, use: str) -> bytes:
    return hmac.digest(_secret(custodian_id), f"sanad 1 {use}".encode(), "sha256")


def _secret(custodian_id: int, *, make: bool = False) -> bytes:
    return _read_secret(Path(settings.KEYS) / f"custodian_{int(custodian_id)}.index", make)


@lru_cache(maxsize=256)
def _read_secret(path: Path, make: bool) -> bytes:
    if make and not path.exists():
        write_once(path, os.urandom(SECRET_BYTES))
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        raise OutOfOrder.one(
            "no_index_key", N_("The key for search and comparison of this office is missing on this machine.")
        ) from None
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"{path} is not a key of {SECRET_BYTES} bytes")
    return secret


def write_once(path: Path, content: bytes) -> None:
    """Write a key so that it is whole or absent, on disk before it is used, and never written over.

    Of two processes that write at the same time one wins; the other uses what the winner wrote.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        draft.unlink(missing_ok=True)
