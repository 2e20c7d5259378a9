"""What a database holds, in a form that survives a migration: rows of each table, and a hash of each column."""

import psycopg
from psycopg import sql

COLUMNS = """
select table_name, column_name from information_schema.columns join pg_tables on tablename = table_name
where table_schema = 'public' and schemaname = 'public' and is_generated = 'NEVER'
order by table_name, ordinal_position
"""
# The parts are ordered by themselves: a hash does not depend on the order of the rows on disk.
HASH = "md5(coalesce(string_agg(coalesce({column}::text, '-'), ',' order by {column}::text), ''))"


def content_of(database: psycopg.Connection) -> dict[str, dict[str, object]]:
    """`{table: {"rows": n, "columns": {name: hash}}}`."""
    database.execute("set time zone 'UTC'")
    columns: dict[str, list[str]] = {}
    for table, column in database.execute(COLUMNS):
        columns.setdefault(table, []).append(column)
    return {table: _table(database, table, names) for table, names in columns.items()}


def _table(database: psycopg.Connection, table: str, names: list[str]) -> dict[str, object]:
    hashes = sql.SQL(", ").join(sql.SQL(HASH).format(column=sql.Identifier(name)) for name in names)
    query = sql.SQL("select count(*), {} from {}").format(hashes, sql.Identifier(table))
    rows, *found = database.execute(query).fetchone()
    return {"rows": rows, "columns": dict(zip(names, found, strict=True))}


def lost(before: dict, after: dict, changed: frozenset[str] = frozenset()) -> list[str]:
    """What a migration lost or altered; `changed` names tables and columns (`table.column`) that it was to change."""
    found = []
    for table, then in before.items():
        now = after.get(table)
        if table in changed:
            continue
        if now is None or now["rows"] != then["rows"]:
            found.append(f"{table}: {then['rows']} rows, then {now and now['rows']}")
            continue
        for column, value in then["columns"].items():
            if f"{table}.{column}" not in changed and now["columns"].get(column) != value:
                found.append(f"{table}.{column}")
    return found
