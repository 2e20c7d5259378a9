"""Undoing an import: nothing of it counts any more; the sealed original and the deeds stay.

An import that a cited figure counts is withdrawn instead: its reports stay readable and count nowhere from now on.
"""

from django.db import transaction

from sanad.accounts.readers import Reader
from sanad.exchange.models import Import
from sanad.figures.actions import schedule_snapshot
from sanad.figures.queries import batch_is_cited
from sanad.violations.actions import undo_batch, withdraw_batch
from sanad.violations.models import Batch


@transaction.atomic
def undo_import(batch: Batch, *, by: Reader, why: str) -> int:
    """Take the batch of an import back; says how many reports left."""
    take_back = withdraw_batch if batch_is_cited(by, batch.reference) else undo_batch
    left = take_back(batch, by=by, why=why)
    Import.objects.filter(batch=batch, state=Import.State.DONE).update(state=Import.State.UNDONE)
    schedule_snapshot(by=by)
    return left
