"""A file of recommendations: checked as a dry run, stored, taken back. It goes through the same record of imports."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.commitments.actions import Stored, store_recommendations, undo_recommendations
from sanad.exchange.actions.receiving import require_open
from sanad.exchange.actions.tallies import KEPT, row_of
from sanad.exchange.asked import TARGET, Listed, columns_in, read_list, table_in, write_columns
from sanad.exchange.drafting.findings import Finding
from sanad.exchange.models import Import, ImportFinding
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record

Heard = Callable[[Finding], None]


@transaction.atomic
def aim_at_recommendations(imported: Import, *, by: Reader, mapping: str = "") -> Import:
    """Say that the rows of this file are recommendations."""
    require(by, Permission.COMMITMENT_KEEP, custodian=imported.custodian_id)
    require_open(imported)
    imported.target, imported.origin, imported.mapping = TARGET, TARGET, mapping
    imported.save(update_fields=["target", "origin", "mapping"])
    return imported


@transaction.atomic
def check_recommendations(imported: Import, path: Path, *, by: Reader, hear: Heard | None = None) -> Import:
    """The dry run: the whole file is read, nothing is stored."""
    listed = _read(imported, path, by, hear)
    stored = store_recommendations(listed.asked, by=by, imported=imported.pk, trial=True)
    _note(imported, listed, stored, Import.State.CHECKED)
    return imported


@transaction.atomic
def run_recommendations(imported: Import, path: Path, *, by: Reader, hear: Heard | None = None) -> Import:
    """Store what can be taken; the same file again changes nothing."""
    if imported.custodian_id != by.office_id:
        sentence = N_("This file was received by another office; change over to it first.")
        raise OutOfOrder.one("import.other_office", sentence)
    listed = _read(imported, path, by, hear)
    stored = store_recommendations(listed.asked, by=by, imported=imported.pk)
    _note(imported, listed, stored, Import.State.DONE)
    counts = {"rows": listed.rows, "refused": listed.refused, "reports": stored.new, "revised": stored.changed}
    record("import.run", by=by, object_kind="import", object_id=imported.pk, office=imported.custodian_id, **counts)
    return imported


@transaction.atomic
def undo_recommendation_import(imported: Import, *, by: Reader, why: str) -> int:
    """Take back the recommendations that this import brought."""
    left = undo_recommendations(imported.pk, by=by, why=why)
    Import.objects.filter(pk=imported.pk).update(state=Import.State.UNDONE)
    return left


def _read(imported: Import, path: Path, by: Reader, hear: Heard | None) -> Listed:
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    require(by, Permission.COMMITMENT_KEEP, custodian=imported.custodian_id)
    require_open(imported)
    table = table_in(path, imported.file_name)
    columns = columns_in(table, imported.mapping)
    imported.mapping = write_columns(columns)
    return read_list(table, columns, hear)


def _note(imported: Import, listed: Listed, stored: Stored, state: object) -> None:  # of the states
    imported.rows = imported.rows_done = listed.rows
    imported.refused, imported.warnings = listed.refused, 0
    imported.found = dict(Counter(one.reason.code for one in listed.findings).most_common())
    imported.reports, imported.revised, imported.unchanged = stored.new, stored.changed, stored.unchanged
    imported.state, imported.why, imported.checking = state, [], False
    if state == Import.State.DONE:
        imported.ended_at = timezone.now()
        imported.started_at = imported.started_at or imported.ended_at
    imported.save()
    ImportFinding.objects.filter(imported=imported).delete()
    ImportFinding.objects.bulk_create([row_of(imported, one) for one in listed.findings[:KEPT]], batch_size=1000)
