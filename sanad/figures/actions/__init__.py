"""What figures do: make, cite and let expire snapshots; save tables. Files of snapshots are written here only."""

from sanad.figures.actions.published import TableContent, publish_table, take_published_away, use_published
from sanad.figures.actions.snapshots import (
    cite_snapshot,
    count_afresh,
    expire_snapshots,
    fresh_snapshot,
    make_snapshot,
    schedule_snapshot,
)
from sanad.figures.actions.tables import put_away, save_table, take_out, use_saved

__all__ = [
    "TableContent",
    "cite_snapshot",
    "count_afresh",
    "expire_snapshots",
    "fresh_snapshot",
    "make_snapshot",
    "publish_table",
    "put_away",
    "save_table",
    "schedule_snapshot",
    "take_out",
    "take_published_away",
    "use_published",
    "use_saved",
]
