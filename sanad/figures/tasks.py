"""Jobs: a snapshot after changes, and the end of old ones."""

from procrastinate.contrib.django import app

from sanad.accounts.readers import operator, reader_from
from sanad.figures.actions.snapshots import TASK, expire_snapshots, fresh_snapshot


@app.task(name=TASK, queueing_lock="snapshot")
def snapshot_later(by: dict[str, str | int | None]) -> str:
    """Freeze what is there now; asked for again while this waits, it still runs once."""
    return fresh_snapshot(by=reader_from(by)).pk


@app.periodic(cron="17 2 * * *")
@app.task(name="figures.expire", queueing_lock="expire")
def expire_later(timestamp: int) -> int:
    """Remove snapshots that nobody cites."""
    return expire_snapshots(by=operator())
