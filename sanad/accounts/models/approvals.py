"""Tables: what takes two persons, what an emergency opens, and notices to the head of an office.

Approvals and notices have row security by office; what an emergency opens is read before there is a scope.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.accounts.models.offices import Office, User
from sanad.accounts.rules import NEEDS_TWO, NOTICE_TITLES, ApprovalKind, NoticeKind
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Approval(models.Model):
    """A deed for which one person asked and another decides. `about` is a number or a reference, never text."""

    sensitivity = {
        OPEN: "id kind office custodian about asked_by asked_at expires_at approved_by approved_at refused_by"
        " refused_at holds_until reviewed_by reviewed_at",
        OFFICE: "why remark",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=16, choices=[(str(kind), _(two.title)) for kind, two in NEEDS_TWO.items()])
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")  # at which the second person is found
    custodian = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")  # who keeps what it is about
    about = models.CharField(max_length=64)
    why = models.CharField(max_length=500)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)
    holds_until = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="approval_kind_known", condition=Q(kind__in=[str(k) for k in ApprovalKind])),
            models.CheckConstraint(name="approval_says_why", condition=~Q(why="")),
            models.CheckConstraint(
                name="approval_by_two", condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("asked_by"))
            ),
            models.CheckConstraint(
                name="approval_decided_once",
                condition=Q(approved_by=None, approved_at=None, holds_until=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False, holds_until__isnull=False, refused_at=None),
            ),
            models.CheckConstraint(
                name="approval_reviewed_by_another",
                condition=Q(reviewed_by=None, reviewed_at=None)
                | Q(reviewed_at__isnull=False, approved_at__isnull=False)
                & ~Q(remark="")
                & ~Q(reviewed_by=F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"


class Grant(models.Model):
    """One report that an approved emergency opens to one user for some hours. Read before there is a scope."""

    sensitivity = {OPEN: "approval user report until"}

    approval = models.OneToOneField(Approval, models.PROTECT, primary_key=True, related_name="grant")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    report = models.UUIDField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} {self.report}"


class Notice(models.Model):
    """That something stands out at an office; its head is told. No text: what it is about is a number."""

    sensitivity = {OPEN: "id office kind about at seen_by seen_at"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=[(str(kind), _(title)) for kind, title in NOTICE_TITLES.items()])
    about = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    seen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="notice_kind_known", condition=Q(kind__in=[str(k) for k in NoticeKind])),
            models.CheckConstraint(
                name="notice_seen_by_somebody", condition=Q(seen_at=None) | Q(seen_by__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["office", "seen_at", "-at"], name="notice_of_office")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
