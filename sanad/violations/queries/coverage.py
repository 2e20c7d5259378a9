"""Which papers and channels were read on which day."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from django.db.models import Count, Min

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.violations.models import CoverageDay, Document

Reading = tuple[int, date]  # institution, day


def days_read(reader: Reader, first: date, last: date) -> dict[Reading, CoverageDay]:
    """What the reader's own office has read from one day to another, both included."""
    require(reader, Permission.REPORT_READ)
    read = CoverageDay.objects.filter(custodian_id=reader.office_id, day__range=(first, last))
    return {(row.institution_id, row.day): row for row in read}


def papers_read_lately(reader: Reader, since: date) -> list[int]:
    """The institutions that the reader's own office has been reading, the most read first."""
    require(reader, Permission.REPORT_READ)
    read = CoverageDay.objects.filter(custodian_id=reader.office_id, day__gte=since)
    often = read.values("institution_id").annotate(days=Count("id")).order_by("-days", "institution_id")
    return [row["institution_id"] for row in often]


def found_on(reader: Reader, institutions: Collection[int], first: date, last: date) -> dict[Reading, int]:
    """How many reports the own office took from these papers, by the day that the paper bears."""
    if reader.office_id is None or not institutions:
        return {}
    rows = (
        Document.objects.filter(custodian_id=reader.office_id, institution__in=list(institutions), batch=None)
        .filter(dated_first__range=(first, last))
        .values_list("institution_id", "dated_first", "dated_last")
        .annotate(reports=Count("reports"))
    )
    return _sums((institution, begun, number) for institution, begun, ended, number in rows if begun == ended)


def _sums(found: Iterable[tuple[int, date, int]]) -> dict[Reading, int]:
    sums: dict[Reading, int] = {}
    for institution, day, number in found:
        sums[institution, day] = sums.get((institution, day), 0) + number
    return sums


def days_read_of(reader: Reader, first: date, last: date, until: datetime) -> dict[int, int]:
    """How many days of each paper were read at the offices that the reader sees, ticked by a moment; most first.

    A day that two offices read is one day.
    """
    rows = (
        CoverageDay.objects.filter(custodian_id__in=sorted(reader.sees), day__range=(first, last), read_at__lte=until)
        .values("institution_id")
        .annotate(days=Count("day", distinct=True))
        .order_by("-days", "institution_id")
    )
    return {row["institution_id"]: row["days"] for row in rows}


def first_day_read(reader: Reader, until: datetime) -> date | None:
    """Since when these offices tick what they read."""
    ticked = CoverageDay.objects.filter(custodian_id__in=sorted(reader.sees), read_at__lte=until)
    return ticked.aggregate(first=Min("day"))["first"]
