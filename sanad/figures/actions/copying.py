"""The rows of a snapshot as they stand in PostgreSQL: one transaction that sees one moment.

Read under the role `sanad_snapshot`, which has no right to a sealed column, and copied into DuckDB table by table
over two connections; while one table is loaded the next are on their way.
"""

import logging
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
from django.db import connections, transaction

from sanad.figures.actions import streams
from sanad.figures.actions.leaving_out import without
from sanad.figures.engine.staging import TABLES, braces, insert, make_tables
from sanad.violations.queries import left_out_of_counts

log = logging.getLogger(__name__)

DATABASE = "snapshot"
# Deeds after which no count can be another one.
IDLE_DEEDS = (
    "user", "office", "posting", "sealed", "original", "sharing", "figure", "coverage", "institution", "evidence",
    "safeguard", "intervention", "chain", "review",
)  # fmt: skip
# Rows are wanted in the order of their keys, which is about that of the table: read the index, do not sort on disk.
IN_ORDER = (
    "set local enable_sort = off; set local enable_nestloop = off;"
    " set local max_parallel_workers_per_gather = 0; set local jit = off"
)
KINDS = "case kind when 'individual' then 1 when 'group' then 2 else 3 end"
STATES = (
    "case v.state when 'new' then 1 when 'under_review' then 2 when 'verified' then 3"
    " when 'inconclusive' then 4 when 'rejected' then 5 end"
)
QUERIES = {
    "raw_event": "select e.id, e.happened_first, e.happened_last, e.province_id, e.district_id, e.place_id,"
    " e.custodians from violations_event e where not e.withdrawn order by e.id",
    "raw_violation": "select v.id, v.event_id, v.person_id, v.type_id, v.means_id, v.stated_reason_id,"
    " v.kind_of_place_id, v.happened_first, v.happened_last, v.province_id, v.district_id, v.place_id,"
    f" v.perpetrator_types, {STATES}, v.verified_on, v.nobody, v.custodians from violations_violation v order by v.id",
    "raw_person": f"select id, {KINDS}, part_of, min_size, best_size, max_size, sex_id, age_min, age_max,"
    " characteristics, status_id from violations_person order by id",
    "raw_told": "select r.id, a.event_id, r.received_on, r.source_kind_id, r.source_institution_id, b.number,"
    " r.custodian_id, g.violation_id"
    " from violations_report r join violations_account a on a.report_id = r.id and not a.withdrawn"
    " left join violations_ground g on g.report_id = r.id"
    " left join (select id, row_number() over (order by id) as number from violations_batch) b on b.id = r.batch_id"
    " order by r.id, g.act",
    "names": "select v.slug, c.id, c.slug, c.parent_id from codes_code c join codes_vocabulary v"
    " on v.id = c.vocabulary_id union all select 'source', id, slug, null from institutions_institution"
    " union all select 'batch', row_number() over (order by id), reference, null from violations_batch order by 1, 2",
}
# What each connection copies, the longest first; about the same time each.
LANES = (("raw_told", "raw_person", "names"), ("raw_violation", "raw_event"))
# In the copy a place stands where the columns of the day's frame will be.
COPIED = {
    name: columns.replace("province_then int, district_then int", "place int") for name, columns in TABLES.items()
}


@dataclass(frozen=True)
class Copied:
    """What was copied: of which moment, and a hash over all rows in a total order."""

    moment: "Moment"
    digest: str


@dataclass(frozen=True)
class Moment:
    """What tells one state of the records from another without reading them."""

    deeds: int
    last: str


def moment() -> Moment:
    """The state of the records now."""
    with transaction.atomic(using=DATABASE), connections[DATABASE].cursor() as cursor:
        return _moment(cursor)


def _moment(cursor: object) -> Moment:
    idle = " and ".join(f"action not like '{kind}.%%'" for kind in IDLE_DEEDS)
    cursor.execute(f"select count(*), coalesce(max(id::text), '') from ledger_deed where {idle}", [])  # type: ignore[attr-defined]
    deeds, last = cursor.fetchone()  # type: ignore[attr-defined]
    return Moment(deeds, last)


