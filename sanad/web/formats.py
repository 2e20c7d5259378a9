"""Numbers, ranges and dates in the reader's words. What is not known is said so.

Numbers keep the digits 0-9 in both languages, as Pakistani offices write them, and dates name their month; who likes
Urdu pages with ۰-۹, or dates as 17/04/2023, says so in the account (`Style`). With `URDU_DIGITS = True` in the settings
Urdu pages show ۰-۹ where nobody said anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sanad.kit.dates import PartialDate
from sanad.kit.dates.partial import Point
from sanad.kit.dates.written import ENGLISH_MONTHS, URDU_MONTHS

Number = int | float | Decimal
URDU_SHAPES = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫")
SHAPES_IN_TEXT = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Style:
    """How somebody likes numbers and dates to be written."""

    urdu_digits: bool = False
    numeric_dates: bool = False


_style: ContextVar[Style | None] = ContextVar("style", default=None)


@contextmanager
def written(style: Style | None) -> Iterator[None]:
    """Write numbers and dates so, as long as this lasts."""
    before = _style.set(style)
    try:
        yield
    finally:
        _style.reset(before)


def in_urdu() -> bool:
    """Whether the page is said in Urdu."""
    return (get_language() or "").startswith("ur")


def _wants_urdu_digits() -> bool:
    style = _style.get()
    wanted = getattr(settings, "URDU_DIGITS", False) if style is None else style.urdu_digits
    return in_urdu() and wanted


def number(value: Number | None, places: int = 0) -> str:
    """A number with its thousands set off; None is said as unknown, zero is 0."""
    if value is None:
        return _("unknown")
    text = f"{value:,.{places}f}" if places or not isinstance(value, int) else f"{value:,}"
    return text.translate(URDU_SHAPES) if _wants_urdu_digits() else text


def percent(share: float | None, places: int = 0) -> str:
    """A share of one as a percentage."""
    return _("unknown") if share is None else _("%(number)s%%") % {"number": number(share * 100, places)}


def count_range(least: int | None, best: int | None, most: int | None) -> str:
    """A size as its source gave it: 12–15, at least 3, up to 7, unknown. A bound never stands for another."""
    if least is None and most is None:
        return number(best)
    if least is not None and least == most:
        bounds = number(least)
    elif most is None:
        bounds = _("at least %(least)s") % {"least": number(least)}
    elif least is None:
        bounds = _("up to %(most)s") % {"most": number(most)}
    else:
        bounds = _("%(least)s–%(most)s") % {"least": number(least), "most": number(most)}
        if least > most:
            bounds = _("%(bounds)s (as given; the least is more than the most)") % {"bounds": bounds}
    if best is None or least == best == most:
        return bounds
    return _("%(bounds)s, best %(best)s") % {"bounds": bounds, "best": number(best)}


def partial_date(value: PartialDate | str | None) -> str:
    """A date as precise as its source: 17 April 2023, April 2023, about 2014, from May 2014, still going on."""
    if value is None or value == "":
        return _("date unknown")
    when = PartialDate.parse(value) if isinstance(value, str) else value
    if not when.is_interval:
        return _point(when.start)
    if when.start is None:
        said = {"until": _point(when.end)}
        return _("until %(until)s") % said if when.open_start else _("until %(until)s, beginning unknown") % said
    said = {"since": _point(when.start)}
    if when.end is None:
        return _("from %(since)s, still going on") % said if when.open_end else _("from %(since)s, end unknown") % said
    return _("%(since)s to %(until)s") % {**said, "until": _point(when.end)}


def day(value: date | datetime | None) -> str:
    """A day in words; a moment is brought to Karachi first."""
    if value is None:
        return _("date unknown")
    if isinstance(value, datetime):
        value = (localtime(value) if is_aware(value) else value).date()
    return _point(Point(value.year, value.month, value.day))


def moment(value: datetime | None) -> str:
    """A day and the time of day in Karachi; of a value that a template does not know, that it is not known."""
    if not value:
        return _("unknown")
    local = localtime(value) if is_aware(value) else value
    return _("%(day)s, %(time)s") % {"day": day(local), "time": _digits(f"{local:%H:%M}")}


def _point(point: Point | None) -> str:
    if point is None:
        return _("unknown")
    said = {"date": _digits(_written(point))}
    if point.approximate and point.uncertain:
        return _("perhaps about %(date)s") % said
    if point.approximate:
        return _("about %(date)s") % said
    return _("perhaps %(date)s") % said if point.uncertain else said["date"]


def _written(point: Point) -> str:
    """17 April 2023, or 17/04/2023 for who likes it so."""
    style = _style.get()
    if style is not None and style.numeric_dates:
        parts = [f"{number:02d}" for number in (point.day, point.month) if number]
        return "/".join([*parts, f"{point.year}"])
    months = URDU_MONTHS if in_urdu() else ENGLISH_MONTHS
    parts = [str(point.day)] if point.day else []
    parts += [months[point.month - 1]] if point.month else []
    return " ".join([*parts, f"{point.year}"])


def _digits(text: str) -> str:
    return text.translate(SHAPES_IN_TEXT) if _wants_urdu_digits() else text
