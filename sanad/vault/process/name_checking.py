"""Whether a text that many will read names somebody of a record. The answer is yes or no: no name leaves the vault.

It is counted with the names that are compared while a report is typed: yes and no, asked often enough, tell a name.
"""

from uuid import UUID

from sanad.kit.naming import names_of, names_somebody
from sanad.ledger.scope import scoped
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.messages import Message
from sanad.vault.names.rules import require_searcher
from sanad.vault.names.tokens import LONGEST_TEXT
from sanad.vault.process.looking import envelope_keys
from sanad.vault.process.state import Vault
from sanad.vault.queries import sealed_of
from sanad.vault.searches import TYPING, count_search
from sanad.vault.tickets import Ticket

OF = "mention"
MOST_AT_ONCE = 5_000
LONGEST = 50 * LONGEST_TEXT


def named_in_text(vault: Vault, asked: Message) -> Message:
    """Whether a name of these mentions stands in a text; refused while an office that keeps one of them is locked."""
    reader, text = Ticket.read(asked["reader"]), str(asked["text"])[:LONGEST]
    require_searcher(reader)
    wanted = [UUID(str(row)) for row in asked["rows"]][:MOST_AT_ONCE]
    with scoped(reader, using=vault.using):
        blobs = list(sealed_of(wanted, using=vault.using).filter(of=OF).values_list("row_id", "envelope_id", "blob"))
        keys = envelope_keys(vault, {envelope for _row, envelope, _blob in blobs})
        refusal = count_search(reader, by=TYPING, using=vault.using)
    if refusal is not None:
        raise refusal
    return {"named": any(_names(keys[envelope], row, blob, text) for row, envelope, blob in blobs if envelope in keys)}


def _names(key: bytes, row: UUID, blob: bytes, text: str) -> bool:
    try:
        return names_somebody(text, names_of(open_one(key, row, OF, bytes(blob))))
    except Damaged:  # whoever opens the record is told
        return False
