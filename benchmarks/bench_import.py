"""Importing a file of sealed reports, beside a raw COPY of the same rows into tables without keys, in the same run."""

import json
import subprocess
import sys

from benchmarks.make_records import write_csv
from benchmarks.scratch import HOME, ROOT, Result, peak_memory_of_children, stopwatch

TABLES = (
    "violations_report", "violations_revision", "violations_mention", "violations_act", "violations_involvement",
    "violations_event", "violations_person", "violations_violation", "violations_account", "violations_identity",
    "violations_ground",
)  # fmt: skip
SEALED = ("row_id", "of", "custodian_id", "envelope_id", "mac")
BLOB_BYTES = 500  # the application may not read blobs: bytes of the same length stand in their place


def main(number: int = 100_000, seed: int = 1) -> list[Result]:
    """Import `number` rows in a process of its own; then copy the same row sets raw."""
    file = HOME / f"records_{number}_{seed}.csv"
    write_csv(file, number, seed)
    mapping = ROOT / "benchmarks" / "records.yaml"
    command = [sys.executable, "-m", "sanad", "import", str(file), "--mapping", str(mapping), "--json"]
    with stopwatch() as seconds:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        took = seconds()
    answer = json.loads(done.stdout)
    if answer["reports"] != number:
        raise SystemExit(f"stored {answer['reports']} of {number} reports: {done.stderr}")
    memory = peak_memory_of_children()
    rows, raw = raw_copy(answer["batch"])
    ratio = raw / took
    return [
        Result("import: rows per second, sealed", f"{number:,}", f"{number / took:,.0f}"),
        Result("import: rows written, all tables", f"{number:,}", f"{rows:,}"),
        Result(
            "import: rate against a raw COPY of the same rows", f"{number:,}", f"{ratio:.2f}", "≥ 0.10", ratio >= 0.1
        ),
        Result("import: peak memory, MB", f"{number:,}", f"{memory}", "< 500", memory < 500),
        *again(command, number),
    ]


def again(command: list[str], number: int) -> list[Result]:
    """The same file once more: everything is known and unchanged."""
    with stopwatch() as seconds:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        took = seconds()
    unchanged = json.loads(done.stdout)["unchanged"]
    return [Result("import of the same file again: rows per second", f"{unchanged:,}", f"{number / took:,.0f}")]


def raw_copy(batch: str) -> tuple[int, float]:
    """Number of rows, and seconds to COPY them from Python into tables without keys."""
    from django.db import connection

    from sanad.accounts.readers import operator
    from sanad.accounts.scope import scoped

    seconds_in_all, rows_in_all = 0.0, 0
    with scoped(operator()), connection.cursor() as cursor:
        for table, query in _row_sets(batch).items():
            cursor.execute(query)
            rows = cursor.fetchall()
            columns = [(c.name, c.type_code) for c in cursor.description]
            typed = _types(cursor, columns)
            cursor.execute(f"create temporary table raw_{table} ({typed})")
            with stopwatch() as seconds:
                with cursor.copy(f"copy raw_{table} from stdin") as copy:
                    for row in rows:
                        copy.write_row(row)
                seconds_in_all += seconds()
            rows_in_all += len(rows)
    return rows_in_all, seconds_in_all


def _types(cursor, columns) -> str:
    named = []
    for name, oid in columns:
        cursor.execute("select format_type(%s, null)", [oid])
        named.append(f'"{name}" {cursor.fetchone()[0]}')
    return ", ".join(named)


def _row_sets(batch: str) -> dict[str, str]:
    of_batch = f"(select id from violations_batch where reference = '{batch}')"
    reports = f"(select id from violations_report where batch_id = {of_batch})"
    of_event = f"(select event_id from violations_account where report_id in {reports})"
    own = {
        "violations_report": f"id in {reports}",
        "violations_event": f"id in {of_event}",
        "violations_violation": f"event_id in {of_event}",
        "violations_person": f"id in (select person_id from violations_identity where report_id in {reports})",
    }
    sets = {t: f"select * from {t} where {own.get(t, f'report_id in {reports}')}" for t in TABLES}
    rows = " union all ".join(
        f"select id from violations_{t} where report_id in {reports}" for t in ("revision", "mention", "act")
    )
    sets["vault_sealed"] = (
        f"select {', '.join(SEALED)}, decode(repeat('ab', {BLOB_BYTES}), 'hex') as blob from vault_sealed"
        f" where row_id in ({rows})"
    )
    return sets


if __name__ == "__main__":
    from benchmarks.scratch import open_site

    open_site()
    for result in main(*map(int, sys.argv[1:])):
        print(result)
