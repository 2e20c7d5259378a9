"""Writing a snapshot's folder, and knowing it again by what is in it."""

import json
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from sanad.figures.engine.cube import write_cube
from sanad.kit.refusals import N_, OutOfOrder

LAYOUT = 1  # rises when the files change their columns or their meaning
SMALL = ("sets", "origins", "keepers", "names")
BUCKETS = 2  # leading hex digits: rows are hashed in 256 heaps, so that no text grows too long


def write_snapshot(db: duckdb.DuckDBPyConnection, folder: Path, versions: Mapping[str, str]) -> dict[str, object]:
    """Write the finished tables below `folder` and give the content of `meta.json`; same rows, same id."""
    marks = {"layout": str(LAYOUT), **versions}
    name = snapshot_id(db, marks)
    final = folder / name
    if (final / "meta.json").exists():
        return read_meta(final)
    partial = folder / f".{name}.{os.getpid()}"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    meta = {
        "id": name,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "rows": _rows(db),
        "versions": marks,
    }
    _copy(db, "select * from flat order by first nulls last, event, violation_id", partial / "violations.parquet")
    _copy(db, "select * from accounts order by first nulls last, event, report_id", partial / "accounts.parquet")
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


def snapshot_id(db: duckdb.DuckDBPyConnection, marks: Mapping[str, str]) -> str:
    """Twenty hex digits over all rows in a total order, and over the versions of what they mean."""
    parts = [f"{key}={value}" for key, value in sorted(marks.items())]
    parts += [f"{table}:{_digest(db, table)}" for table in ("flat", "accounts", *SMALL)]
    found = db.execute("select sha256(?)", ["\n".join(parts)]).fetchone()
    assert found is not None
    return str(found[0])[:20]


def _digest(db: duckdb.DuckDBPyConnection, table: str) -> str:
    found = db.execute(
        f"with hashed as (select md5(cast({table} as varchar)) as h from {table}),"
        f" heaps as (select left(h, {BUCKETS}) as heap, sha256(string_agg(h, '' order by h)) as h"
        " from hashed group by 1)"
        " select sha256(coalesce(string_agg(h, '' order by heap), '')) from heaps"
    ).fetchone()
    assert found is not None
    return str(found[0])


def _rows(db: duckdb.DuckDBPyConnection) -> dict[str, int]:
    found = db.execute(
        "select (select count(*) from raw_report), (select count(*) from raw_event),"
        " (select count(*) from flat where violation_id is not null and not nobody), (select count(*) from flat)"
    ).fetchone()
    assert found is not None
    return dict(zip(("reports", "events", "violations", "rows"), found, strict=True))


def _copy(db: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    db.execute(f"copy ({query}) to '{str(path).replace(chr(39), chr(39) * 2)}' (format parquet)")
