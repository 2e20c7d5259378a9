"""Tables under a name: saved, changed into a new version, taken out."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.actions.snapshots import cite_snapshot
from sanad.figures.models import SavedTable, TakenOut
from sanad.figures.queries.snapshots import snapshot_named
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Refused
from sanad.kit.text import clean
from sanad.ledger.actions import record

LONGEST = 300


@transaction.atomic
def save_table(
    request: CountRequest, name: str, *, by: Reader, note: str = "", replaces: SavedTable | None = None
) -> SavedTable:
    """Keep a question under a name; one that replaces another is its next version. Its snapshot stays for good."""
    require(by, Permission.FIGURE_SAVE, custodian=replaces.custodian_id if replaces else by.office_id)
    snapshot = snapshot_named(by, request.snapshot)
    now = timezone.now()
    if replaces is not None:
        SavedTable.objects.filter(key=replaces.key, replaced_at=None).update(replaced_at=now)
    saved = SavedTable.objects.create(
        key=replaces.key if replaces else uuid7(),
        custodian_id=replaces.custodian_id if replaces else by.office_id,
        version=_newest(replaces.key) + 1 if replaces else 1,
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


def _newest(key: UUID) -> int:
    return SavedTable.objects.filter(key=key).order_by("-version").values_list("version", flat=True)[0]


@transaction.atomic
def put_away(saved: SavedTable, *, by: Reader) -> None:
    """No list shows a saved table any more; its versions stay, and `use_saved` brings one back."""
    require(by, Permission.FIGURE_SAVE, custodian=saved.custodian_id)
    SavedTable.objects.filter(key=saved.key, replaced_at=None).update(replaced_at=timezone.now())
    record(
        "figure.table_put_away",
        by=by,
        object_kind="saved_table",
        object_id=saved.key,
        office=saved.custodian_id,
        version=saved.version,
    )


@transaction.atomic
def use_saved(saved: SavedTable, *, by: Reader) -> None:
    """Make a version of a saved table the current one again: how a further version is undone."""
    require(by, Permission.FIGURE_SAVE, custodian=saved.custodian_id)
    SavedTable.objects.filter(key=saved.key, replaced_at=None).exclude(pk=saved.pk).update(replaced_at=timezone.now())
    SavedTable.objects.filter(pk=saved.pk).update(replaced_at=None)
    record(
        "figure.table_used_again",
        by=by,
        object_kind="saved_table",
        object_id=saved.key,
        office=saved.custodian_id,
        version=saved.version,
    )


def take_out(
    counted: Counted, title: str, *, kind: str, why: str, by: Reader, saved: SavedTable | None = None
) -> TakenOut:
    """Write down that a table leaves the house as a file: who, when and why. `saved`: what a return is made of."""
    require(by, Permission.FIGURE_EXPORT)
    why = clean(why)
    if not why:
        raise Refused.one("no_reason", N_("Say what the table is taken out for."), field="why")
    taken = TakenOut.objects.create(
        custodian_id=by.office_id,
        kind=kind,
        title=title[:LONGEST],
        snapshot=counted.request.snapshot,
        saved=saved.key if saved else None,
        cells=len(counted.cells),
        why=why[:LONGEST],
        at=timezone.now(),
        made_by=by.user_id,
    )
    record(
        "figure.exported" if saved is None else "figure.return_made",
        by=by,
        object_kind="table_out",
        object_id=taken.pk,
        office=by.office_id,
        kind=kind,
        snapshot=taken.snapshot,
        cells=taken.cells,
    )
    return taken
