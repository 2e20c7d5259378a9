"""What of a report is sealed, and the keyed hash by which an unchanged report is known."""

from collections.abc import Callable

from sanad.vault.keys import keyed_hasher
from sanad.vault.models import SEALED_COLUMNS, SEALED_TABLE
from sanad.vault.sealing import Sealer
from sanad.violations.actions.rows import Rows
from sanad.violations.actions.staging import copy_into


def content_hasher(custodian: int) -> Callable[[str], bytes]:
    """Hashes what a draft states (`fingerprint.stated`) under the office's key; 32 bytes."""
    return keyed_hasher(custodian, "report")


def seal_rows(sealer: Sealer, rows: Rows) -> None:
    """Seal and write everything that may name somebody."""
    if rows.secrets:
        copy_into(SEALED_TABLE, SEALED_COLUMNS, sealer.seal_many(rows.secrets))