def copy_rows(db: duckdb.DuckDBPyConnection, folder: Path, offices: frozenset[int]) -> Copied:
    """Fill the raw tables of a new snapshot with the records of these offices (all of the site)."""
    make_tables(db)
    connection = connections[DATABASE]
    alone = not connection.in_atomic_block  # else somebody's transaction already has its moment
    with transaction.atomic(using=DATABASE), connection.cursor() as cursor, ExitStack() as stack:
        if alone:
            cursor.execute("set transaction isolation level repeatable read")
        now = _moment(cursor)
        using = [connection.connection]
        if alone:
            using.append(stack.enter_context(streams.beside(connection)))
        for one in using:
            one.execute("select set_config('sanad.scope', %s, true)", [braces(sorted(offices))])
            one.execute(IN_ORDER)
        queries = without(QUERIES, left_out_of_counts(using=DATABASE))
        lanes = list(zip(using, LANES if alone else [[*QUERIES]], strict=True))
        loader = stack.enter_context(ThreadPoolExecutor(1))
        loads: list[Future[None]] = []
        digest = streams.write_files(
            lanes, queries, folder, lambda table, path: loads.append(loader.submit(_load, db, table, path))
        )
        for load in loads:
            load.result()
    return Copied(now, digest)


def _load(db: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    began = time.monotonic()
    columns = dict(column.strip().rsplit(" ", 1) for column in COPIED[table].split(","))
    named = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    target = f"copied_{table}" if "place int" in COPIED[table] else table
    make = f"create or replace table {target} as" if target != table else f"insert into {target}"
    with db.cursor() as own:
        own.execute(
            f"{make} select * from read_csv('{_quoted(path)}', header = false, columns = {{{named}}},"
            " delim = ',', quote = '\"', escape = '\"', nullstr = '', auto_detect = false)"
        )
    path.unlink()
    log.debug("loaded %s in %.1f s", table, time.monotonic() - began)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def place_in_frames(
    db: duckdb.DuckDBPyConnection,
    eras: Sequence[tuple[int, date]],
    then: Sequence[tuple[int, int, int | None, int | None]],
    names: Sequence[tuple[str, int, str]],
) -> None:
    """Name the places, and give every row the province and district of its day.

    `eras` are the days on which the map changed, `then` says for each place that changed what it was in each era.
    A row whose dates lie in two eras with different answers is *not stated* in the frame of its day.
    """
    db.execute("create or replace table era (number int, since date)")
    insert(db, "era", eras)
    db.execute("create or replace table place_then (place int, era int, province int, district int)")
    insert(db, "place_then", then)
    insert(db, "names", [(*name, None) for name in names])
    for table in ("raw_event", "raw_violation"):
        db.execute(_with_frames(table))
        db.execute(f"drop table copied_{table}")


def _with_frames(table: str) -> str:
    columns = [column.strip().rsplit(" ", 1)[0] for column in TABLES[table].split(",")]
    shown = ", ".join(_then(name) if name.endswith("_then") else f"c.{name}" for name in columns)
    return (
        f"create or replace table {table} as with"
        f" days as (select distinct unnest([first, last]) as day from copied_{table}),"
        " dated as (select day, (select max(number) from era where since <= day) as era"
        " from days where day is not null)"
        f" select {shown} from copied_{table} c"
        " left join (select distinct place, true as changed from place_then) p on p.place = c.place"
        " left join dated f on p.changed and f.day = c.first left join dated l on p.changed and l.day = c.last"
        " left join place_then a on a.place = c.place and a.era = f.era"
        " left join place_then b on b.place = c.place and b.era = coalesce(l.era, f.era)"
    )


def _then(name: str) -> str:
    today = name.removesuffix("_then")
    return (
        f"case when p.changed is null or c.first is null then c.{today}"
        f" when a.{today} is not distinct from b.{today} then a.{today} end as {name}"
    )
