"""A printed table in words: where it does not add up, and our own count beside each figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.codes.rules import Classification
from sanad.figures.presenting import labels
from sanad.figures.presenting.differences import signed
from sanad.figures.presenting.grid import address, number_words
from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.dimensions import CATEGORY, Frame, Unit
from sanad.figures.rules.published import (
    PARTS_TITLES,
    ROLE_TITLES,
    UNITS,
    Check,
    Period,
    Printed,
    Role,
    margins,
)
from sanad.figures.rules.published_lists import category_named
from sanad.figures.rules.requests import RANGE, CountRequest, Filter
from sanad.figures.rules.results import Counted, Key, Tally
from sanad.places import queries as places
from sanad.web import formats

LEVELS = {"province": "province", "district": "district"}


@dataclass(frozen=True)
class CheckLine:
    """One printed total and the sum of its parts, in words."""

    what: str
    parts: str
    printed: str
    sum: str
    verdict: str
    good: bool | None


@dataclass(frozen=True)
class FigureLine:
    """One printed figure, and our count of the same."""

    area: str
    category: str
    period: str
    measure: str
    role: str
    printed: str
    ours: str
    gap: str
    address: str
    total: bool


def check_lines(checks: Iterable[Check]) -> list[CheckLine]:
    """Every total that can be checked."""
    return [
        CheckLine(
            _about(check.total),
            _("%(number)s %(parts)s")
            % {"number": formats.number(len(check.parts)), "parts": _(PARTS_TITLES[check.of])},
            formats.number(check.total.value),
            formats.number(check.sum),
            verdict(check),
            check.adds_up,
        )
        for check in checks
    ]


def verdict(check: Check) -> str:
    """`9 short of the printed total`."""
    if check.adds_up is None:
        return _("cannot be told: a part is not printed")
    if check.gap == 0:
        return _("adds up")
    said = {"number": formats.number(abs(check.gap))}
    if check.gap < 0:
        return _("the parts are %(number)s short of the printed total") % said
    return _("the parts are %(number)s more than the printed total") % said


def _about(total: Printed) -> str:
    said = {"area": total.area, "category": total.category, "period": total.period.said, "measure": total.measure}
    return _("%(area)s, %(category)s, %(period)s (%(measure)s)") % said


@dataclass
class OurCount:
    """Counts what a printed figure says it counts: the same unit, list, places and time, as far as each is known."""

    snapshot: OpenSnapshot
    figures: Sequence[Printed]
    classification: Classification | None
    unit: Unit | None = None  # in place of what the printed word means
    only_verified: bool = False
    _asked: dict[CountRequest, Counted] = field(default_factory=dict)

    def lines(self) -> list[FigureLine]:
        """Every figure in its order."""
        self.whole, self.together = margins(self.figures)
        return [self._line(one) for one in self.figures]

    def _line(self, one: Printed) -> FigureLine:
        said = (one.area, one.category, one.period.said, one.measure, _(ROLE_TITLES[one.role]))
        printed = _("not printed") if one.value is None else formats.number(one.value)
        asked = self._question(one)
        total = one.role is Role.GRAND_TOTAL
        if isinstance(asked, str):
            return FigureLine(*said, printed, asked, "", "", total)
        request, key = asked
        counted = self._asked.get(request)
        if counted is None:
            counted = self._asked[request] = self.snapshot.count(request)
        number = counted.cells.get(key, 0) if key else counted.total
        gap = _gap(number, one.value)
        return FigureLine(*said, printed, number_words(number), gap, address(request, key), total)

    def _question(self, one: Printed) -> tuple[CountRequest, Key] | str:
        """What is asked, and in which cell the answer stands; else why it cannot be asked."""
        unit = UNITS.get(one.measure.lower())
        if unit is None:
            return _("not counted here: %(measure)s") % {"measure": one.measure}
        rows: list[str] = []
        key: list[str] = []
        if one.area not in self.whole:
            level, code = _place(one)
            if not code:
                return _("no such province or district: %(area)s") % {"area": one.area}
            rows, key = [level], [code]
        if one.category not in self.together:
            slug = category_named(one.category, self.classification) if self.classification else None
            if slug is None or self.classification is None:
                return _("in no list here: %(category)s") % {"category": one.category}
            rows, key = [*rows, CATEGORY + self.classification.slug], [*key, slug]
        where = [_time(one.period)]
        if self.only_verified:
            where.append(Filter("status", ("verified",)))
        return CountRequest(self.unit or unit, tuple(rows), (), tuple(where), Frame.THEN, self.snapshot.id), tuple(key)

    def notes(self) -> list[str]:
        """What a reader has to know before comparing."""
        unit = labels.UNITS[self.unit] if self.unit else ""
        found = [_("Our count takes what this site recorded and you may open; the printed figures have other sources.")]
        if unit:
            found.append(_("Counted as: %(unit)s.") % {"unit": unit})
        if any(_time(one.period).dimension == "month" for one in self.figures):
            found.append(_("Part of a year is counted by months; what is known to the year only is not in it."))
        if any(_ends_within_a_month(one.period) for one in self.figures):
            found.append(_("Where the printed period ends within a month, our count takes the whole month."))
        if self.classification:
            found.append(
                _("Categories by the list “%(list)s”.") % {"list": labels.list_label(self.classification.slug)}
            )
        found.append(_("Provinces and districts are those of the day of the act."))
        return found


def lists_offered() -> list[tuple[str, str]]:
    """The official lists, by name."""
    return [(one.slug, labels.list_label(one.slug)) for one in codes.classifications()]


def _place(one: Printed) -> tuple[str, str]:
    found = places.gazetteer().resolve(one.area, on=one.period.first, kind_hint="province")
    if not found.certain or found.place is None or found.place.level not in LEVELS:
        found = places.gazetteer().resolve(one.area, on=one.period.first)
    if not found.certain or found.place is None:
        return "", ""
    level = LEVELS.get(found.place.level, "")
    return (level, places.gazetteer().outside_code(found.place)) if level else ("", "")


def _time(period: Period) -> Filter:
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return Filter("year", (f"{first.year:04d}{RANGE}{last.year:04d}",))
    return Filter("month", (f"{first:%Y-%m}{RANGE}{last:%Y-%m}",))


def _ends_within_a_month(period: Period) -> bool:
    return period.first.day != 1 or (period.last + timedelta(days=1)).day != 1


def _gap(number: object, printed: int | None) -> str:
    if printed is None:
        return ""
    if isinstance(number, Tally):
        if number.unknown_max or number.min != number.max:
            return _("a range")
        number = number.min
    return signed(int(str(number)) - printed)
