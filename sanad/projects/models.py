"""Tables: projects, where they work, who takes part, what they reached."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OPEN
from sanad.projects.rules import FOCUS_TITLES, PART_TITLES, RESULT_TITLES, STATUS_TITLES

Word = TypeVar("Word", bound=StrEnum)


def choices(titles: Mapping[Word, str]) -> list[tuple[str, object]]:
    """An enumeration as Django's choices."""
    return [(str(key), _(title)) for key, title in titles.items()]


def in_language(english: str, urdu: str) -> str:
    """The text in the active language, else in the other."""
    return (urdu or english) if (get_language() or "en").startswith("ur") else (english or urdu)


class Project(models.Model):
    """A project as its own page shows it; that it exists and what it does is public knowledge."""

    sensitivity = {
        OPEN: "id reference custodian title_en title_ur status starts ends focus goals summary_en summary_ur"
        " objectives_en objectives_ur made_by made_at"
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    title_en = models.CharField(max_length=200, blank=True)
    title_ur = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=12, choices=choices(STATUS_TITLES))
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    focus = models.CharField(max_length=12, choices=choices(FOCUS_TITLES))
    goals = ArrayField(models.SmallIntegerField(), default=list)  # of sustainable development, 1 to 17
    summary_en = models.TextField(blank=True)
    summary_ur = models.TextField(blank=True)
    objectives_en = models.TextField(blank=True)  # one in a line
    objectives_ur = models.TextField(blank=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "custodian"], name="project_with_custodian"),
            models.CheckConstraint(condition=~Q(title_en="", title_ur=""), name="a_project_has_a_title"),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")), name="project_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(goals__contained_by=list(range(1, 18))), name="project_goals_are_known"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the active language, else in the other."""
        return in_language(self.title_en, self.title_ur)

    @property
    def summary(self) -> str:
        """The summary in the active language, else in the other."""
        return in_language(self.summary_en, self.summary_ur)

    @property
    def objectives(self) -> list[str]:
        """One by one, in the active language, else in the other."""
        return [
            line.strip() for line in in_language(self.objectives_en, self.objectives_ur).splitlines() if line.strip()
        ]


class Coverage(models.Model):
    """A place in which a project works."""

    sensitivity = {OPEN: "id project custodian place"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="coverage", db_constraint=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "place"], name="one_coverage_per_place")]


class Partner(models.Model):
    """An institution that takes part in a project."""

    sensitivity = {OPEN: "id project custodian institution part"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="partners", db_constraint=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=choices(PART_TITLES))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "institution", "part"], name="one_part_per_partner"),
        ]


class Result(models.Model):
    """What a project wants to reach, and how far it got; null is unknown, 0 is none."""

    sensitivity = {OPEN: "id project custodian kind title_en title_ur baseline target reached"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="results", db_constraint=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=choices(RESULT_TITLES))
    title_en = models.CharField(max_length=200, blank=True)
    title_ur = models.CharField(max_length=200, blank=True)
    baseline = models.IntegerField(null=True)
    target = models.IntegerField(null=True)
    reached = models.IntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(title_en="", title_ur=""), name="a_result_has_a_title")]

    @property
    def title(self) -> str:
        """The title in the active language, else in the other."""
        return in_language(self.title_en, self.title_ur)
