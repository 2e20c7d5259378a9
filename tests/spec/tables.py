"""Small tables of text, and the facts that they mean.

A row is one violation; with `-` for its act it is an event in which none is alleged. Rows with the same event,
person or act share it; a column that is left out is not stated. Columns:

event, person, act · size (`12`, `10-14`, `10+`, `-14`, `?`, `10-14 best 12`, `0`) makes the victim a group ·
in (the group that the person belongs to) · kind (institution) · date (EDTF) · province, district, province then,
district then · sex, age (`15`, `12-15`, `60+`) · characteristic, perpetrator (several with commas) · victim status ·
status, verified (day) · category (`list: one, two`) · office (who keeps it).

Reports are a second table: report, event, source kind, source, received, batch, office, on (persons whose violations
it is ground for; all of the event where left out). Without it each event is told by one newspaper on 1 January 2024.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sanad.figures.rules.facts import AccountFact, EventFact, Place, Victim, ViolationFact, World
from sanad.kit.dates import PartialDate

SIZE = re.compile(r"(?:(\d+)?(-|\+)?(\d+)?|\?)(?: best (\d+))?\Z")
PARENTS = {
    "act": {"targeted_killing": "killing", "gang_rape": "rape"},
    "characteristic": {"christian": "religious_minority", "hindu": "religious_minority"},
    "perpetrator_type": {"police": "state_agent", "army": "state_agent"},
}
RECEIVED = date(2024, 1, 1)
Row = Mapping[str, str]


def rows_of(text: str) -> list[Row]:
    """The lines of a text table under its heading."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    names = [name.strip() for name in lines[0].split("|")] if lines else []
    return [
        {name: cell.strip() for name, cell in zip(names, line.split("|"), strict=True) if cell.strip()}
        for line in lines[1:]
    ]


def world_of(violations: str, reports: str = "") -> World:
    """The facts that a table means."""
    rows = [{"row": str(number), **row} for number, row in enumerate(rows_of(violations), start=1)]
    found = [_violation(row) for row in rows if row.get("act") != "-"]
    told = [_account(row, found) for row in rows_of(reports)] or _one_newspaper(rows, found)
    keepers = {one.id: frozenset(told_by.custodian for told_by in told if one.id in told_by.grounds) for one in found}
    found = [_kept(one, keepers[one.id]) for one in found]
    events = {_event_name(row): _event(row, told) for row in reversed(rows)}
    return World(tuple(events.values()), tuple(found), tuple(told), PARENTS)


def _kept(one: ViolationFact, keepers: frozenset[int]) -> ViolationFact:
    return replace(one, custodians=keepers or one.custodians)


def _event_name(row: Row) -> str:
    return row.get("event", f"E{row['row']}")


def _one_newspaper(rows: list[Row], found: list[ViolationFact]) -> list[AccountFact]:
    return [
        AccountFact(
            f"R-{name}-{office}",
            name,
            RECEIVED,
            "newspaper",
            grounds=frozenset(one.id for one in found if one.event == name and office in one.custodians),
            custodian=office,
        )
        for name, office in dict.fromkeys((_event_name(row), int(row.get("office", "1"))) for row in rows)
    ]


def _violation(row: Row) -> ViolationFact:
    first, last = _days(row.get("date"))
    return ViolationFact(
        f"V{row['row']}",
        _event_name(row),
        _victim(row),
        row.get("act", "killing"),
        first,
        last,
        _place(row),
        _several(row.get("perpetrator")),
        _categories(row.get("category")),
        row.get("status", "new"),
        date.fromisoformat(row["verified"]) if "verified" in row else None,
        row.get("size") == "0" or row.get("size") == "-0",
        frozenset({int(row.get("office", "1"))}),
    )


def _event(row: Row, told: list[AccountFact]) -> EventFact:
    name = _event_name(row)
    first, last = _days(row.get("event date", row.get("date")))
    return EventFact(name, first, last, _place(row), frozenset(one.custodian for one in told if one.event == name))


def _victim(row: Row) -> Victim:
    least, best, most = _size(row.get("size", "?"))
    low, high = _age(row.get("age"))
    return Victim(
        row.get("person", f"P{row['row']}"),
        row.get("kind", "group" if "size" in row else "individual"),
        row.get("in"),
        least,
        best,
        most,
        row.get("sex"),
        low,
        high,
        _several(row.get("characteristic")),
        row.get("victim status"),
    )


def _size(text: str) -> tuple[int | None, int | None, int | None]:
    read = SIZE.match(text)
    assert read is not None, text
    least, sign, most, best = read.groups()
    if sign is None and least is not None:
        return int(least), int(least), int(least)
    return (int(least) if least else None, int(best) if best else None, int(most) if most else None)


def _age(text: str | None) -> tuple[int | None, int | None]:
    if text is None:
        return None, None
    if text.endswith("+"):
        return int(text[:-1]), None
    low, _, high = text.partition("-")
    return int(low), int(high or low)


def _days(text: str | None) -> tuple[date | None, date | None]:
    if text is None:
        return None, None
    when = PartialDate.parse(text)
    return when.earliest(), when.latest()


def _place(row: Row) -> Place:
    province, district = row.get("province"), row.get("district")
    return Place(province, district, row.get("province then", province), row.get("district then", district))


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",")) if text else ()


def _categories(text: str | None) -> dict[str, tuple[str, ...]]:
    if text is None:
        return {}
    name, _, members = text.partition(":")
    return {name.strip(): _several(members)}


def _account(row: Row, found: list[ViolationFact]) -> AccountFact:
    of_event = [one for one in found if one.event == row["event"]]
    persons = _several(row.get("on")) if "on" in row else tuple(one.victim.id for one in of_event)
    return AccountFact(
        row["report"],
        row["event"],
        date.fromisoformat(row.get("received", RECEIVED.isoformat())),
        row.get("source kind", "newspaper"),
        row.get("source"),
        row.get("batch"),
        frozenset(one.id for one in of_event if one.victim.id in persons),
        int(row.get("office", "1")),
    )
