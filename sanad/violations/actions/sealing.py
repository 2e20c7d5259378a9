"""What of a report is sealed, and the keyed hashes: of an unchanged report, of the numbers of the people in it."""

from collections.abc import Callable

from sanad.vault.keys import keyed_hasher
from sanad.vault.models import NUMBER_COLUMNS, NUMBER_TABLE, SEALED_COLUMNS, SEALED_TABLE
from sanad.vault.numbers import rows_for
from sanad.vault.sealing import Sealer
from sanad.violations.actions.rows import Rows
from sanad.violations.actions.staging import copy_into


def content_hasher(custodian: int) -> Callable[[str], bytes]:
    """Hashes what a draft states (`fingerprint.stated`) under the office's key; 32 bytes."""
    return keyed_hasher(custodian, "report")


def seal_rows(sealer: Sealer, rows: Rows) -> None:
    """Seal and write everything that may name somebody, and what finds a CNIC or a telephone number again."""
    if not rows.secrets:
        return
    copy_into(SEALED_TABLE, SEALED_COLUMNS, sealer.seal_many(rows.secrets))
    numbers = list(rows_for(sealer.custodian_id, rows.secrets))
    if numbers:
        copy_into(NUMBER_TABLE, NUMBER_COLUMNS, numbers)
