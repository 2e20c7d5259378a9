"""What waits for a second person, what was approved, and what the head of an office is told."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from sanad.accounts.models import Approval, Notice
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.managed import manages
from sanad.accounts.readers import Reader
from sanad.accounts.rules import NEEDS_TWO, ApprovalKind

PEOPLE = frozenset({ApprovalKind.FACTOR_RESET})  # about users: decided by whoever manages the office


def may_decide(reader: Reader, approval: Approval) -> bool:
    """May this reader be the second person, as far as the office goes? Never whoever asked."""
    kind = ApprovalKind(approval.kind)
    if reader.user_id is None or reader.user_id == approval.asked_by_id:
        return False
    if NEEDS_TWO[kind].permission not in reader.permissions:
        return False
    return manages(reader, approval.office_id) if kind in PEOPLE else approval.office_id in reader.keeps


def approvals_waiting_for(reader: Reader) -> list[Approval]:
    """What others asked and this reader may decide, the oldest first."""
    kinds = [kind for kind, two in NEEDS_TWO.items() if two.permission in reader.permissions]
    if not kinds or reader.user_id is None:
        return []
    waiting = _open().filter(kind__in=kinds).exclude(asked_by=reader.user_id)
    return [approval for approval in waiting.order_by("asked_at", "id") if may_decide(reader, approval)]


def approvals_asked_by(reader: Reader) -> QuerySet[Approval]:
    """What this reader asked for, the newest first."""
    mine = Approval.objects.filter(asked_by=reader.user_id) if reader.user_id is not None else Approval.objects.none()
    return mine.select_related("office").order_by("-asked_at", "-id")


def approval_in_force(kind: ApprovalKind, about: str | int | UUID, *, asked_by: int | None = None) -> Approval | None:
    """The approval that holds now for this, if any (for `asked_by`, where said)."""
    held = Approval.objects.filter(kind=kind, about=str(about), holds_until__gt=timezone.now())
    if asked_by is not None:
        held = held.filter(asked_by=asked_by)
    return held.order_by("-holds_until").first()


def is_approved(kind: ApprovalKind, about: str | int | UUID, *, asked_by: int | None = None) -> bool:
    """Did a second person agree to this, and does it still hold?"""
    return approval_in_force(kind, about, asked_by=asked_by) is not None


def is_waiting(kind: ApprovalKind, about: str | int | UUID) -> bool:
    """Was this asked, and not decided yet?"""
    return _open().filter(kind=kind, about=str(about)).exists()


def emergencies_to_review(reader: Reader) -> list[Approval]:
    """Records of the offices that this reader keeps which were opened in an emergency and not looked at since."""
    if Permission.GLASS_APPROVE not in reader.permissions or reader.user_id is None:
        return []
    opened = Approval.objects.filter(
        kind=ApprovalKind.BREAK_GLASS, custodian_id__in=reader.keeps, approved_at__isnull=False, reviewed_at=None
    ).exclude(asked_by=reader.user_id)
    return list(opened.select_related("office", "asked_by", "approved_by").order_by("approved_at", "id"))


def notices_for(reader: Reader) -> QuerySet[Notice]:
    """What the head of these offices has not taken note of yet, the newest first."""
    if Permission.NOTICE_READ not in reader.permissions:
        return Notice.objects.none()
    unseen = Notice.objects.filter(office_id__in=reader.keeps, seen_at=None)
    return unseen.select_related("office").order_by("-at", "-id")


def _open() -> QuerySet[Approval]:
    undecided = Approval.objects.filter(approved_at=None, refused_at=None, expires_at__gt=timezone.now())
    return undecided.select_related("office", "asked_by")
