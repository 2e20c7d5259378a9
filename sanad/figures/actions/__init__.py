"""What figures do: make, cite and let expire snapshots; save tables. Files of snapshots are written here only."""

from sanad.figures.actions.snapshots import (
    cite_snapshot,
    expire_snapshots,
    fresh_snapshot,
    make_snapshot,
    schedule_snapshot,
)

__all__ = ["cite_snapshot", "expire_snapshots", "fresh_snapshot", "make_snapshot", "schedule_snapshot"]
