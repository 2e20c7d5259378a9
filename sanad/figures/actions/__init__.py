"""What figures do: make, cite and let expire snapshots; save tables. Files of snapshots are written here only."""

from sanad.figures.actions.snapshots import (
    cite_snapshot,
    count_afresh,
    expire_snapshots,
    fresh_snapshot,
    make_snapshot,
    schedule_snapshot,
)
from sanad.figures.actions.tables import save_table, take_out

__all__ = [
    "cite_snapshot",
    "count_afresh",
    "expire_snapshots",
    "fresh_snapshot",
    "make_snapshot",
    "save_table",
    "schedule_snapshot",
    "take_out",
]
