"""Tables: actions and what belongs to them; decisions of a task force."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.commitments.models.recommendations import Recommendation, codes
from sanad.commitments.rules.asked import RESPONSIBILITY_TITLES, Responsibility
from sanad.commitments.rules.periods import EVERY
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.projects.models import in_language


class Action(models.Model):
    """What will be done, by whom, until when. It may answer recommendations, clauses and a wider action."""

    sensitivity = {
        OPEN: "id custodian label kind themes groups responsibility provinces lead support starts ends every budget"
        " dropped_on made_by made_at",
        OFFICE: "title title_ur outcome budget_source audience output timeline why_dropped",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    label = models.CharField(max_length=20, blank=True)  # as the plan numbers it
    title = models.CharField(max_length=400)
    title_ur = models.CharField(max_length=400, blank=True)
    outcome = models.CharField(max_length=400, blank=True)
    kind = models.ForeignKey("codes.Code", models.PROTECT, related_name="+")  # vocabulary action_kind
    themes = codes()
    groups = codes()
    responsibility = models.CharField(
        max_length=12, choices=[(str(one), _(title)) for one, title in RESPONSIBILITY_TITLES.items()], blank=True
    )
    provinces = codes()
    lead = models.ForeignKey("institutions.Institution", models.PROTECT, null=True, related_name="+")
    support = codes()
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)  # null: no day was set
    timeline = models.CharField(max_length=120, blank=True)  # as the plan words it
    every = models.SmallIntegerField(default=3)  # months between two reports
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True)  # rupees; null: not stated, 0: none
    budget_source = models.CharField(max_length=200, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    output = models.CharField(max_length=300, blank=True)
    dropped_on = models.DateField(null=True)
    why_dropped = models.CharField(max_length=400, blank=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="action_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="action_ends_after_it_starts",
                condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")),
            ),
            models.CheckConstraint(name="action_reported_every", condition=Q(every__in=EVERY)),
            models.CheckConstraint(name="action_budget_not_negative", condition=Q(budget=None) | Q(budget__gte=0)),
            models.CheckConstraint(
                name="action_dropped_with_reason", condition=Q(dropped_on=None) | ~Q(why_dropped="")
            ),
            models.CheckConstraint(
                name="action_responsibility_known",
                condition=Q(responsibility__in=["", *(str(r) for r in Responsibility)]),
            ),
        ]
        indexes = [models.Index(fields=["custodian", "lead"], name="action_of_lead")]

    def __str__(self) -> str:
        return f"{self.label} {in_language(self.title, self.title_ur)}".strip()


class Answer(models.Model):
    """That an action answers one recommendation, one clause of a strategy, or is a part of one wider action."""

    sensitivity = {OPEN: "id custodian action recommendation clause wider made_by made_at"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="answers")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, related_name="answers")
    clause = models.UUIDField(null=True)  # of the package strategies, which stands above
    wider = models.ForeignKey(Action, models.PROTECT, null=True, related_name="parts")
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_to_one_thing",
                condition=Q(recommendation__isnull=False, clause=None, wider=None)
                | Q(recommendation=None, clause__isnull=False, wider=None)
                | Q(recommendation=None, clause=None, wider__isnull=False),
            ),
            models.CheckConstraint(name="answer_not_to_itself", condition=Q(wider=None) | ~Q(wider=F("action"))),
            models.UniqueConstraint(name="answer_to_recommendation_once", fields=["action", "recommendation"]),
            models.UniqueConstraint(name="answer_to_clause_once", fields=["action", "clause"]),
            models.UniqueConstraint(name="answer_to_action_once", fields=["action", "wider"]),
        ]
        indexes = [models.Index(fields=["clause"], name="answer_by_clause", condition=Q(clause__isnull=False))]

    def __str__(self) -> str:
        return f"{self.action_id} → {self.recommendation_id or self.clause or self.wider_id}"


class Milestone(models.Model):
    """A step of an action with its day."""

    sensitivity = {OPEN: "id custodian action due reached_on made_at", OFFICE: "title"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=300)
    due = models.DateField()
    reached_on = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="milestone_has_a_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return self.title


class Bottleneck(models.Model):
    """What holds an action up; of a kind, so that bottlenecks can be counted."""

    sensitivity = {OPEN: "id custodian action kind since solved_on made_by", OFFICE: "said solved_how"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="bottlenecks")
    kind = models.ForeignKey("codes.Code", models.PROTECT, related_name="+")  # vocabulary bottleneck
    said = models.CharField(max_length=500, blank=True)
    since = models.DateField()
    solved_on = models.DateField(null=True)
    solved_how = models.CharField(max_length=400, blank=True)
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bottleneck_solved_later", condition=Q(solved_on=None) | Q(solved_on__gte=F("since"))
            ),
            models.CheckConstraint(name="bottleneck_solved_somehow", condition=Q(solved_on=None) | ~Q(solved_how="")),
        ]
        indexes = [models.Index(fields=["custodian", "kind"], name="bottleneck_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.action_id}"


class Decision(models.Model):
    """What a task force decided: on which day, who does it until when, and what became of it."""

    sensitivity = {OPEN: "id custodian met_on lead due done_on action made_by made_at", OFFICE: "meeting said outcome"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    met_on = models.DateField()
    meeting = models.CharField(max_length=200)
    said = models.TextField()
    lead = models.ForeignKey("institutions.Institution", models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    outcome = models.CharField(max_length=400, blank=True)
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="decisions")
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="decision_says_something", condition=~Q(said="") & ~Q(meeting="")),
            models.CheckConstraint(name="decision_due_later", condition=Q(due=None) | Q(due__gte=F("met_on"))),
        ]

    def __str__(self) -> str:
        return self.said[:60]
