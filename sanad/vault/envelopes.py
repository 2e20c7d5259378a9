"""Envelope keys: one wraps the data keys of a batch, and is sealed itself to the custodian's public key (HPKE)."""

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from sanad.kit.ids import uuid7
from sanad.vault.actions import add_envelope
from sanad.vault.blobs import Damaged
from sanad.vault.keys import ensure_keys

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
ENVELOPE_KEY_BYTES = 32


@dataclass(frozen=True)
class OpenEnvelope:
    """An envelope whose key is in memory, so that it can take more data keys."""

    id: UUID
    custodian_id: int
    key: bytes

    def __repr__(self) -> str:  # the key must not reach a log
        return f"OpenEnvelope({self.id})"


def new_envelope(custodian_id: int) -> OpenEnvelope:
    """Make an envelope in the current transaction; its key leaves this process only sealed."""
    custodian_key = ensure_keys(custodian_id)
    envelope = OpenEnvelope(uuid7(), custodian_id, os.urandom(ENVELOPE_KEY_BYTES))
    public = X25519PublicKey.from_public_bytes(bytes(custodian_key.public))
    add_envelope(envelope.id, custodian_key, wrapped_to(public, custodian_id, envelope.id, envelope.key))
    return envelope


def wrapped_to(public: X25519PublicKey, custodian_id: int, envelope_id: UUID, key: bytes) -> bytes:
    """The key of an envelope, sealed to a custodian's public key."""
    return SUITE.encrypt(key, public, info=_bound_to(custodian_id, envelope_id))


def unwrap(private: X25519PrivateKey, custodian_id: int, envelope_id: UUID, wrapped: bytes) -> bytes:
    """The key of an envelope; raises Damaged unless these very bytes were sealed for it."""
    try:
        return SUITE.decrypt(bytes(wrapped), private, info=_bound_to(custodian_id, envelope_id))
    except (InvalidTag, ValueError):
        raise Damaged from None


def _bound_to(custodian_id: int, envelope_id: UUID) -> bytes:
    return f"sanad envelope 1 {custodian_id} ".encode() + envelope_id.bytes
