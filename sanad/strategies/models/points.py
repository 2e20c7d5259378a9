"""Workshops on a draft, their groups, what each asked for, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.strategies.models.asked import Invitation
from sanad.strategies.models.clauses import Clause
from sanad.strategies.models.strategy import Draft


class Consultation(models.Model):
    """A workshop at which a draft was talked through; when, where and who came stands in the gathering."""

    sensitivity = {OPEN: "id custodian draft gathering made_at made_by"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="consultations")
    gathering = models.ForeignKey("gatherings.Gathering", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "gathering"], name="a_workshop_once_on_a_draft")]

    def __str__(self) -> str:
        return str(self.gathering)


class Point(models.Model):
    """One thing that a group, an invited reader or a department asked of a draft.

    The group's words, the plenary's words and dissent are kept apart; every earlier state is a `PointVersion`.
    """

    sensitivity = {
        OPEN: "id custodian draft group invitation clause number language version withdrawn_at slip made_at made_by",
        OFFICE: "group_words plenary_words dissent",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="points")
    group = models.ForeignKey("gatherings.Group", models.PROTECT, null=True, related_name="+")
    invitation = models.ForeignKey(Invitation, models.PROTECT, null=True, related_name="points")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="points")  # null: on the whole
    number = models.IntegerField()  # within the draft
    language = models.CharField(max_length=2)
    group_words = models.TextField()
    plenary_words = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    version = models.IntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)
    slip = models.UUIDField(unique=True)  # of the form that it was typed into: sent twice, it is one point
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="points_are_numbered"),
            models.CheckConstraint(condition=~Q(group_words=""), name="a_point_says_something"),
            models.CheckConstraint(
                condition=Q(group=None, invitation__isnull=False) | Q(group__isnull=False, invitation=None),
                name="a_point_comes_from_one_side",
            ),
        ]

    def __str__(self) -> str:
        return self.group_words[:80]


class PointVersion(models.Model):
    """One state of a point. `beside`: typed by somebody who had not seen the newest; kept until it is joined."""

    sensitivity = {
        OPEN: "id custodian point version beside joined_at clause at by",
        OFFICE: "group_words plenary_words dissent",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    point = models.ForeignKey(Point, models.CASCADE, related_name="versions")
    version = models.IntegerField()  # of a text beside: the version on which it was typed
    beside = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True)
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="+")
    group_words = models.TextField()
    plenary_words = models.TextField(blank=True)
    dissent = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.IntegerField(null=True)  # null: through a link

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["point", "version"], condition=Q(beside=False), name="one_state_of_a_point_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}"


class Disposition(models.Model):
    """What became of a point. A changed mind is a further disposition; the earlier one stays, replaced."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        PARTLY = "partly", _("accepted in part")
        NOT_ACCEPTED = "not_accepted", _("not accepted")
        OUT_OF_SCOPE = "out_of_scope", _("out of scope")
        ALREADY = "already_there", _("already there")

    sensitivity = {OPEN: "id custodian point outcome clause decided_at decided_by replaced_at", OFFICE: "reason"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    point = models.ForeignKey(Point, models.PROTECT, related_name="dispositions")
    outcome = models.CharField(max_length=14, choices=Outcome.choices)
    reason = models.TextField(blank=True)
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="carried")  # that carries the point
    decided_at = models.DateTimeField()
    decided_by = models.IntegerField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["point"], condition=Q(replaced_at=None), name="one_disposition_holds_for_a_point"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["accepted", "partly", "already_there"]) | Q(clause__isnull=False),
                name="what_was_accepted_names_its_clause",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["partly", "not_accepted"]) | ~Q(reason=""),
                name="what_was_not_accepted_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.outcome
