"""Making key pairs: the private half is written where it will be opened from, the public half is given away."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sanad.vault.messages import Message
from sanad.vault.process.keyring import from_file, to_file
from sanad.vault.process.state import Vault


def generate(vault: Vault, asked: Message) -> Message:
    """A key pair for a custodian, its private half in a file; the key of a file that is there already holds."""
    custodian, version = int(str(asked["custodian"])), int(str(asked["version"]))
    key = from_file(custodian, version) or to_file(custodian, version, X25519PrivateKey.generate())
    return {"public": key.public_key().public_bytes_raw().hex()}
