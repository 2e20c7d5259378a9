"""Reading figures: every snapshot is opened here, with the reader's rights already in it."""

from sanad.figures.queries.changes import Change, change
from sanad.figures.queries.cited import batch_is_cited
from sanad.figures.queries.opening import OpenSnapshot, open_snapshot
from sanad.figures.queries.saved import saved_tables_visible_to, taken_out_visible_to, versions_visible_to
from sanad.figures.queries.snapshots import latest_snapshot, snapshot_named, snapshots

__all__ = [
    "Change",
    "OpenSnapshot",
    "batch_is_cited",
    "change",
    "latest_snapshot",
    "open_snapshot",
    "saved_tables_visible_to",
    "snapshot_named",
    "snapshots",
    "taken_out_visible_to",
    "versions_visible_to",
]
