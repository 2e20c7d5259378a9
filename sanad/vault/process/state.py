"""What the vault process has in hand while it answers."""

from dataclasses import dataclass, field

from sanad.vault.process.keyring import Keyring

VAULT = "vault"  # the database connection under the role that alone reads sealed columns


@dataclass(eq=False)
class Vault:
    """The unlocked keys, and the database connection."""

    keyring: Keyring = field(default_factory=Keyring)
    using: str = VAULT
    confined: tuple[str, ...] = ()  # what of its confinement could not be had
