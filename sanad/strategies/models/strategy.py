"""A strategy, the stages it went through, its drafts, and what the public sees of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


def in_language(english: str, urdu: str) -> str:
    """The text in the language of the page, or in the other where there is none."""
    if (get_language() or "").startswith("ur"):
        return urdu or english
    return english or urdu


class Stage(models.TextChoices):
    """How far a strategy has come."""

    DRAFT = "draft", _("draft")
    CONSULTED = "consulted", _("consulted")
    VETTED = "vetted", _("vetted")
    CABINET = "cabinet", _("before the cabinet")
    NOTIFIED = "notified", _("notified")
    IN_FORCE = "in_force", _("in force")
    UNDER_REVIEW = "under_review", _("under review")


class Strategy(models.Model):
    """A provincial strategy: what it is called, whose it is, how far it has come."""

    sensitivity = {
        OPEN: "id custodian reference province first_year last_year stage stage_since made_at made_by",
        OFFICE: "title_en title_ur",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=30, unique=True)
    title_en = models.CharField(max_length=200, blank=True)
    title_ur = models.CharField(max_length=200, blank=True)
    province = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    first_year = models.SmallIntegerField(null=True)
    last_year = models.SmallIntegerField(null=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.DRAFT)
    stage_since = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["custodian", "-made_at"], name="strategy_by_time")]
        constraints = [
            models.CheckConstraint(condition=~Q(title_en="", title_ur=""), name="a_strategy_has_a_title"),
            models.CheckConstraint(
                condition=Q(first_year=None) | Q(last_year=None) | Q(last_year__gte=F("first_year")),
                name="a_strategy_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title_en, self.title_ur)


class StageChange(models.Model):
    """A strategy came to a stage: when, by which letter or meeting."""

    sensitivity = {OPEN: "id strategy custodian stage since made_at made_by", OFFICE: "why"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="stages")
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    stage = models.CharField(max_length=12, choices=Stage.choices)
    since = models.DateField()
    why = models.CharField(max_length=500)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.stage} {self.since}"


class Draft(models.Model):
    """One version of a strategy. The one that is based on it is its next draft."""

    class State(models.TextChoices):
        OPEN = "open", _("being written")
        CIRCULATED = "circulated", _("circulated")
        FINAL = "final", _("final")

    sensitivity = {
        OPEN: "id strategy custodian number based_on state language made_at made_by circulated_at final_at",
        OFFICE: "note file_name",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="drafts")
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    number = models.SmallIntegerField()
    based_on = models.OneToOneField("self", models.PROTECT, null=True, related_name="next_draft")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    language = models.CharField(max_length=2, default="en")  # in which it was written first
    note = models.CharField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    circulated_at = models.DateTimeField(null=True)
    final_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="drafts_are_numbered"),
            models.CheckConstraint(condition=Q(number__gte=1), name="drafts_are_numbered_from_one"),
            models.CheckConstraint(
                condition=Q(state="final", final_at__isnull=False) | (~Q(state="final") & Q(final_at=None)),
                name="a_final_draft_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.strategy} ({self.number})"


class Publication(models.Model):
    """What the public sees of a strategy in force: a copy that was frozen when it came into force.

    Not under row security: all of it is public. Nothing else of a strategy can be reached without signing in.
    """

    sensitivity = {OPEN: "id custodian reference content published_at published_by withdrawn_at"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=30)
    content = models.JSONField()
    published_at = models.DateTimeField()
    published_by = models.IntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reference"], condition=Q(withdrawn_at=None), name="one_publication_of_a_strategy"
            ),
        ]

    def __str__(self) -> str:
        return self.reference
