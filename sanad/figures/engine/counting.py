"""Answering a request from the files of a snapshot: one SQL statement per request.

Things that stand in one row only are added up; distinct counts touch the rest alone (`lone_*`). Sets are counted
by their number first and spread over their members afterwards, so that a join never meets every row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sanad.figures.engine import victims
from sanad.figures.engine.connection import cursor, names_in
from sanad.figures.engine.cube import COUNTABLE, part_for
from sanad.figures.engine.layout import ORIGINS, Names, column_of, condition_on_moment
from sanad.figures.engine.standing import THINGS, Standing, standing
from sanad.figures.engine.victims import spread_over
from sanad.figures.rules.dimensions import Scale, Unit, dimension
from sanad.figures.rules.requests import CountRequest, Filter
from sanad.figures.rules.results import Counted, Key, Number, Tally, nothing
from sanad.kit.refusals import N_, Refused

FILES = {Unit.REPORTS: "accounts", Unit.EVENTS: "violations", Unit.VIOLATIONS: "violations", Unit.VICTIMS: "violations"}
ROWS = {
    Unit.REPORTS: "true",
    Unit.EVENTS: "not nobody",
    Unit.VIOLATIONS: COUNTABLE,
    Unit.VICTIMS: "kind > 0",
}
MOST_CELLS = 250_000
TOO_MANY_CELLS = N_("This table has more than %(most)s cells. Choose fewer dimensions, or a filter.")


@dataclass(frozen=True)
class Question:
    """A request turned into pieces of SQL."""

    folder: Path
    request: CountRequest
    offices: frozenset[int] | None
    names: Names

    @property
    def keys(self) -> list[str]:
        """The columns of a cell's key, in the order of the request."""
        return [f"k{position}" for position in range(len(self.request.dimensions))]

    def file(self, name: str) -> str:
        """A file of the snapshot, as SQL."""
        return "read_parquet('" + str(self.folder / f"{name}.parquet").replace("'", "''") + "')"


def count(folder: Path, request: CountRequest, offices: frozenset[int] | None = None) -> Counted:
    """Answer a request from one snapshot, of the records of these offices (of all where none are named)."""
    question = Question(folder, request, offices, names_in(folder))
    cells: dict[Key, Number] = {}
    total: Number = nothing(request.unit)
    texts = [_Texts(question.names, name) for name in request.dimensions]
    width = len(texts)
    rows = cursor().execute(statement(question)).fetchmany(MOST_CELLS + 2)
    if len(rows) > MOST_CELLS + 1:
        raise Refused.one("too_many_cells", TOO_MANY_CELLS, "rows", most=MOST_CELLS)
    for is_total, *values in rows:
        numbers = values[width:]
        number: Number = _tally(numbers) if request.unit is Unit.VICTIMS else numbers[0]
        if is_total:
            total = number
        elif width:
            cells[tuple(text[key] for text, key in zip(texts, values, strict=False))] = number
    return Counted(request, cells, total)


class _Texts(dict[int, str]):
    """The texts of a dimension's numbers, each put together once."""

    def __init__(self, names: Names, name: str) -> None:
        super().__init__()
        self.names, self.name = names, name

    def __missing__(self, number: int) -> str:
        self[number] = text = self.names.text(self.name, number)
        return text


def keepers_in(folder: Path) -> frozenset[int]:
    """All offices whose records a snapshot holds."""
    path = str(folder / "keepers.parquet")
    rows = cursor().execute("select distinct custodian from read_parquet(?)", [path]).fetchall()
    return frozenset(custodian for (custodian,) in rows)


def has_batch(folder: Path, number: int) -> bool:
    """Is a report of this batch behind any row?"""
    path = str(folder / "origins.parquet")
    found = cursor().execute("select count(*) from read_parquet(?) where batch = ?", [path, number]).fetchone()
    return bool(found and found[0])


def statement(question: Question) -> str:
    """The SQL that answers a question: first column tells the total from the cells."""
    part = part_for(question.request)
    if part is not None:
        return _from_cube(question, part)
    rows, spread = _rows(question, question.request.dimensions)
    unit = question.request.unit
    if unit is Unit.VIOLATIONS:
        return _additive(rows, question.keys, spread)
    # Few rows are kept after the first look; many are cheaper to read twice.
    once = "materialized" if question.request.where else "not materialized"
    total = None if _stand(question, ()) == _stand(question, question.request.dimensions) else _rows(question, ())[0]
    if unit is Unit.VICTIMS:
        return victims.statement(rows, total, question.keys, spread, once)
    return _distinct(rows, total, question.keys, spread, once)


def _from_cube(question: Question, part: int) -> str:
    request = question.request
    keys = "".join(f", {name} as k{position}" for position, name in enumerate(request.dimensions))
    where = " and ".join([f"part = {part}", *_conditions(question)])
    return _added(f"select n{keys} from {question.file('cube')} where {where}", question.keys)


def _added(rows: str, keys: list[str]) -> str:
    """Cells and total of rows that each stand for `n` things and overlap nowhere."""
    names = "".join(f", {key}" for key in keys)
    nulls = "".join(", null" for _ in keys)
    return (
        f"with counted as materialized (select sum(n)::bigint as n{names} from ({rows}) group by all)"
        f" select false{names}, n from counted union all select true{nulls}, coalesce(sum(n), 0)::bigint from counted"
    )


