"""Making snapshots: when one is due, and that only one is made at a time."""

import fcntl
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.codes import queries as codes
from sanad.figures.actions import copying, frames
from sanad.figures.engine import categories, connection, files, finishing
from sanad.figures.models import Snapshot
from sanad.figures.queries.snapshots import latest_snapshot
from sanad.ledger.actions import record
from sanad.places import queries as places

TASK = "figures.snapshot"
UNCITED_FOR = timedelta(days=30)
AT_ONCE = 50_000  # reports; frozen in about a second
DEBOUNCE = 20  # seconds in which further changes join the same snapshot


def schedule_snapshot(*, by: Reader, soon: bool = False) -> bool:
    """Ask for a snapshot soon; says whether one was not already on its way."""
    try:
        with transaction.atomic():  # the refused second job must not spoil the caller's transaction
            later = app.configure_task(TASK, queueing_lock="snapshot", schedule_in={"seconds": 0 if soon else DEBOUNCE})
            later.defer(by=by.ticket())
    except AlreadyEnqueued:
        return False
    return True


def fresh_snapshot(*, by: Reader) -> Snapshot:
    """The newest snapshot if nothing changed since, else a new one."""
    newest = latest_snapshot(by)
    if newest is not None and newest.moment == moment_now() and (folder_of(newest.pk) / "meta.json").exists():
        return newest
    return make_snapshot(by=by)


def count_afresh(*, by: Reader) -> bool:
    """A new snapshot at once where that takes a moment, else as a job; says whether it is there."""
    newest = latest_snapshot(by)
    if newest is None or newest.reports <= AT_ONCE:
        fresh_snapshot(by=by)
        return True
    schedule_snapshot(by=by, soon=True)
    return False


def make_snapshot(*, by: Reader) -> Snapshot:
    """Freeze the records as they are; the same records give the same snapshot again."""
    require(by, Permission.FIGURE_COUNT)
    settings.SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time():
        workplace = settings.SNAPSHOTS / f".making-{time.time_ns():x}"
        try:
            moment, meta = _write(workplace)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
        return _note(meta, moment, by)


def _write(workplace: Path) -> tuple[str, dict[str, object]]:
    with connection.workshop(workplace) as db:
        versions = {"codes": codes.vocabularies_version(), "places": places.places_version()}
        copied = copying.copy_rows(db, workplace, operator().sees)
        meta = files.known_snapshot(settings.SNAPSHOTS, copied.digest, versions)
        if meta is None:
            copying.place_in_frames(db, *frames.frames_of(places.gazetteer()))
            finishing.prepare(db)
            finishing.finish(db, categories.masks(db, codes.classifications()))
            meta = files.write_snapshot(db, settings.SNAPSHOTS, copied.digest, versions)
    return _moment_text(copied.moment), meta


@transaction.atomic
def _note(meta: dict[str, object], moment: str, by: Reader) -> Snapshot:
    rows, versions = meta["rows"], meta["versions"]
    assert isinstance(rows, dict)
    counted = {name: rows[name] for name in ("reports", "events", "violations")}
    now = timezone.now()
    known = {"confirmed_at": now, "moment": moment}
    snapshot, made = Snapshot.objects.update_or_create(
        id=meta["id"],
        defaults=known,
        create_defaults=known | counted | {"made_at": now, "made_by": by.user_id, "versions": versions},
    )
    if made:
        record("figure.snapshot_made", by=by, object_kind="snapshot", object_id=snapshot.pk, **counted)
    return snapshot


def cite_snapshot(snapshot: Snapshot, *, by: Reader) -> None:
    """Keep a snapshot for good, because a figure that somebody keeps rests on it."""
    if snapshot.cited_at is None:
        snapshot.cited_at = timezone.now()
        snapshot.save(update_fields=["cited_at"])
        record("figure.snapshot_cited", by=by, object_kind="snapshot", object_id=snapshot.pk)


def expire_snapshots(*, by: Reader) -> int:
    """Remove old snapshots that nothing cites, but never the newest."""
    newest = latest_snapshot(by)
    old = Snapshot.objects.filter(cited_at=None, confirmed_at__lt=timezone.now() - UNCITED_FOR)
    gone = 0
    for snapshot in old.exclude(pk=newest.pk if newest else ""):
        with transaction.atomic():
            record("figure.snapshot_expired", by=by, object_kind="snapshot", object_id=snapshot.pk)
            name = snapshot.pk
            snapshot.delete()
        shutil.rmtree(folder_of(name), ignore_errors=True)
        gone += 1
    return gone


def moment_now() -> str:
    """The state of the records, codes and places now, in few words."""
    return _moment_text(copying.moment())


def _moment_text(moment: copying.Moment) -> str:
    versions = (str(files.LAYOUT), codes.vocabularies_version(), places.places_version())
    return ":".join((str(moment.deeds), moment.last, *versions))


def folder_of(name: str) -> Path:
    """Where the files of a snapshot lie."""
    folder: Path = settings.SNAPSHOTS / name
    return folder


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (settings.SNAPSHOTS / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
