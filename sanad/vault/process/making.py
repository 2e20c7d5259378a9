"""Making key pairs: the private half is kept where it will be opened from, the public half is given away."""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sanad.vault.messages import Message
from sanad.vault.process.holding import wrapped
from sanad.vault.process.keyring import from_file, to_file
from sanad.vault.process.state import Vault
from sanad.vault.wrapping import Recipient


def generate(vault: Vault, asked: Message) -> Message:
    """A key pair for a custodian, wrapped for these. Its private half goes into a file if no unlocker is among them.

    The key of a file that is there already holds.
    """
    custodian, version = int(str(asked["custodian"])), int(str(asked["version"]))
    to = [_recipient(said) for said in asked["to"]]
    key = from_file(custodian, version) or X25519PrivateKey.generate()
    if not any(one.unlocker is not None for one in to):
        key = to_file(custodian, version, key)
    wraps = [[content.hex(), proof.hex()] for _to, content, proof in wrapped(custodian, version, key, to)]
    return {"public": key.public_key().public_bytes_raw().hex(), "wraps": wraps}


def _recipient(said: Message) -> Recipient:
    unlocker, pair = said["unlocker"], said["pair"]
    publics = tuple(bytes.fromhex(public) for public in said["publics"])
    return Recipient(None if unlocker is None else int(unlocker), None if pair is None else (pair[0], pair[1]), publics)
