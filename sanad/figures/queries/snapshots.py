"""Which snapshots there are. Whoever may count may know of them; what they hold is told by `opening`."""

from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.models import Snapshot
from sanad.kit.refusals import N_, OutOfOrder


def snapshots(reader: Reader) -> QuerySet[Snapshot]:
    """All snapshots, the newest first."""
    require(reader, Permission.FIGURE_COUNT)
    return Snapshot.objects.order_by("-confirmed_at")


def latest_snapshot(reader: Reader) -> Snapshot | None:
    """The newest snapshot, if there is one."""
    return snapshots(reader).first()


def snapshot_named(reader: Reader, name: str = "") -> Snapshot:
    """A snapshot by its id, or the newest; refuses where there is none."""
    found = snapshots(reader).filter(pk=name).first() if name else latest_snapshot(reader)
    if found is None and name:
        raise OutOfOrder.one("no_such_snapshot", N_("There is no snapshot %(name)s."), "snapshot", name=name)
    if found is None:
        raise OutOfOrder.one("no_snapshot", N_("Nothing has been counted yet. Ask for a first snapshot."))
    return found
