"""Somebody of a report is in danger now: the head of the office is told at once, until it is said what was done."""

from django.utils import timezone

from sanad.accounts.actions import notify
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.accounts.rules import NoticeKind
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.locking import deed
from sanad.violations.actions.reasons import reason
from sanad.violations.models import Danger, Report


@deed
def tell_danger(report: Report, *, by: Reader) -> Danger:
    """Put a report first on the desk of the head, with a notice. Told twice is told once."""
    require(by, Permission.REPORT_RECORD, custodian=report.custodian_id)
    known = queries.in_danger([report.pk]).first()
    if known is not None:
        return known
    danger = Danger.objects.create(
        report=report, custodian_id=report.custodian_id, told_at=timezone.now(), told_by=by.user_id
    )
    notify(report.custodian_id, NoticeKind.DANGER, report.pk)
    ledger.record(
        "danger.told", by=by, object_kind="report", object_id=report.pk, office=report.custodian_id,
        danger=str(danger.pk),
    )  # fmt: skip
    return danger


@deed
def end_danger(danger: Danger, *, why: str, by: Reader) -> None:
    """Say what was done, or that it is over; the report leaves the top of the desk."""
    require(by, Permission.NOTICE_READ, custodian=danger.custodian_id)
    why = reason(why)
    ended = Danger.objects.filter(pk=danger.pk, ended_at=None).update(
        ended_at=timezone.now(), ended_by=by.user_id, ended_why=why
    )
    if not ended:
        raise OutOfOrder.one("danger_ended", N_("Somebody else has answered this already."))
    ledger.record(
        "danger.ended", by=by, object_kind="report", object_id=danger.report_id, office=danger.custodian_id,
        danger=str(danger.pk),
    )  # fmt: skip
