"""The reference counter: every rule of counting in the plainest words that Python has.

Slow on purpose and free of tricks. DuckDB has to give the same answer; where they differ, this one is right
until a rule in `tests/spec/` says otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

from sanad.figures.rules.cells import (
    UNSTATED,
    age_band_of,
    derived_characteristics,
    month_of,
    quarter_of,
    year_of,
)
from sanad.figures.rules.dimensions import CATEGORY, Frame, Scale, Unit, dimension
from sanad.figures.rules.facts import AccountFact, EventFact, Place, Victim, ViolationFact, World
from sanad.figures.rules.requests import CountRequest, Filter, matches_moment
from sanad.figures.rules.results import Counted, Key, Number, Tally

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One violation (or an event or report without one) with what it takes to place and count it."""

    counted: str  # id of the report, event, violation or person
    event: EventFact
    violation: ViolationFact | None
    accounts: tuple[AccountFact, ...]  # those that speak of it
    shown: tuple[AccountFact, ...]  # those of them whose source may be named to this reader


def count(world: World, request: CountRequest, offices: frozenset[int] | None = None) -> Counted:
    """Answer a request from plain facts, of the records of these offices (of all where none are named)."""
    found: dict[Key, dict[str, Row]] = defaultdict(dict)
    whole: dict[str, Row] = {}
    for row in rows_for(world, request.unit, offices):
        if not _passes(row, request, world):
            continue
        whole[row.counted] = row
        if not request.dimensions:
            continue  # a bare total has no cells
        for key in product(*(values_of(row, name, request) for name in request.dimensions)):
            found[key][row.counted] = row
    cells = {key: _number(request.unit, rows.values()) for key, rows in found.items()}
    return Counted(request, cells, _number(request.unit, whole.values()))


def rows_for(world: World, unit: Unit, offices: frozenset[int] | None = None) -> Iterator[Row]:
    """The rows among which a unit is counted; the same thing may stand in several of them."""
    events = {event.id: event for event in world.events}
    if unit is Unit.REPORTS:
        rows = _report_rows(world, events)
    elif unit is Unit.EVENTS:
        rows = _event_rows(world, events)
    else:
        rows = _violation_rows(world, events, unit)
    for counted, event, violation, accounts in rows:
        keepers = {accounts[0].custodian} if unit is Unit.REPORTS else (violation or event).custodians
        if offices is None or keepers & offices:
            shown = tuple(account for account in accounts if offices is None or account.custodian in offices)
            yield Row(counted, event, violation, accounts, shown)


Found = Iterator[tuple[str, EventFact, ViolationFact | None, tuple[AccountFact, ...]]]


def _violation_rows(world: World, events: dict[str, EventFact], unit: Unit) -> Found:
    """A violation that nobody suffered is no violation, but its zero belongs to the number of victims."""
    grounds: dict[str, list[AccountFact]] = defaultdict(list)
    for account in world.accounts:
        for name in account.grounds:
            grounds[name].append(account)
    for violation in world.violations:
        if unit is Unit.VICTIMS:
            yield violation.victim.id, events[violation.event], violation, tuple(grounds[violation.id])
        elif not violation.nobody:
            yield violation.id, events[violation.event], violation, tuple(grounds[violation.id])


def _event_rows(world: World, events: dict[str, EventFact]) -> Found:
    """An event is found by each of its violations, or by itself where it has none."""
    told: dict[str, list[AccountFact]] = defaultdict(list)
    for account in world.accounts:
        told[account.event].append(account)
    countable = [violation for violation in world.violations if not violation.nobody]
    for violation in countable:
        yield violation.event, events[violation.event], violation, tuple(told[violation.event])
    for name in events.keys() - {violation.event for violation in countable}:
        yield name, events[name], None, tuple(told[name])


def _report_rows(world: World, events: dict[str, EventFact]) -> Found:
    """A report is found by each violation that it is ground for, or by itself."""
    countable = {violation.id: violation for violation in world.violations if not violation.nobody}
    for account in world.accounts:
        grounds = [countable[name] for name in account.grounds if name in countable]
        for violation in grounds:
            yield account.id, events[account.event], violation, (account,)
        if not grounds:
            yield account.id, events[account.event], None, (account,)


def _passes(row: Row, request: CountRequest, world: World) -> bool:
    return all(_meets(values_of(row, condition.dimension, request), condition, world) for condition in request.where)


