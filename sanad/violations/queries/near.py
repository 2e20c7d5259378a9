"""Events near to what somebody is typing. Read from the indexes of the lists: a district, or a day, at a time."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.violations.queries.frames import act_tree
from sanad.violations.queries.lists import read_in_order
from sanad.violations.queries.visible import events_visible_to
from sanad.violations.rules.near import Nearness, Spot, nearness

MOST_READ = 400
BEFORE_AND_AFTER = {"district": 7, "province": 2, "": 1}  # days, by how far the place is known
LATELY = 45  # days, where no date is typed
Row = Any  # a named tuple of these columns
COLUMNS = (
    "id", "reference", "custodians", "title", "happened", "happened_first", "happened_last", "sorted_on", "place_id",
    "place_said", "district_id", "province_id", "accounts", "violations", "act_types", "state", "withdrawn",
)  # fmt: skip


def spot_of(row: Row) -> Spot:
    """Where and when an event of a list was, and what was done."""
    return Spot(
        row.place_id, row.district_id, row.province_id, row.happened_first, row.happened_last, row.act_types
    )  # fmt: skip


def rows_near(reader: Reader, typed: Spot) -> list[tuple[Row, Nearness]]:
    """Events that the reader may see and that may be the one that is typed, the nearest first; without withdrawn."""
    tree = act_tree()
    found = [(row, nearness(typed, spot_of(row), tree)) for row in _candidates(reader, typed)]
    near = [(row, one) for row, one in found if one.is_shown]
    return sorted(near, key=lambda pair: (-pair[1].score, pair[1].days or 0, -pair[0].sorted_on.toordinal()))


def events_of_people(reader: Reader, events: set[UUID], typed: Spot) -> list[tuple[Row, Nearness]]:
    """Those of these events, in which a like name stands, that are near enough for a name to tell something."""
    tree = act_tree()
    rows = events_visible_to(reader).filter(pk__in=events, withdrawn=False).values_list(*COLUMNS, named=True)
    found = [(row, nearness(typed, spot_of(row), tree)) for row in rows]
    return [(row, one) for row, one in found if one.may_be_of_one_person]


def _candidates(reader: Reader, typed: Spot) -> list[Row]:
    rows = events_visible_to(reader)
    level = "district" if typed.district else "province" if typed.province else ""
    if level:
        rows = rows.filter(**{f"{level}_id": getattr(typed, level)})
    elif typed.first is None:
        return []
    first, last = _window(typed, BEFORE_AND_AFTER[level])
    rows = rows.filter(sorted_on__gte=first, sorted_on__lte=last)
    ordered = rows.filter(withdrawn=False).order_by("-sorted_on", "-id")
    with read_in_order():
        return list(ordered.values_list(*COLUMNS, named=True)[:MOST_READ])


def _window(typed: Spot, days: int) -> tuple[date, date]:
    """From when to when an event lies in the list to be near; it stands there on its first day."""
    if typed.first is None:
        today = timezone.localdate()
        return today - timedelta(days=LATELY), today
    further = timedelta(days=days)
    return typed.first - further, (typed.last or typed.first) + further
