"""Periods of reporting: months, quarters, half-years and years of the calendar."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

EVERY = (1, 3, 6, 12)  # months between two reports


class Period(NamedTuple):
    """A stretch of the calendar: its permanent name, first and last day."""

    key: str
    first: date
    last: date


def period_of(day: date, months: int) -> Period:
    """The period of this length that holds a day."""
    if months not in EVERY:
        raise ValueError(f"no period has {months} months")
    number = (day.month - 1) // months
    first = date(day.year, number * months + 1, 1)
    end = first.month + months - 1
    last = date(day.year, end, monthrange(day.year, end)[1])
    names = {1: f"{day.year}-{day.month:02d}", 3: f"{day.year}-Q{number + 1}", 6: f"{day.year}-H{number + 1}"}
    return Period(names.get(months, str(day.year)), first, last)


def period_before(day: date, months: int) -> Period:
    """The last period that is over on a day: what a report is due for."""
    return period_of(period_of(day, months).first - timedelta(days=1), months)


def report_due(starts: date | None, ends: date | None, months: int, today: date) -> Period | None:
    """The period for which a report is due today; None before the first one is over."""
    due = period_before(today, months)
    if starts is not None and starts > due.last:
        return None
    if ends is not None and ends < due.first:  # the last report is about the period in which it ended
        return period_of(ends, months)
    return due
