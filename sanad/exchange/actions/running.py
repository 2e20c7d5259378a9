"""The import itself: one transaction from the first row to the last, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.exchange import queries
from sanad.exchange.actions.checking import open_list
from sanad.exchange.actions.receiving import require_open
from sanad.exchange.actions.tallies import Heard, Progress, Tally
from sanad.exchange.beside import Cancelled, beside, lock_of
from sanad.exchange.models import Import
from sanad.figures.actions import schedule_snapshot
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Reason, Refused
from sanad.ledger.actions import record
from sanad.matching.actions import schedule_matching
from sanad.violations.actions import Stored, store_batch

TASK = "exchange.import"
REFERENCES_SHOWN = 1_000


@transaction.atomic
def run_import(
    imported: Import, path: Path, *, by: Reader, hear: Heard | None = None, progress: Progress | None = None
) -> Import:
    """Store what the file says. The same file again changes nothing; a corrected one makes revisions."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    require_ready(imported, by)
    opened = open_list(path, imported, by=by, writing=True)
    tally = Tally(progress=progress)
    stored = store_batch(
        tally.watch(opened.drafted(), hear),
        by=by,
        title=opened.mapping.title or imported.file_name,
        origin=opened.mapping.list,
        original=imported.original,
    )
    tally.write_to(imported)
    _note(imported, stored)
    record(
        "import.run", by=by, object_kind="import", object_id=imported.pk, office=imported.custodian_id,
        rows=tally.rows, refused=tally.refused, reports=stored.reports, revised=stored.revised,
    )  # fmt: skip
    if stored.batch is not None:
        schedule_snapshot(by=by)
        schedule_matching()
    return imported


def require_ready(imported: Import, by: Reader) -> None:
    """Refuse an import without a mapping, one that has ended, or one of another office than the reader writes for."""
    if imported.state not in (Import.State.QUEUED, Import.State.RUNNING):
        require_open(imported)
    if not imported.mapping:
        raise Incomplete.one("import.no_mapping", N_("Say first what the columns are."))
    if imported.custodian_id != by.office_id:
        raise OutOfOrder.one(
            "import.other_office", N_("This file was received by another office; change over to it first.")
        )


def _note(imported: Import, stored: Stored) -> None:
    earlier = None if stored.batch else queries.earlier_of_list(imported)
    imported.batch = stored.batch or (earlier.batch if earlier else None)
    imported.reports, imported.revised, imported.unchanged = stored.reports, stored.revised, stored.unchanged
    imported.changed = stored.changed[:REFERENCES_SHOWN]
    imported.state, imported.ended_at, imported.why = Import.State.DONE, timezone.now(), []
    imported.started_at = imported.started_at or imported.ended_at
    imported.save()


@contextmanager
def noted(imported: Import, by: Reader) -> Iterator[Progress]:
    """Runs an import so that others see how far it is, and that its end is written down whatever the end is.

    Around transactions, never inside one.
    """
    with beside(by, imported.pk) as other:
        other.begin()
        imported.state, imported.started_at = Import.State.RUNNING, timezone.now()
        try:
            yield other.progress
        except Cancelled:
            _end(imported, by, str(Import.State.CANCELLED), ())
            raise
        except Refused as refused:
            _end(imported, by, str(Import.State.FAILED), refused.reasons)
            raise
        except BaseException:  # whatever it was, the import did not happen; who looks should not wait for it
            _end(imported, by, str(Import.State.INTERRUPTED), ())
            raise


def _end(imported: Import, by: Reader, state: str, reasons: tuple[Reason, ...]) -> None:
    imported.state, imported.ended_at, imported.batch = state, timezone.now(), None
    imported.why = [{"code": one.code, "sentence": one.sentence, "params": _plain(one)} for one in reasons]
    with scoped(by):
        imported.save(update_fields=["state", "ended_at", "batch", "why"])


def _plain(reason: Reason) -> dict[str, object]:
    return {name: value if isinstance(value, int) else str(value) for name, value in reason.params.items()}


@transaction.atomic
def run_import_later(imported: Import, *, by: Reader, checking: bool = False) -> Import:
    """Hand the import, or its dry run, to the worker; the page shows how far it is."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    require_ready(imported, by)
    require_open(imported)
    imported.state, imported.rows_done = Import.State.QUEUED, 0
    imported.cancel_asked, imported.checking = False, checking
    imported.save(update_fields=["state", "rows_done", "cancel_asked", "checking"])
    app.configure_task(TASK).defer(imported=str(imported.pk), by=by.ticket())
    return imported


@transaction.atomic
def ask_to_cancel(imported: Import, *, by: Reader) -> None:
    """Stop an import that waits or runs; what it stored so far is rolled back."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    waiting = Import.objects.filter(pk=imported.pk, state=Import.State.QUEUED)
    if not waiting.update(state=Import.State.CANCELLED, ended_at=timezone.now()):
        Import.objects.filter(pk=imported.pk, state=Import.State.RUNNING).update(cancel_asked=True)
    record("import.cancelled", by=by, object_kind="import", object_id=imported.pk, office=imported.custodian_id)


def end_interrupted(reader: Reader) -> int:
    """Mark imports that say "running" while no process runs them; says how many there were."""
    ended = 0
    for pk in queries.imports_visible_to(reader).filter(state=Import.State.RUNNING).values_list("pk", flat=True):
        if _is_free(pk):
            still = Import.objects.filter(pk=pk, state=Import.State.RUNNING)
            ended += still.update(state=Import.State.INTERRUPTED, ended_at=timezone.now())
    return ended


def _is_free(imported: UUID) -> bool:
    """Whether no process holds the lock of the import."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [lock_of(imported)])
        return bool(cursor.fetchone()[0])
