"""Many rows into the tables at once: COPY into a temporary table, then INSERT … SELECT.

COPY straight into a table with row security is refused by PostgreSQL; this way every row passes the policy.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from sanad.violations.actions.rows import COLUMNS, Row, Rows

# Parents before children: composite keys (report, custodian) are checked at each INSERT.
ORDER = (
    "report", "revision", "mention", "victimstatus", "act", "involvement",
    "event", "person", "violation", "account", "alleged", "identity", "ground",
)  # fmt: skip

# From the catalogue and not by `select … from table`: sealed columns may not be read by the application.
TYPES = (
    "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = %s::regclass and attnum > 0"
)


def write_rows(rows: Rows, tables: Sequence[str] = ORDER) -> None:
    """Write all rows of these tables, parents first, in the caller's transaction."""
    for table in tables:
        if rows.of[table]:
            copy_into(f"violations_{table}", COLUMNS[table], rows.of[table])


def copy_into(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Stage rows in a temporary table that lives as long as the transaction, and insert them from there."""
    listed = ", ".join(f'"{c}"' for c in columns)
    stage = f"stage_{table}"
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass(%s)", [f"pg_temp.{stage}"])
        if cursor.fetchone()[0] is None:
            cursor.execute(TYPES, [table])
            types = dict(cursor.fetchall())
            held = ", ".join(f'"{c}" {types[c]}' for c in columns)
            cursor.execute(f'create temporary table "{stage}" ({held}) on commit drop')
        with cursor.copy(f'copy "{stage}" ({listed}) from stdin') as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f'insert into "{table}" ({listed}) select {listed} from "{stage}"')
        cursor.execute(f'truncate "{stage}"')
