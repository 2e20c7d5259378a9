"""The private half of a party of the escrow, as a file that the party takes away. Sanad keeps none of it."""

import os
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sanad.kit.refusals import N_, OutOfOrder

LONGEST_FILE = 10_000


def make_file(path: Path) -> bytes:
    """Write a new private key to a file that is not there yet; gives its public half."""
    private = X25519PrivateKey.generate()
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise OutOfOrder.one(
            "file_is_there", N_("%(file)s is there already: choose another name."), file=path.name
        ) from None
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return private.public_key().public_bytes_raw()


def read_file(path: Path) -> bytes:
    """The private key in a party's file."""
    try:
        with path.open("rb") as file:
            key = serialization.load_pem_private_key(file.read(LONGEST_FILE), password=None)
    except (ValueError, TypeError, FileNotFoundError, IsADirectoryError):
        key = None
    if not isinstance(key, X25519PrivateKey):
        raise OutOfOrder.one("no_party_file", N_("%(file)s is no key file of a party of the escrow."), file=path.name)
    return key.private_bytes_raw()


def fingerprint(public: bytes) -> str:
    """A short mark of a public key, to be read aloud and compared."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    mark = digest.finalize().hex()[:20]
    return " ".join(mark[at : at + 4] for at in range(0, len(mark), 4))
