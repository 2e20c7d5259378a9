"""How complete the newspapers behind a number are: which of them were read on how many days, found or not.

Computed from coverage as it was ticked when the snapshot was made. It says nothing of other kinds of source.
"""

from calendar import monthrange
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.dimensions import Scale, dimension
from sanad.figures.rules.requests import RANGE, CountRequest
from sanad.institutions import queries as institutions
from sanad.violations import queries
from sanad.web.formats import day, number

NAMED = 5  # papers in the sentence; the others are counted
Period = tuple[date, date]


def completeness_notes(snapshot: OpenSnapshot, request: CountRequest) -> list[str]:
    """Sentences for the foot of a table; also that nothing is known of what was read."""
    made = snapshot.made_at
    period = period_of(request)
    begun = queries.first_day_read(snapshot.reader, made)
    if period is None and begun is not None:
        period = (begun, made.date())
    if period is None or begun is None:
        return [_("No paper was ticked as read: how complete the newspapers are is not known.")]
    first, last = period[0], min(period[1], made.date())
    days = (last - first).days + 1
    read = queries.days_read_of(snapshot.reader, first, last, made) if days > 0 else {}
    said = {"first": day(first), "last": day(max(first, last)), "days": number(max(days, 0))}
    if not read:
        return [_("No paper of %(first)s to %(last)s was ticked as read.") % said]
    names = {one.pk: one.name for one in institutions.institutions_of() if one.pk in read}
    listed = [f"{names.get(paper, '?')} {number(count)}" for paper, count in list(read.items())[:NAMED]]
    more = len(read) - NAMED
    if more > 0:
        listed.append(ngettext("%(n)s further paper", "%(n)s further papers", more) % {"n": number(more)})
    papers = _("; ").join(listed)
    return [_("Papers read from %(first)s to %(last)s, of %(days)s days: %(papers)s.") % {**said, "papers": papers}]


def period_of(request: CountRequest) -> Period | None:
    """The time to which the filters narrow the question; None where they do not."""
    bounds = []
    for condition in request.where:
        scale = dimension(condition.dimension).scale
        if condition.dimension == "verified_year" or scale not in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
            continue
        sides = [side for value in condition.values for side in value.split(RANGE) if side[:4].isdecimal()]
        spans = [_span(scale, side) for side in sides]
        if spans and not any(value.startswith(RANGE) or value.endswith(RANGE) for value in condition.values):
            bounds.append((min(first for first, _last in spans), max(last for _first, last in spans)))
    if not bounds:
        return None
    first, last = max(first for first, _last in bounds), min(last for _first, last in bounds)
    return (first, last) if first <= last else None


def _span(scale: Scale, value: str) -> Period:
    """The days of a year, a quarter or a month."""
    year = int(value[:4])
    if scale is Scale.YEAR:
        return date(year, 1, 1), date(year, 12, 31)
    if scale is Scale.QUARTER:
        begins = date(year, int(value[-1]) * 3 - 2, 1)
        return begins, (begins + timedelta(days=93)).replace(day=1) - timedelta(days=1)
    month = int(value[5:7])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