def _meets(values: Values, condition: Filter, world: World) -> bool:
    asked = dimension(condition.dimension)
    if asked.scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
        return any(matches_moment(value, wanted) for value in values for wanted in condition.values)
    parents = world.parents.get(condition.dimension, {})
    return any(wanted in _lineage(value, parents) for value in values for wanted in condition.values)


def _lineage(value: str, parents: Mapping[str, str]) -> Iterator[str]:
    """A code and every code above it: who asks for killings asks for all kinds of killing."""
    seen: str | None = value
    while seen is not None:
        yield seen
        seen = parents.get(seen)


def values_of(row: Row, name: str, request: CountRequest) -> Values:
    """The cells of one dimension that a row stands in; *not stated* where it says nothing."""
    event_dates = request.unit in (Unit.EVENTS, Unit.REPORTS) or row.violation is None
    dated = row.event if event_dates else row.violation
    assert dated is not None
    if name in ("year", "quarter", "month"):
        return (_moment(name, dated.first, dated.last),)
    if name in ("province", "district"):
        return (_place(name, (row.violation or row.event).place, request.frame) or UNSTATED,)
    if name == "reported_year":
        return (_reported_year(row),)
    if name in ("source", "source_kind", "batch"):
        return _several(getattr(account, name) for account in row.shown)
    return _of_violation(row.violation, name)


def _moment(name: str, first: date | None, last: date | None) -> str:
    return {"year": year_of, "quarter": quarter_of, "month": month_of}[name](first, last)


def _place(name: str, place: Place, frame: Frame) -> str | None:
    chosen = name if frame is Frame.TODAY else f"{name}_then"
    return {
        "province": place.province,
        "district": place.district,
        "province_then": place.province_then,
        "district_then": place.district_then,
    }[chosen]


def _reported_year(row: Row) -> str:
    """The year in which it first became known."""
    days = [account.received_on for account in row.accounts]
    return f"{min(days).year:04d}" if days else UNSTATED


def _of_violation(violation: ViolationFact | None, name: str) -> Values:
    if violation is None:
        return (UNSTATED,)
    victim = violation.victim
    if name.startswith(CATEGORY):
        return _several(violation.categories.get(name.removeprefix(CATEGORY), ()))
    if name == "characteristic":
        derived = derived_characteristics(victim.sex, victim.age_min, victim.age_max, victim.characteristics)
        return _several((*victim.characteristics, *derived))
    if name == "perpetrator_type":
        return _several(violation.perpetrator_types)
    if name == "verified_year":
        return (f"{violation.verified_on.year:04d}" if violation.verified_on else UNSTATED,)
    single = {
        "act": violation.act,
        "sex": victim.sex,
        "age_band": age_band_of(victim.age_min, victim.age_max),
        "victim_status": victim.status,
        "status": violation.state,
    }
    return (single[name] or UNSTATED,)


def _several(values: Iterable[str | None]) -> Values:
    return tuple(sorted({value for value in values if value is not None})) or (UNSTATED,)


def _number(unit: Unit, rows: Iterable[Row]) -> Number:
    if unit is not Unit.VICTIMS:
        return len(list(rows))
    return tally(row.violation.victim for row in rows if row.violation is not None)


def tally(victims: Iterable[Victim]) -> Tally:
    """How many human beings: a group is the larger of what was said of it and its named members here."""
    people = list(victims)
    groups = {victim.id for victim in people if victim.kind == "group"}
    named: dict[str, int] = defaultdict(int)
    sizes: list[tuple[int | None, int | None, int | None]] = []
    for victim in people:
        if victim.kind == "individual" and victim.part_of in groups:
            named[str(victim.part_of)] += 1
        elif victim.kind == "individual":
            sizes.append((1, 1, 1))
    for victim in people:
        if victim.kind == "group":
            sizes.append(_size_of(victim, named[victim.id]))
    least, best, most = ([size[position] for size in sizes] for position in range(3))
    return Tally(
        sum(number for number in least if number is not None),
        sum(number for number in best if number is not None) if any(number is not None for number in best) else None,
        sum(number for number in most if number is not None),
        least.count(None),
        best.count(None),
        most.count(None),
        sum(victim.kind == "institution" for victim in people),
    )


def _size_of(group: Victim, named: int) -> tuple[int | None, int | None, int | None]:
    """Named members raise what was said; they give a least number where none was said, never a most."""
    least = named or None if group.min is None else max(group.min, named)
    best = None if group.best is None else max(group.best, named)
    most = None if group.max is None else max(group.max, named)
    return least, best, most
