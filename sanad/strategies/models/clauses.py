"""What stands in a draft. `identity` is the same in every draft; the row is of one draft."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.strategies.models.strategy import Draft, in_language

DEEPEST = 6


class Clause(models.Model):
    """A theme, an outcome or a numbered part of a draft, in the order of the text; depth makes the tree."""

    class Kind(models.TextChoices):
        THEME = "theme", _("theme")
        OUTCOME = "outcome", _("outcome")
        CLAUSE = "clause", _("clause")

    sensitivity = {
        OPEN: "id custodian draft identity kind order depth dropped version",
        OFFICE: "number heading_en heading_ur text_en text_ur",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="clauses", db_index=False)
    identity = models.UUIDField(default=uuid7)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.CLAUSE)
    order = models.IntegerField()
    depth = models.SmallIntegerField(default=1)
    number = models.CharField(max_length=40, blank=True)
    heading_en = models.CharField(max_length=400, blank=True)
    heading_ur = models.CharField(max_length=400, blank=True)
    text_en = models.TextField(blank=True)
    text_ur = models.TextField(blank=True)
    dropped = models.BooleanField(default=False)  # struck out of this draft after it stood in it
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "identity"], name="a_clause_once_in_a_draft"),
            models.CheckConstraint(condition=Q(depth__gte=1, depth__lte=DEEPEST), name="clauses_have_a_depth"),
        ]
        indexes = [models.Index(fields=["draft", "order"], name="clauses_in_order")]

    def __str__(self) -> str:
        return " ".join(part for part in (self.number, self.heading or self.text[:60]) if part)

    @property
    def heading(self) -> str:
        """In the language of the page."""
        return in_language(self.heading_en, self.heading_ur)

    @property
    def text(self) -> str:
        """In the language of the page."""
        return in_language(self.text_en, self.text_ur)


class PlannedAction(models.Model):
    """A row of the action table: the columns of Khyber Pakhtunkhwa, and ours behind them.

    What is planned; carrying it out is an Action of the commitments.
    """

    sensitivity = {
        OPEN: "id custodian draft identity order theme outcome dropped version",
        OFFICE: "words_en words_ur agency_en agency_ur timeline_en timeline_ur indicator_en indicator_ur baseline"
        " target budget evidence",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="planned", db_index=False)
    identity = models.UUIDField(default=uuid7)
    order = models.IntegerField()
    theme = models.ForeignKey(Clause, models.SET_NULL, null=True, related_name="+")
    outcome = models.ForeignKey(Clause, models.SET_NULL, null=True, related_name="+")
    words_en = models.TextField(blank=True)
    words_ur = models.TextField(blank=True)
    agency_en = models.TextField(blank=True)
    agency_ur = models.TextField(blank=True)
    timeline_en = models.CharField(max_length=300, blank=True)
    timeline_ur = models.CharField(max_length=300, blank=True)
    indicator_en = models.TextField(blank=True)
    indicator_ur = models.TextField(blank=True)
    baseline = models.CharField(max_length=300, blank=True)
    target = models.CharField(max_length=300, blank=True)
    budget = models.CharField(max_length=300, blank=True)
    evidence = models.TextField(blank=True)
    dropped = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "identity"], name="an_action_once_in_a_draft"),
            models.CheckConstraint(condition=~Q(words_en="", words_ur=""), name="a_planned_action_says_what"),
        ]
        indexes = [models.Index(fields=["draft", "order"], name="planned_in_order")]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def words(self) -> str:
        """What is to be done, in the language of the page."""
        return in_language(self.words_en, self.words_ur)

    @property
    def agency(self) -> str:
        """Who is responsible, in the language of the page."""
        return in_language(self.agency_en, self.agency_ur)

    @property
    def timeline(self) -> str:
        """Until when, in the language of the page."""
        return in_language(self.timeline_en, self.timeline_ur)

    @property
    def indicator(self) -> str:
        """How it is measured, in the language of the page."""
        return in_language(self.indicator_en, self.indicator_ur)
