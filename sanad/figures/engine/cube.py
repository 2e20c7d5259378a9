"""Violations counted beforehand: small tables over the single-valued dimensions that dashboards ask for."""

from pathlib import Path

import duckdb

from sanad.figures.rules.dimensions import Frame, Unit
from sanad.figures.rules.requests import CountRequest

# Each part serves every request whose dimensions and filters it holds; the first that fits is the smallest.
PARTS = (
    ("year", "province", "act", "status"),
    ("year", "quarter", "month", "province", "act", "status"),
    ("year", "reported_year", "verified_year", "province", "act", "status"),
    ("year", "province", "act", "status", "sex", "age_band"),
    ("year", "province", "act", "status", "victim_status", "sex"),
    ("year", "province", "district", "act", "status"),
    ("year", "quarter", "province", "district", "act"),
)
COLUMNS = tuple(dict.fromkeys(name for part in PARTS for name in part))
COUNTABLE = "kind > 0 and not nobody"


def part_for(request: CountRequest) -> int | None:
    """Which part of the cube answers a request, if one does."""
    if request.unit is not Unit.VIOLATIONS or request.frame is not Frame.TODAY:
        return None
    used = set(request.used())
    return next((number for number, part in enumerate(PARTS) if used.issubset(part)), None)


def write_cube(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Count every part, each kept apart by the offices that keep the rows."""
    queries = []
    for number, part in enumerate(PARTS):
        columns = ", ".join(name if name in part else f"0 as {name}" for name in COLUMNS)
        queries.append(
            f"select {number}::tinyint as part, {columns}, keepers_set, count(*)::int as n from flat"
            f" where {COUNTABLE} group by {', '.join(part)}, keepers_set"
        )
    target = str(path).replace("'", "''")
    db.execute(f"copy ({' union all '.join(queries)} order by part, year) to '{target}' (format parquet)")
