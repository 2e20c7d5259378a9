"""What figures do: make, cite and let expire snapshots; save tables. Files of snapshots are written here only."""

from sanad.figures.actions.snapshots import (
    cite_snapshot,
    count_afresh,
    expire_snapshots,
    fresh_snapshot,
    make_snapshot,
    schedule_snapshot,
)
from sanad.figures.actions.tables import note_export, note_return, save_table

__all__ = [
    "cite_snapshot",
    "count_afresh",
    "expire_snapshots",
    "fresh_snapshot",
    "make_snapshot",
    "note_export",
    "note_return",
    "save_table",
    "schedule_snapshot",
]
