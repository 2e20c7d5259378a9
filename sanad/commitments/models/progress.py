"""Tables: focal points, and what they report of a period. A report is never changed: a further one follows it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.commitments.models.deeds import Action
from sanad.commitments.rules.reported import STAGE_TITLES, VERDICT_TITLES, Stage, Verdict
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class FocalPoint(models.Model):
    """Who reports on the actions that one institution leads, without an account: by a signed link."""

    sensitivity = {OPEN: "id custodian institution language ended_on made_at", OFFICE: "name designation"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    designation = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="ur")
    ended_on = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="focal_point_named", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name


class Progress(models.Model):
    """How far an action got in one period, as somebody says; it counts once another person has validated it."""

    sensitivity = {
        OPEN: "id custodian action period first last stage percent spent focal_point link made_by made_at verdict"
        " validated_by validated_at language",
        OFFICE: "said evidence remark",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="progress")
    period = models.CharField(max_length=8)  # 2026-Q4
    first = models.DateField()
    last = models.DateField()
    stage = models.CharField(max_length=12, choices=[(str(one), _(title)) for one, title in STAGE_TITLES.items()])
    percent = models.SmallIntegerField(null=True)  # null: not stated
    said = models.TextField()
    evidence = models.CharField(max_length=400, blank=True)
    spent = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    language = models.CharField(max_length=2)
    focal_point = models.ForeignKey(FocalPoint, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey("accounts.Link", models.PROTECT, null=True, related_name="+")
    made_by = models.IntegerField(null=True)  # null: came by a link, or from the operator
    made_at = models.DateTimeField()
    verdict = models.CharField(
        max_length=9, choices=[(str(one), _(title)) for one, title in VERDICT_TITLES.items()], blank=True
    )  # empty: nobody has looked yet
    validated_by = models.IntegerField(null=True)
    validated_at = models.DateTimeField(null=True)
    remark = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="progress_stage_known", condition=Q(stage__in=[str(s) for s in Stage])),
            models.CheckConstraint(
                name="progress_percent", condition=Q(percent=None) | Q(percent__gte=0, percent__lte=100)
            ),
            models.CheckConstraint(name="progress_says_something", condition=~Q(said="")),
            models.CheckConstraint(
                name="progress_verdict_known",
                condition=Q(verdict="", validated_at=None)
                | Q(verdict__in=[str(v) for v in Verdict], validated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="progress_by_two",
                condition=Q(made_by=None) | Q(validated_by=None) | ~Q(made_by=F("validated_by")),
            ),
            models.CheckConstraint(
                name="progress_returned_with_reason", condition=~Q(verdict="returned") | ~Q(remark="")
            ),
        ]
        indexes = [
            models.Index(fields=["action", "-first", "-id"], name="progress_of_action"),
            models.Index(fields=["custodian"], name="progress_to_validate", condition=Q(verdict="")),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.action_id}"


class Evidence(models.Model):
    """What shows that something was done: where it is found, or the file itself.

    The id of a file is that of the original in the vault; the name that it bore is sealed (`of="action_evidence"`).
    """

    sensitivity = {
        OPEN: "id custodian action dated made_by made_at progress focal_point link sha256_sealed size media_type",
        OFFICE: "title found_at",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=300)
    found_at = models.CharField(max_length=300, blank=True)  # number of the document, file or address
    dated = models.CharField(max_length=40, blank=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()
    # Of a file. What came with a report counts once that is validated.
    progress = models.ForeignKey(Progress, models.CASCADE, null=True, related_name="files")
    focal_point = models.ForeignKey(FocalPoint, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey("accounts.Link", models.PROTECT, null=True, related_name="+")
    sha256_sealed = models.CharField(max_length=64, blank=True)
    size = models.BigIntegerField(null=True)  # null: there is no file here
    media_type = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="evidence_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="evidence_is_a_file_or_none",
                condition=Q(size=None, sha256_sealed="", media_type="")
                | (Q(size__gte=0) & ~Q(sha256_sealed="") & ~Q(media_type="")),
            ),
            models.CheckConstraint(
                name="evidence_by_link_of_a_report", condition=Q(link=None) | Q(progress__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title
