"""Two persons: one asks, another of the right office and role decides, in time; the head of the office is told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from sanad.accounts.actions import approve, ask_approval, mark_seen, notify, refuse, use_up
from sanad.accounts.models import Approval, Notice
from sanad.accounts.queries.approvals import approvals_waiting_for, is_approved, notices_for
from sanad.accounts.rules import ApprovalKind, NoticeKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Deed

GLASS = ApprovalKind.BREAK_GLASS


@pytest.fixture
def asked(offices, reader):
    """A reviewer of Peshawar district has asked."""
    by = reader("reviewer", offices.peshawar)
    with scoped(by):
        return ask_approval(GLASS, "KP-2026-AAAAAAAAAA", why="A life depends on it", by=by)


def deeds() -> list[str]:
    return list(Deed.objects.order_by("id").values_list("action", flat=True))


def test_the_head_above_approves_what_a_district_asked(asked, offices, reader):
    head = reader("head", offices.kp)
    with scoped(head):
        assert approvals_waiting_for(head) == [asked]
        held = approve(asked, by=head)
        assert held.holds_until - held.approved_at == timedelta(hours=4)
        assert approvals_waiting_for(head) == []
        assert is_approved(GLASS, "KP-2026-AAAAAAAAAA")
        assert not is_approved(GLASS, "KP-2026-BBBBBBBBBB")
    assert deeds()[-2:] == ["approval.asked", "approval.given"]


def test_whoever_asked_never_decides_not_even_as_head(offices, reader):
    head = reader("head", offices.kp)
    with scoped(head):
        asked = ask_approval(GLASS, "KP-2026-AAAAAAAAAA", why="Urgent", by=head)
        assert approvals_waiting_for(head) == []
        with pytest.raises(Refused, match="Whoever asked"):
            approve(asked, by=head)
        with pytest.raises(IntegrityError, match="approval_by_two"), transaction.atomic():
            Approval.objects.update(approved_by=F("asked_by"), approved_at=asked.asked_at, holds_until=asked.asked_at)


@pytest.mark.parametrize("role", ["recorder", "reviewer", "analyst", "cso", "administrator"])
def test_other_roles_decide_nothing(asked, offices, reader, role):
    other = reader(role, offices.kp)
    with scoped(other), pytest.raises(NotPermitted):
        approve(asked, by=other)


def test_the_head_of_another_province_neither_sees_nor_decides(asked, offices, reader, operator):
    head = reader("head", offices.sindh)
    with scoped(head):
        assert approvals_waiting_for(head) == []
        assert not Approval.objects.exists()
        with pytest.raises(Approval.DoesNotExist):
            approve(asked, by=head)
    with scoped(operator), pytest.raises(Refused, match="signed in"):
        approve(asked, by=operator)


def test_a_decision_is_made_once_and_in_time(asked, offices, reader):
    head = reader("head", offices.kp)
    with scoped(head):
        refuse(asked, by=head)
        with pytest.raises(Refused, match="lapsed"):
            approve(asked, by=head)
        late = ask_approval(GLASS, "1", why="Later", by=reader("reviewer", offices.kp))
        Approval.objects.filter(pk=late.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
        assert approvals_waiting_for(head) == []
        with pytest.raises(Refused, match="lapsed"):
            approve(late, by=head)


def test_what_was_approved_ends(asked, offices, reader):
    head = reader("head", offices.kp)
    with scoped(head):
        approve(asked, by=head)
        use_up(asked, by=head)
        assert not is_approved(GLASS, asked.about)
        with pytest.raises(OutOfOrder):
            use_up(asked, by=head)


def test_a_reason_is_asked_for(offices, reader, operator):
    by = reader("reviewer", offices.kp)
    with scoped(by), pytest.raises(Incomplete):
        ask_approval(GLASS, "1", why=" ", by=by)
    with pytest.raises(NotPermitted):
        ask_approval(GLASS, "1", why="Urgent", by=operator)


def test_a_lost_factor_is_decided_by_whoever_manages_the_office(offices, reader):
    below, above, beside = (reader("administrator", o) for o in (offices.peshawar, offices.site, offices.sindh))
    asked = ask_approval(ApprovalKind.FACTOR_RESET, 17, why="Telephone lost", by=below)
    assert approvals_waiting_for(beside) == []
    assert approvals_waiting_for(above) == [asked]
    approve(asked, by=above)
    assert is_approved(ApprovalKind.FACTOR_RESET, 17)
    assert is_approved(ApprovalKind.FACTOR_RESET, 17, asked_by=below.user_id)
    assert not is_approved(ApprovalKind.FACTOR_RESET, 17, asked_by=above.user_id)


def test_a_notice_reaches_the_head_of_the_office_from_outside_its_scope(offices, reader):
    head, outside, recorder = reader("head", offices.kp), reader("head", offices.sindh), reader("recorder", offices.kp)
    with scoped(outside):
        notify(offices.peshawar.pk, NoticeKind.OVER_BUDGET, 17)
        assert not Notice.objects.exists()
    with scoped(recorder):
        assert not notices_for(recorder)
    with scoped(head):
        (notice,) = notices_for(head)
        mark_seen(notice, by=head)
        mark_seen(notice, by=head)
        assert not notices_for(head)
    assert deeds().count("notice.seen") == 1
