"""The table of papers and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.accounts.readers import Reader
from sanad.front.forms.coverage import box
from sanad.institutions.models import Institution
from sanad.violations import queries
from sanad.web.formats import day, number


@dataclass(frozen=True)
class Box:
    """One paper on one day."""

    value: str
    label: str
    read: bool
    found: str  # how many reports were taken from it; said also where it is none


@dataclass(frozen=True)
class CoverageTable:
    """A week: the days, and a row of boxes for each paper."""

    days: list[tuple[str, str]]
    rows: list[tuple[str, list[Box]]]
    caption: str


def coverage_table(reader: Reader, papers: Sequence[Institution], days: Sequence[date]) -> CoverageTable:
    """The boxes of a week, ticked where a paper was read."""
    read = queries.days_read(reader, days[0], days[-1])
    found = queries.found_on(reader, [paper.pk for paper in papers], days[0], days[-1])
    rows = [
        (paper.name, [_box(paper, one, (paper.pk, one) in read, found.get((paper.pk, one), 0)) for one in days])
        for paper in papers
    ]
    heads = [(_weekdays()[one.weekday()], number(one.day)) for one in days]
    caption = _("%(first)s to %(last)s") % {"first": day(days[0]), "last": day(days[-1])}
    return CoverageTable(heads, rows, caption)


def _box(paper: Institution, one: date, read: bool, found: int) -> Box:
    label = _("%(paper)s of %(day)s was read") % {"paper": paper.name, "day": day(one)}
    words = ngettext("%(count)s report", "%(count)s reports", found) % {"count": number(found)}
    return Box(box(paper.pk, one), label, read, words if found else _("nothing found") if read else "")


def _weekdays() -> list[str]:
    return [_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")]
