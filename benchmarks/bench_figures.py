"""Snapshots and tables: how long a snapshot takes, and how fast its cube and its detail answer.

Each detail table stands beside a query that somebody would write by hand on the same Parquet, in the same run. For
ten million acts the snapshot's rows are repeated under further ids, with a cube made anew.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb

from benchmarks.scratch import HOME, ROOT, Result, stopwatch, timed
from sanad.figures.engine import connection, counting, cube
from sanad.figures.rules.requests import CountRequest, read_request

RUNS = 30
TEN_MILLION = 10_000_000
FILES = ("violations", "accounts", "sets", "origins", "keepers", "names")

CUBE = (
    ("violations", ["province"], ["year"], []),
    ("violations", ["district"], [], ["year=2019..2023", "act=killing"]),
    ("violations", ["act"], ["status"], ["province=PK-KP"]),
    ("violations", ["sex"], ["age_band"], ["year=2020"]),
    ("violations", ["year"], ["reported_year"], []),
    ("violations", ["month"], [], ["province=PK-PB", "year=2021"]),
)

# What is asked, and the same by hand; {v} and {s} stand for the files of violations and of sets.
DETAIL = (
    (
        ("violations", ["district"], ["month"], ["act=killing"]),
        "select district, month, count(*) from {v} where not nobody and act in ({killing}) group by all",
    ),
    (
        ("events", ["province"], ["year"], []),
        "select province, event_year, count(distinct event) from {v} where not nobody group by all",
    ),
    (
        ("victims", ["year"], ["sex"], []),
        "select year, sex, sum(min_size), sum(max_size), count(*) filter (min_size is null) from"
        " (select distinct person, year, sex, min_size, max_size from {v}) group by all",
    ),
    (
        ("violations", ["perpetrator_type"], ["year"], []),
        "select s.member, v.year, count(*) from {v} v join {s} s on s.dimension = 'perpetrator_type'"
        " and s.set_id = v.perpetrator_type_set where not v.nobody group by all",
    ),
)


def main() -> list[Result]:
    """Make a snapshot of the site, then ask it, then ask ten times as many rows."""
    name, rows, made = snapshot()
    results = [made]
    folder = HOME / "snapshots" / name
    results += asked(folder, f"{rows:,}")
    large = HOME / "large"
    acts = enlarge(folder, large, TEN_MILLION)
    results += asked(large, f"{acts:,} acts")
    shutil.rmtree(large)
    return results


def snapshot() -> tuple[str, int, Result]:
    """A snapshot in a process of its own, from nothing."""
    shutil.rmtree(HOME / "snapshots", ignore_errors=True)
    with stopwatch() as seconds:
        done = subprocess.run(
            [sys.executable, "-m", "sanad", "snapshot", "--json"], capture_output=True, text=True, cwd=ROOT, check=True
        )
        took = seconds()
    answer = json.loads(done.stdout)
    reports = answer["rows"]["reports"]
    kept = took <= 20
    made = Result("snapshot with cube: seconds, whole command", f"{reports:,}", f"{took:.1f}", "≤ 20", kept)
    return answer["snapshot"], reports, made


def asked(folder: Path, rows: str) -> list[Result]:
    """The cube's tables, then the detail's beside the bare query."""
    requests = [_request(folder, question) for question in CUBE]
    for request in requests:
        assert cube.part_for(request) is not None, request
    draw = random.Random(3)
    middle, late = timed(lambda: counting.count(folder, draw.choice(requests)), RUNS * 2)
    results = [
        Result("cube table: median ms", rows, f"{middle:.0f}"),
        Result("cube table: p95 ms", rows, f"{late:.0f}", "≤ 100", late <= 100),
    ]
    for question, by_hand in DETAIL:
        results += beside(folder, rows, question, by_hand)
    return results


def beside(folder: Path, rows: str, question: tuple, by_hand: str) -> list[Result]:
    """One detail table and the query by hand, one after the other in each round."""
    request = _request(folder, question)
    assert cube.part_for(request) is None, request
    bare = _bare(folder, by_hand)
    ours, theirs = _paired(lambda: counting.count(folder, request), bare)
    what = f"{question[0]} by {' × '.join([*question[1], *question[2]])}"
    ratio = ours[0] / theirs[0]
    return [
        Result(f"detail, {what}: p95 ms", rows, f"{ours[1]:.0f}", "≤ 400", ours[1] <= 400),
        Result(f"detail, {what}: against bare DuckDB", rows, f"{ratio:.2f}", "≤ 2", ratio <= 2),
    ]


def _paired(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[tuple, tuple]:
    return timed(ours, RUNS), timed(theirs, RUNS)


def _bare(folder: Path, by_hand: str) -> Callable[[], object]:
    db = duckdb.connect()
    db.execute(f"set threads = {connection.THREADS}")
    db.execute("set parquet_metadata_cache = true")
    killing = ", ".join(str(n) for n in connection.names_in(folder).numbers("act", ["killing"]))
    files = {"v": f"'{folder}/violations.parquet'", "s": f"'{folder}/sets.parquet'", "killing": killing}
    query = by_hand.format(**files)
    return lambda: db.execute(query).fetchall()


def _request(folder: Path, question: tuple) -> CountRequest:
    unit, rows, columns, where = question
    return read_request(unit, rows, columns, where, snapshot=folder.name, lists=connection.names_in(folder).lists)


def enlarge(folder: Path, large: Path, acts: int) -> int:
    """The snapshot repeated under further ids until it holds this many acts; says how many it is."""
    shutil.rmtree(large, ignore_errors=True)
    large.mkdir()
    for name in FILES:
        shutil.copy(folder / f"{name}.parquet", large)
    shutil.copy(folder / "meta.json", large)
    db = connection.workshop(large / "work")
    source = f"'{folder}/violations.parquet'"
    held, events, people = db.execute(f"select count(*), max(event), max(person) from {source}").fetchone()
    times = -(-acts // held)
    db.execute(
        f"create view flat as select * replace (event + n * {events} as event,"
        f" if(person = 0, 0, person + n * {people}) as person,"
        f" if(part_of = 0, 0, part_of + n * {people}) as part_of)"
        f" from {source}, (select unnest(range({times}))::int as n)"
    )
    db.execute("set preserve_insertion_order = true")
    db.execute(f"copy (select * from flat order by event) to '{large}/violations.parquet' (format parquet)")
    cube.write_cube(db, large / "cube.parquet")
    shutil.rmtree(large / "work", ignore_errors=True)
    return held * times
