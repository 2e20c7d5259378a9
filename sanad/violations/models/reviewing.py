"""What stands beside the judging: interventions, and whether an office wants a second person for its verdicts."""

from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import code, custodian, days_in_order, institution
from sanad.violations.models.received import Report


class Intervention(models.Model):
    """What somebody did about an event: aid, enquiry, court action, letter; with the response and the impact.

    It hangs on the oldest account of the event that the office keeps. A correction adds a row and closes the last.
    """

    sensitivity = {
        OPEN: "id root report custodian number until made_at made_by type institution addressed happened happened_first"
        " happened_last response impact withdrawn",
        OFFICE: "text why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="interventions", db_constraint=False)
    custodian = custodian()
    number = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    type = models.ForeignKey("codes.Code", models.PROTECT, related_name="+", db_index=False)
    addressed = institution()  # to whom it was addressed
    institution = institution()  # who did it
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)
    response = code(db_index=False)
    impact = code(db_index=False)
    text = models.CharField(max_length=1000, blank=True)
    why = models.CharField(max_length=500, blank=True)  # of a correction
    withdrawn = models.BooleanField(default=False)  # entered in error

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root"], condition=Q(until=None), name="one_current_intervention"),
            models.UniqueConstraint(fields=["root", "number"], name="one_intervention_per_number"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until=F("number") + 1), name="an_intervention_ends_with_the_next"
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="a_corrected_intervention_says_why"),
            models.CheckConstraint(
                condition=Q(number=1, root=F("id")) | Q(number__gt=1) & ~Q(root=F("id")),
                name="an_intervention_begins_with_its_root",
            ),
            days_in_order("intervention"),
        ]


class ReviewRule(models.Model):
    """Whether verdicts on what an office keeps hold only once a second person has confirmed them."""

    sensitivity = {OPEN: "custodian second_person changed_at changed_by", OFFICE: "why"}

    custodian = models.OneToOneField("accounts.Office", models.PROTECT, primary_key=True, related_name="+")
    second_person = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by = models.IntegerField(null=True)
    why = models.CharField(max_length=500)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_review_rule_has_a_reason")]