def _rows(question: Question, dimensions: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The query for the matching rows (k0 … and what identifies and measures them), and how to spread its sets."""
    request, unit = question.request, question.request.unit
    spread = {}
    columns = []
    for position, name in enumerate(dimensions):
        column = column_of(name, unit, request.frame)
        columns.append(f"{column} as k{position}")
        if column.endswith("_set"):
            spread[f"k{position}"] = members_of(question, name)
    where = matching(question)
    if unit is not Unit.VIOLATIONS:
        stand = _stand(question, dimensions)
        columns += [f"{THINGS[unit]} as id", *stand.columns, *(victims.MEASURES if unit is Unit.VICTIMS else ())]
        where += f" and {stand.looked_at}" if request.where else ""  # else cheaper told apart later
    return f"select {', '.join(columns) or '1'} from {question.file(FILES[unit])} where {where}", spread


def _stand(question: Question, dimensions: Sequence[str]) -> Standing:
    return standing(question.request.unit, dimensions, [one.dimension for one in question.request.where])


def matching(question: Question) -> str:
    """SQL: the row is of the unit, meets the filters, and is kept by an office of the reader."""
    return " and ".join([ROWS[question.request.unit], *_conditions(question)])


def _conditions(question: Question) -> list[str]:
    conditions = [_condition(question, one) for one in question.request.where]
    if question.offices is not None:
        keepers = f"select set_id from {question.file('keepers')} where custodian in ({_list(question.offices)})"
        conditions.append(f"keepers_set in ({keepers})")
    return conditions


def _condition(question: Question, one: Filter) -> str:
    asked = dimension(one.dimension)
    column = column_of(one.dimension, question.request.unit, question.request.frame)
    if asked.scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
        return condition_on_moment(column, asked.scale, one.values)
    numbers = question.names.numbers(one.dimension, one.values)
    if not column.endswith("_set"):
        return f"{column} in ({_list(numbers)})"
    return (
        f"{column} in (select set_id from ({members_of(question, one.dimension)}) where member in ({_list(numbers)}))"
    )


def members_of(question: Question, name: str) -> str:
    """SQL that lists the members of every set of a dimension; sources of offices left out are not among them."""
    if name not in ORIGINS:
        return f"select set_id, member from {question.file('sets')} where dimension = '{name}'"
    origins = question.file("origins")
    seen = "true" if question.offices is None else f"custodian in ({_list(question.offices)})"
    stated = f"select distinct set_id, {name} as member from {origins} where {seen} and {name} > 0"
    return (
        f"select * from ({stated}) union all select distinct set_id, 0 from {origins}"
        f" where set_id not in (select set_id from ({stated}))"
    )


def _list(numbers: Sequence[int] | frozenset[int]) -> str:
    return ", ".join(str(int(number)) for number in sorted(numbers)) or "null"


def _additive(rows: str, keys: list[str], spread: dict[str, str]) -> str:
    names = "".join(f", {key}" for key in keys)
    counted = f"select count(*) as n{names} from ({rows}) group by all"
    if not spread:
        return _added(counted, keys)
    nulls = "".join(", null" for _ in keys)
    return (
        f"with counted as materialized ({counted})"
        f" select false{names}, sum(n)::bigint from ({spread_over('counted', keys, spread, ['n'])}) group by all"
        f" union all select true{nulls}, coalesce(sum(n), 0)::bigint from counted"
    )


def _distinct(rows: str, total: str | None, keys: list[str], spread: dict[str, str], once: str) -> str:
    """Things that stand in one row only are added up; the others are told apart by their id."""
    names = "".join(f", {key}" for key in keys)
    nulls = "".join(", null" for _ in keys)
    told = spread_over("rest", keys, spread, ["id"])
    apart = f"select distinct * from ({told})" if spread else told
    whole = "" if total is None else "_all"
    return (
        f"with {_lone_and_rest('', rows, names, once)}"
        f"{'' if total is None else ', ' + _lone_and_rest(whole, total, '', once)}"
        f" select false{names}, sum(n)::bigint from (select n{names} from ({spread_over('lone', keys, spread, ['n'])})"
        f" union all select count(*) as n{names} from ({apart}) group by all) group by all"
        f" union all select true{nulls},"
        f" (coalesce((select sum(n) from lone{whole}), 0) + (select count(distinct id) from rest{whole}))::bigint"
    )


def _lone_and_rest(suffix: str, rows: str, names: str, once: str) -> str:
    return (
        f"rows{suffix} as {once} ({rows}),"
        f" lone{suffix} as materialized (select count(*) as n{names} from rows{suffix} where lone and first"
        " group by all),"
        f" rest{suffix} as materialized (select distinct id{names} from rows{suffix} where not lone)"
    )


def _tally(numbers: Sequence[int | None]) -> Tally:
    least, best, most, no_least, no_best, no_most, institutions = numbers
    return Tally(
        int(least or 0),
        None if best is None else int(best),
        int(most or 0),
        int(no_least or 0),
        int(no_best or 0),
        int(no_most or 0),
        int(institutions or 0),
    )
