"""Judgements: append-only, each with who, when and why; undone by a further judgement, never by an edit."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.said import Batch, Report, code, custodian


class Judgement(models.Model):
    """What somebody decided about said rows, which are named by their roots, one nullable key per kind."""

    class Kind(models.TextChoices):
        SAME_EVENT = "same_event"  # two reports: another account of the event, or not
        SAME_ENTRY = "same_entry"  # two reports: the same entry twice; `other_report` is withdrawn
        SAME_PERSON = "same_person"  # two mentions
        VERIFICATION = "verification"  # an act, and with it its violation
        ATTRIBUTION = "attribution"  # an involvement
        CHOSEN = "chosen"  # which value counts where accounts differ
        WITHDRAWN = "withdrawn"  # a report entered in error
        UNDONE = "undone"  # an earlier judgement no longer holds

    class Verdict(models.TextChoices):
        SAME = "same"
        DIFFERENT = "different"
        UNSURE = "unsure"
        NEW = "new"
        UNDER_REVIEW = "under_review"
        VERIFIED = "verified"
        INCONCLUSIVE = "inconclusive"
        REJECTED = "rejected"
        HOLDS = "holds"

    sensitivity = {
        OPEN: "id custodian custodians batch made_at made_by kind verdict standard report other_report mention"
        " other_mention act involvement field value undoes",
        OFFICE: "why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = custodian(checked=True)  # of the office that judged
    custodians = ArrayField(models.IntegerField())  # who keeps the rows that were judged, and who judged
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="+", db_constraint=False)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    verdict = models.CharField(max_length=14, choices=Verdict.choices)
    why = models.CharField(max_length=500)
    standard = code(db_index=False)
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="judgements", db_constraint=False)
    other_report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+", db_constraint=False)
    mention = models.UUIDField(null=True, db_index=True)
    other_mention = models.UUIDField(null=True, db_index=True)
    act = models.UUIDField(null=True, db_index=True)
    involvement = models.UUIDField(null=True, db_index=True)
    field = models.CharField(max_length=20, blank=True)
    value = models.JSONField(null=True)
    undoes = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_constraint=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["same_event", "same_entry"], report__isnull=False, other_report__isnull=False)
                | Q(kind="same_person", mention__isnull=False, other_mention__isnull=False)
                | Q(kind="verification", act__isnull=False)
                | Q(kind="attribution", involvement__isnull=False)
                | Q(kind="chosen") & ~Q(field="") & (Q(mention__isnull=False) | Q(act__isnull=False))
                | Q(kind="withdrawn", report__isnull=False)
                | Q(kind="undone", undoes__isnull=False),
                name="a_judgement_names_what_it_judges",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_judgement_has_a_reason"),
            models.UniqueConstraint(
                fields=["undoes"], condition=Q(undoes__isnull=False), name="a_judgement_is_undone_once"
            ),
        ]
