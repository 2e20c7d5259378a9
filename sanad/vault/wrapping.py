"""How a custodian's private key is wrapped: for an unlocker's passphrase, and for any two parties of the escrow.

    unlocker   has a key pair of her own; its private half lies in the database, encrypted under a key that Argon2id
               makes of her passphrase. A custodian's key is sealed (HPKE) to the public half, so that a new key of the
               custodian, or that of a new office, can be wrapped for her without her presence.
    two of n   for every pair of parties the key is sealed to the one and that again to the other: two together open,
               one alone opens nothing.

A wrap has a proof, made with the key that it holds: when a key is changed, the new one is wrapped for those only whose
wrap of the old one has a true proof. Whoever writes a public key of their own into the database gets nothing by it.
No Django, no database.
"""

import hmac
import json
import os
import unicodedata
from dataclasses import dataclass
from itertools import combinations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sanad.kit.refusals import N_, Reason
from sanad.vault.blobs import Damaged

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
SHORTEST_PASSPHRASE = 20
# 256 MiB, 4 rounds: about 2 s on a small server, once a day; what a thief of the database pays for every guess.
MEMORY_KIB, ROUNDS, LANES = 256 * 1024, 4, 2
SALT, NONCE = 16, 12


@dataclass(frozen=True)
class Cost:
    """What a guess at a passphrase costs."""

    memory_kib: int = MEMORY_KIB
    rounds: int = ROUNDS
    lanes: int = LANES


@dataclass(frozen=True, order=True)
class Recipient:
    """For whom a key is wrapped: the number of an unlocker, or of two parties; with their public keys."""

    unlocker: int | None
    pair: tuple[int, int] | None
    publics: tuple[bytes, ...]


def recipients(unlockers: dict[int, bytes], parties: dict[int, bytes]) -> list[Recipient]:
    """All for whom a key is to be wrapped: each unlocker, and every two parties."""
    alone = [Recipient(number, None, (public,)) for number, public in sorted(unlockers.items())]
    pairs = combinations(sorted(parties.items()), 2)
    return alone + [Recipient(None, (one, other), (first, second)) for (one, first), (other, second) in pairs]


def wrap(key: X25519PrivateKey, custodian: int, version: int, to: Recipient) -> tuple[bytes, bytes]:
    """The wrapped key and the proof of its recipient."""
    content = key.private_bytes_raw()
    for layer, public in enumerate(to.publics):
        place = _bound_to(custodian, version, layer, to)
        content = SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public), info=place)
    return content, proof(key, custodian, version, to)


def unwrap(
    wrapped: bytes, privates: tuple[X25519PrivateKey, ...], custodian: int, version: int, to: Recipient
) -> X25519PrivateKey:
    """The key, opened with the private keys of its recipient in their order; raises Damaged otherwise."""
    content = bytes(wrapped)
    try:
        for layer, private in reversed(list(enumerate(privates))):
            content = SUITE.decrypt(content, private, info=_bound_to(custodian, version, layer, to))
        return X25519PrivateKey.from_private_bytes(content)
    except (InvalidTag, ValueError):
        raise Damaged from None


def proof(key: X25519PrivateKey, custodian: int, version: int, to: Recipient) -> bytes:
    """What only the holder of the key can make: that it was wrapped for this recipient on purpose."""
    secret = hmac.digest(key.private_bytes_raw(), b"sanad recipient 1", "sha256")
    return hmac.digest(secret, _bound_to(custodian, version, 0, to), "sha256")


def lock_private(private: X25519PrivateKey, passphrase: str, user: int, cost: Cost) -> bytes:
    """The private half of an unlocker under her passphrase, as JSON with what it takes to open it."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    sealed = AESGCM(_derived(passphrase, salt, cost)).encrypt(nonce, private.private_bytes_raw(), _of_user(user))
    parts = {"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}
    return json.dumps({"argon2id": [cost.memory_kib, cost.rounds, cost.lanes], **parts}).encode()


def unlock_private(locked: bytes, passphrase: str, user: int) -> X25519PrivateKey | None:
    """The private half again; none where the passphrase is another."""
    parts = json.loads(bytes(locked))
    key = _derived(passphrase, bytes.fromhex(parts["salt"]), Cost(*parts["argon2id"]))
    try:
        raw = AESGCM(key).decrypt(bytes.fromhex(parts["nonce"]), bytes.fromhex(parts["sealed"]), _of_user(user))
    except InvalidTag:
        return None
    return X25519PrivateKey.from_private_bytes(raw)


def reasons_against_passphrase(passphrase: str, again: str) -> list[Reason]:
    """Why a passphrase cannot be taken; empty when it can."""
    found = []
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE or len(set(passphrase)) < 8:
        sentence = N_("Take a passphrase of at least %(least)s letters, such as five words that nobody connects.")
        found.append(Reason("passphrase_short", sentence, {"least": SHORTEST_PASSPHRASE}, "passphrase"))
    if passphrase != again:
        found.append(Reason("passphrases_differ", N_("The two passphrases are not the same."), {}, "again"))
    return found


def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    function = Argon2id(salt=salt, length=32, iterations=cost.rounds, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return function.derive(_normal(passphrase))


def _normal(passphrase: str) -> bytes:
    """One form for what looks the same: keyboards write some Urdu letters in two ways."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode()


def _of_user(user: int) -> bytes:
    return f"sanad unlocker 1 {user}".encode()


def _bound_to(custodian: int, version: int, layer: int, to: Recipient) -> bytes:
    return f"sanad wrap 1 {custodian} {version} {layer} {to.unlocker} {to.pair} ".encode() + b"".join(to.publics)
