"""What the vault process has in hand while it answers."""

import threading
from dataclasses import dataclass, field

from sanad.vault.process.guesses import Guesses
from sanad.vault.process.keyring import Keyring
from sanad.vault.tickets import Scope
from sanad.vault.wrapping import Cost

__all__ = ["VAULT", "Scope", "Vault"]

VAULT = "vault"  # the database connection under the role that alone reads sealed columns


@dataclass(eq=False)
class Vault:
    """The unlocked keys, and the database connection."""

    keyring: Keyring = field(default_factory=Keyring)
    using: str = VAULT
    confined: tuple[str, ...] = ()  # what of its confinement could not be had
    guesses: Guesses = field(default_factory=Guesses)
    cost: Cost = field(default_factory=Cost)
    keys_changed: threading.Event = field(default_factory=threading.Event)  # something was unlocked or locked
