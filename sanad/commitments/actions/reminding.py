"""Reminders: the head of an office is told, once for each quarter, that reports of progress are missing."""

from django.db import transaction
from django.utils import timezone

from sanad.accounts.actions.approvals import notify
from sanad.accounts.models import Notice
from sanad.accounts.readers import Reader
from sanad.accounts.rules import NoticeKind
from sanad.commitments.queries import actions_visible_to
from sanad.commitments.queries.due import reports_missing
from sanad.commitments.rules.periods import period_before


@transaction.atomic
def remind_office(counting: Reader) -> bool:
    """Tell the head that reports of the last quarter are missing; says whether a notice was made."""
    assert counting.office_id is not None
    today = timezone.localdate()
    quarter = period_before(today, 3).key
    told = Notice.objects.filter(office_id=counting.office_id, kind=NoticeKind.REPORTS_DUE, about=quarter)
    own = list(actions_visible_to(counting).filter(custodian_id=counting.office_id, dropped_on=None))
    if told.exists() or not reports_missing(counting, own, today):
        return False
    notify(counting.office_id, NoticeKind.REPORTS_DUE, quarter)
    return True
