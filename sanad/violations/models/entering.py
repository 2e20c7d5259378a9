"""Around the entry of reports: what is not finished yet, and who is in danger now."""

from django.db import models
from django.db.models import Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import custodian
from sanad.violations.models.received import Report


class Unfinished(models.Model):
    """An entry that somebody has begun; what stands in its fields is sealed (`of="unfinished"`).

    `form`: the version of the form that wrote it, so that a later one still reads it.
    """

    sensitivity = {OPEN: "id custodian made_by form saved_at"}

    id = models.UUIDField(primary_key=True, editable=False)  # the token of the page on which it is typed
    custodian = custodian(checked=True)
    made_by = models.IntegerField()
    form = models.SmallIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(form__gte=1), name="unfinished_form_is_known")]
        indexes = [models.Index(fields=["made_by", "-saved_at"], name="unfinished_of_user")]


class Danger(models.Model):
    """That somebody of a report is in danger now; it stands first on the desk until somebody says what was done."""

    sensitivity = {OPEN: "id report custodian told_at told_by ended_at ended_by", OFFICE: "ended_why"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, models.PROTECT, related_name="dangers", db_constraint=False)
    custodian = custodian()
    told_at = models.DateTimeField()
    told_by = models.IntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.IntegerField(null=True)
    ended_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report"], condition=Q(ended_at=None), name="one_danger_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_why="") | Q(ended_at__isnull=False) & ~Q(ended_why=""),
                name="a_danger_ends_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["custodian", "told_at"], condition=Q(ended_at=None), name="danger_now"),
        ]
