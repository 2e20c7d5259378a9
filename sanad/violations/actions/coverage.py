"""Writing down which papers were read, also where nothing was found in them."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Refused
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.models import CoverageDay
from sanad.violations.queries.coverage import Reading


@transaction.atomic
def mark_read(
    read: Collection[Reading], *, among: Collection[int], first: date, last: date, by: Reader
) -> tuple[int, int]:
    """Bring what was read among these papers from one day to another in line with `read`.

    Says how many days were added and how many taken back. The number of reports found is that of this moment; a day
    without any is a day on which nothing was found.
    """
    require(by, Permission.REPORT_RECORD)
    assert by.office_id is not None
    if any(day > timezone.localdate() for _, day in read):
        raise Refused.one("future_reading", N_("A paper of a coming day cannot have been read."), field="day")
    wanted = {(paper, day) for paper, day in read if paper in among and first <= day <= last}
    known = {key: row for key, row in queries.days_read(by, first, last).items() if key[0] in among}
    added, gone = wanted - known.keys(), [known[key] for key in known.keys() - wanted]
    found = queries.found_on(by, among, first, last)
    days = [
        CoverageDay(
            id=uuid7(), custodian_id=by.office_id, institution_id=paper, day=day, found=found.get((paper, day), 0),
            read_by=by.user_id, read_at=timezone.now(),
        )
        for paper, day in sorted(added)
    ]  # fmt: skip
    CoverageDay.objects.bulk_create(days, ignore_conflicts=True)  # a colleague may have marked the same day meanwhile
    CoverageDay.objects.filter(pk__in=[row.pk for row in gone]).delete()
    if added or gone:
        ledger.record(
            "coverage.marked", by=by, object_kind="office", object_id=by.office_id, office=by.office_id,
            added=len(added), taken_back=len(gone),
        )  # fmt: skip
    return len(added), len(gone)
