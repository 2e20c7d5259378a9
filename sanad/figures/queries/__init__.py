"""Reading figures: every snapshot is opened here, with the reader's rights already in it."""

from sanad.figures.queries.opening import OpenSnapshot, open_snapshot
from sanad.figures.queries.snapshots import latest_snapshot, snapshot_named, snapshots

__all__ = ["OpenSnapshot", "latest_snapshot", "open_snapshot", "snapshot_named", "snapshots"]
