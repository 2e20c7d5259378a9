"""Whom a draft was sent to, and whether they answered."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.strategies.models.strategy import Draft


class Invitation(models.Model):
    """A reader who was invited to comment, or a department asked for its written view until a day.

    *No comment* is an answer; silence is none. `may_name` is what the person answered to being named in print.
    """

    class Kind(models.TextChoices):
        READER = "reader", _("invited reader")
        DEPARTMENT = "department", _("department")

    class Answer(models.TextChoices):
        NONE = "none", _("no answer yet")
        COMMENTED = "commented", _("commented")
        NO_COMMENT = "no_comment", _("no comment")

    sensitivity = {
        OPEN: "id custodian draft kind institution language due link answer answered_at may_name revoked_at made_at"
        " made_by",
        OFFICE: "name body view",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="invitations")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=120, blank=True)  # of the person who is asked
    body = models.CharField(max_length=200, blank=True)  # department or organisation, as it is called
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=2, default="ur")
    due = models.DateField(null=True)
    link = models.UUIDField(null=True)  # accounts.Link
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    view = models.TextField(blank=True)  # what a department says on the whole
    answered_at = models.DateTimeField(null=True)
    may_name = models.BooleanField(default=False)
    revoked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name="", body=""), name="an_invitation_goes_to_somebody"),
            models.CheckConstraint(
                condition=Q(kind="reader") | (~Q(body="") & Q(due__isnull=False)),
                name="a_department_is_asked_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answer="none", answered_at=None) | (~Q(answer="none") & Q(answered_at__isnull=False)),
                name="an_answer_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return self.body or self.name
