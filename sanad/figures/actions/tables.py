"""Tables under a name: saved, changed into a new version, taken out."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.actions.snapshots import cite_snapshot
from sanad.figures.models import SavedTable
from sanad.figures.queries.snapshots import snapshot_named
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted
from sanad.kit.ids import uuid7
from sanad.ledger.actions import record


@transaction.atomic
def save_table(
    request: CountRequest, name: str, *, by: Reader, note: str = "", replaces: SavedTable | None = None
) -> SavedTable:
    """Keep a question under a name; one that replaces another is its next version. Its snapshot stays for good."""
    require(by, Permission.FIGURE_SAVE, custodian=replaces.custodian_id if replaces else by.office_id)
    snapshot = snapshot_named(by, request.snapshot)
    now = timezone.now()
    if replaces is not None:
        SavedTable.objects.filter(pk=replaces.pk).update(replaced_at=now)
    saved = SavedTable.objects.create(
        key=replaces.key if replaces else uuid7(),
        custodian_id=replaces.custodian_id if replaces else by.office_id,
        version=replaces.version + 1 if replaces else 1,
        name=name,
        note=note,
        request=request.plain(),
        snapshot=snapshot,
        made_at=now,
        made_by=by.user_id,
    )
    cite_snapshot(snapshot, by=by)
    record(
        "figure.table_saved",
        by=by,
        object_kind="saved_table",
        object_id=saved.key,
        office=saved.custodian_id,
        version=saved.version,
        snapshot=snapshot.pk,
    )
    return saved


def note_export(counted: Counted, kind: str, *, by: Reader) -> None:
    """Write down that a table left the house."""
    require(by, Permission.FIGURE_EXPORT)
    request = counted.request
    record(
        "figure.exported",
        by=by,
        object_kind="snapshot",
        object_id=request.snapshot,
        office=by.office_id,
        kind=kind,
        cells=len(counted.cells),
    )


def note_return(saved: SavedTable, snapshot: str, *, by: Reader) -> UUID:
    """Write down that a monthly return was made."""
    require(by, Permission.FIGURE_EXPORT)
    return record(
        "figure.return_made",
        by=by,
        object_kind="saved_table",
        object_id=saved.key,
        office=saved.custodian_id,
        snapshot=snapshot,
    )
