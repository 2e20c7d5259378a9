"""What the vault process tells of itself: which offices are unlocked, how long, and what confinement it lacks."""

from sanad.ledger.scope import scoped
from sanad.vault.messages import Message
from sanad.vault.process.keyring import file_of
from sanad.vault.process.state import Scope, Vault
from sanad.vault.process.unlocking import SEE, require
from sanad.vault.queries import envelopes_under, keys_in_use
from sanad.vault.tickets import Ticket


def state(vault: Vault, asked: Message) -> Message:
    """The state of the keys of the reader's offices."""
    reader = Ticket.read(asked["reader"])
    require(reader, SEE)
    found = []
    with scoped(Scope(reader.keeps), using=vault.using):
        for row in keys_in_use(reader.keeps, using=vault.using):
            found.append(
                {
                    "custodian": row.custodian_id,
                    "version": row.version,
                    "current": row.until is None,
                    "in_file": file_of(row.custodian_id, row.version).exists(),
                    "open": vault.keyring.is_open(row.custodian_id, row.version),
                    "seconds_left": vault.keyring.seconds_left(row.custodian_id),
                    "envelopes": envelopes_under(row.pk, using=vault.using).count(),
                }
            )
    return {"keys": found, "not_confined": list(vault.confined)}
