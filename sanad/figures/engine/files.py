"""Writing a snapshot's folder, and knowing it again by what is in it."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from sanad.figures.engine.cube import write_cube
from sanad.kit.refusals import N_, OutOfOrder

LAYOUT = 4  # rises when the files change their columns or their meaning
SMALL = ("sets", "origins", "keepers", "names")
ID_LENGTH = 20


def known_snapshot(folder: Path, digest: str, versions: Mapping[str, str]) -> dict[str, object] | None:
    """What was written before of the same rows, if it was."""
    final = folder / snapshot_id(digest, marks_of(versions))
    return read_meta(final) if (final / "meta.json").exists() else None


def marks_of(versions: Mapping[str, str]) -> dict[str, str]:
    """What the rows mean: the versions of codes and places, and of these files."""
    return {"layout": str(LAYOUT), **versions}


def write_snapshot(
    db: duckdb.DuckDBPyConnection, folder: Path, digest: str, versions: Mapping[str, str]
) -> dict[str, object]:
    """Write the finished tables below `folder` and give the content of `meta.json`."""
    marks = marks_of(versions)
    name = snapshot_id(digest, marks)
    final = folder / name
    partial = folder / f".{name}.{os.getpid()}"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    meta = {
        "id": name,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": _rows(db),
        "versions": marks,
    }
    _copy(db, "select * from flat order by event", partial / "violations.parquet")
    _copy(db, "select * from accounts", partial / "accounts.parquet")
    for table in SMALL:
        _copy(db, f"select * from {table} order by all", partial / f"{table}.parquet")
    write_cube(db, partial / "cube.parquet")
    (partial / "meta.json").write_text(json.dumps(meta, indent=1))
    try:
        partial.rename(final)
    except OSError:  # another process was faster with the same rows
        shutil.rmtree(partial)
    return read_meta(final)


def read_meta(folder: Path) -> dict[str, object]:
    """What a snapshot says about itself."""
    path = folder / "meta.json"
    if not path.exists():
        raise OutOfOrder.one("no_such_snapshot", N_("There is no snapshot %(name)s."), "snapshot", name=folder.name)
    meta: dict[str, object] = json.loads(path.read_text())
    return meta


def snapshot_id(digest: str, marks: Mapping[str, str]) -> str:
    """Twenty hex digits over all rows in a total order, and over the versions of what they mean."""
    parts = [*(f"{key}={value}" for key, value in sorted(marks.items())), digest]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:ID_LENGTH]


def _rows(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    found = db.execute(
        "select (select count(*) from report), (select count(*) from raw_event),"
        " (select count(*) from flat where violation_id is not null and not nobody), (select count(*) from flat)"
    ).fetchone()
    assert found is not None
    return dict(zip(("reports", "events", "violations", "rows"), found, strict=True))


def _copy(db: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    db.execute("set preserve_insertion_order = true")  # else the rows of `order by` are written as they come
    db.execute(f"copy ({query}) to '{str(path).replace(chr(39), chr(39) * 2)}' (format parquet)")
