"""One DuckDB per process for asking, and one for each snapshot that is being made."""

import functools
from pathlib import Path

import duckdb

from sanad.figures.engine.layout import Names
from sanad.figures.rules.dimensions import CATEGORY

THREADS = 2
MEMORY = "1GB"
WORKSHOP_MEMORY = "1500MB"


def workshop(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection of its own in which a snapshot is made; spills into the folder, never elsewhere."""
    folder.mkdir(parents=True, exist_ok=True)
    db = duckdb.connect(":memory:")
    db.execute(f"set threads = {THREADS}")
    db.execute(f"set memory_limit = '{WORKSHOP_MEMORY}'")
    db.execute("set temp_directory = ?", [str(folder / ".spill")])
    db.execute("set preserve_insertion_order = false")
    return db


@functools.cache
def _shared() -> duckdb.DuckDBPyConnection:
    db = duckdb.connect(":memory:")
    db.execute(f"set threads = {THREADS}")
    db.execute(f"set memory_limit = '{MEMORY}'")
    db.execute("set parquet_metadata_cache = true")
    db.execute("set autoinstall_known_extensions = false")
    return db


def cursor() -> duckdb.DuckDBPyConnection:
    """A cursor for one question on the shared connection of this process."""
    return _shared().cursor()


@functools.lru_cache(maxsize=16)
def names_in(folder: Path) -> Names:
    """What the numbers of a snapshot stand for; a snapshot never changes, so this is read once."""
    keys: dict[str, dict[int, str]] = {}
    parents: dict[str, dict[int, int]] = {}
    rows = cursor().execute("select domain, id, key, parent from read_parquet(?)", [str(folder / "names.parquet")])
    for domain, number, key, parent in rows.fetchall():
        keys.setdefault(domain, {})[number] = key
        if parent is not None:
            parents.setdefault(domain, {})[number] = parent
    lists = [domain.removeprefix(CATEGORY) for domain in keys if domain.startswith(CATEGORY)]
    return Names(keys, parents, tuple(sorted(lists)))


def forget() -> None:
    """Drop what is remembered of snapshots; after one was removed."""
    names_in.cache_clear()
