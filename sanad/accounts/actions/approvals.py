"""What takes two persons: one asks, another decides. And what the head of an office is told."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.models import Approval, Grant, Notice
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.approvals import may_decide
from sanad.accounts.readers import Reader
from sanad.accounts.rules import NEEDS_TWO, ApprovalKind, NoticeKind, reasons_against_second_person
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.actions import record


@transaction.atomic
def ask_approval(
    kind: ApprovalKind, about: str | int | UUID, *, why: str, by: Reader, office: int | None = None
) -> Approval:
    """Ask for a second person at `office` (the own one, if not said). Whether one may ask is for the caller to say.

    `about` is a number or a reference, and nothing here looks whether it exists.
    """
    office = office if office is not None else by.office_id
    if by.user_id is None or office is None:
        raise NotPermitted.one("second_person_signs_in", N_("Whoever asks has to be signed in under their own name."))
    if not why.strip():
        raise Incomplete.one("say_why", N_("Say why this is needed."), "why")
    now = timezone.now()
    approval = Approval(
        kind=kind,
        office_id=office,
        about=str(about),
        why=why.strip(),
        asked_by_id=by.user_id,
        asked_at=now,
        expires_at=now + NEEDS_TWO[kind].waits,
    )
    approval.save(force_insert=True)
    record("approval.asked", by=by, object_kind="approval", object_id=approval.pk, office=office, kind=kind)
    return approval


@transaction.atomic
def approve(approval: Approval, *, by: Reader, holds: timedelta | None = None) -> Approval:
    """Agree, as the second person; what was asked for may be done until `holds_until`."""
    held = _for_decision(approval, by)
    held.approved_by_id = by.user_id
    held.approved_at = timezone.now()
    held.holds_until = held.approved_at + (holds or NEEDS_TWO[ApprovalKind(held.kind)].holds)
    held.save(update_fields=["approved_by", "approved_at", "holds_until"])
    _write_down("approval.given", held, by)
    return held


@transaction.atomic
def refuse(approval: Approval, *, by: Reader) -> Approval:
    """Decline, as the second person."""
    held = _for_decision(approval, by)
    held.refused_by_id, held.refused_at = by.user_id, timezone.now()
    held.save(update_fields=["refused_by", "refused_at"])
    _write_down("approval.refused", held, by)
    return held


@transaction.atomic
def use_up(approval: Approval, *, by: Reader) -> None:
    """What was approved has been done: it holds no longer."""
    used = Approval.objects.filter(pk=approval.pk, holds_until__gt=timezone.now()).update(holds_until=timezone.now())
    if not used:
        raise OutOfOrder.one("approval_over", N_("This was decided already, or has lapsed."))
    _write_down("approval.used", approval, by)


def notify(office: int, kind: NoticeKind, about: str | int | UUID = "") -> Notice:
    """Tell the head of an office; also of an office that the running transaction does not see."""
    notice = Notice(office_id=office, kind=kind, about=str(about), at=timezone.now())
    notice.save(force_insert=True)
    return notice


@transaction.atomic
def mark_seen(notice: Notice, *, by: Reader) -> None:
    """Take note of a notice; it stays in the table and leaves the desk."""
    if by.user_id is None:
        raise NotPermitted.one("second_person_signs_in", N_("Whoever asks has to be signed in under their own name."))
    if Notice.objects.filter(pk=notice.pk, seen_at=None).update(seen_at=timezone.now(), seen_by=by.user_id):
        record("notice.seen", by=by, object_kind="notice", object_id=notice.pk, office=notice.office_id)


def _for_decision(approval: Approval, by: Reader) -> Approval:
    """The row, held against a decision at the same time; refuses whoever may not decide."""
    held = Approval.objects.select_for_update().get(pk=approval.pk)
    require(by, NEEDS_TWO[ApprovalKind(held.kind)].permission)
    over = held.approved_at is not None or held.refused_at is not None or held.expires_at <= timezone.now()
    reasons = reasons_against_second_person(asked_by=held.asked_by_id, by=by.user_id, over=over)
    if not reasons and not may_decide(by, held):
        raise NotPermitted.one("office_not_managed", N_("This office is not at or below your own."))
    if reasons:
        raise Refused(reasons)
    return held


def _write_down(action: str, approval: Approval, by: Reader) -> None:
    record(action, by=by, object_kind="approval", object_id=approval.pk, office=approval.office_id, kind=approval.kind)


def open_report(approval: Approval, report: UUID, custodian: int) -> None:
    """Let whoever asked for this emergency see one report as long as the approval holds."""
    if approval.kind != ApprovalKind.BREAK_GLASS or approval.holds_until is None:
        raise ValueError("only an approved emergency opens a report")
    approval.custodian_id = custodian
    approval.save(update_fields=["custodian"])
    Grant(approval=approval, user_id=approval.asked_by_id, report=report, until=approval.holds_until).save(
        force_insert=True
    )


@transaction.atomic
def review_emergency(approval: Approval, *, remark: str, by: Reader) -> None:
    """Say afterwards, for the office that keeps the record, whether the emergency was one."""
    require(by, Permission.GLASS_APPROVE)
    held = Approval.objects.select_for_update().get(pk=approval.pk)
    if by.user_id is None or by.user_id == held.asked_by_id or held.custodian_id not in by.keeps:
        raise NotPermitted.one("second_person_is_another", N_("Whoever asked cannot be the second person."))
    if held.reviewed_at is not None:
        raise OutOfOrder.one("approval_over", N_("This was decided already, or has lapsed."))
    if not remark.strip():
        raise Incomplete.one("say_why", N_("Say what you found."), "remark")
    held.reviewed_by_id, held.reviewed_at, held.remark = by.user_id, timezone.now(), remark.strip()
    held.save(update_fields=["reviewed_by", "reviewed_at", "remark"])
    record("glass.reviewed", by=by, object_kind="approval", object_id=held.pk, office=held.custodian_id)
