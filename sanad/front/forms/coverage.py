"""The form on which papers are ticked as read, day by day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.report import day_of, not_to_come
from sanad.front.forms.widgets import InstitutionField
from sanad.front.options import SOURCES_READ
from sanad.kit.dates import PartialDate
from sanad.web.fields import PartialDateField

READ = "read"


class WeekForm(forms.Form):
    """Which week is shown, and a paper to be put into the table."""

    until = PartialDateField(label=_("Week up to"), required=False, help_text="")
    paper = InstitutionField(label=_("Show also"), required=False, kinds=SOURCES_READ)

    def clean_until(self) -> PartialDate | None:
        return not_to_come(day_of(self.cleaned_data["until"]))

    def last_day(self) -> date:
        """The last of the seven days."""
        said = self.cleaned_data.get("until") if self.is_valid() or self.errors else None
        return said.earliest() if said else timezone.localdate()


def days_up_to(last: date) -> list[date]:
    """Seven days, the last one last."""
    return [last - timedelta(days=n) for n in range(6, -1, -1)]


def ticked(data: QueryDict, papers: Sequence[int], days: Sequence[date]) -> set[tuple[int, date]]:
    """The boxes that were ticked; what is not on the page is no box of it."""
    sent = set(data.getlist(READ))
    return {(paper, day) for paper in papers for day in days if box(paper, day) in sent}


def with_theirs(
    mine: set[tuple[int, date]], began: Mapping[str, list[str]], theirs: Collection[tuple[int, date]]
) -> set[tuple[int, date]]:
    """What I ticked and unticked since the page was drawn, upon what stands now: a colleague's ticks stay.

    Two people cannot contradict each other here: whoever changed a box changed it away from the same beginning.
    """
    if READ not in began:
        return mine
    was = set(began[READ])
    added = {one for one in mine if box(*one) not in was}
    taken_back = {one for one in theirs if one not in mine and box(*one) in was}
    return (set(theirs) - taken_back) | added


def box(paper: int, day: date) -> str:
    """The value of the box of one paper on one day."""
    return f"{paper}:{day.isoformat()}"
