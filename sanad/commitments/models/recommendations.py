"""Tables: recommendations, one row for one part that one asker made, and clusters of like ones."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sanad.commitments.rules.asked import POSITION_TITLES, RESPONSIBILITY_TITLES, Position, Responsibility
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


def codes() -> ArrayField:
    """Numbers of codes, provinces or institutions; rows of those tables are never removed."""
    return ArrayField(models.IntegerField(), default=list, blank=True)


class Cluster(models.Model):
    """Recommendations that ask for the same."""

    sensitivity = {OPEN: "id custodian", OFFICE: "name"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="cluster_named_once", fields=["custodian", "name"]),
            models.CheckConstraint(name="cluster_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Recommendation(models.Model):
    """What one asker asked for in one part of one paragraph, in its own words.

    A paragraph of the UPR can hold parts of several states, each a row: both are counted. `source` names the document
    for filters (`upr-2012`); paragraph and letter say where in it.
    """

    sensitivity = {
        OPEN: "id custodian source kind asked_on asked_first paragraph letter position position_on follow_up grade"
        " themes groups rights targets responsibility provinces lead support cluster imported about_action point"
        " made_by made_at",
        OFFICE: "mechanism cycle document asked_by words language translation position_document note",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    source = models.CharField(max_length=60)
    kind = models.ForeignKey("codes.Code", models.PROTECT, related_name="+")  # vocabulary asker_kind
    mechanism = models.CharField(max_length=80, blank=True)
    cycle = models.CharField(max_length=80, blank=True)
    document = models.CharField(max_length=200, blank=True)
    asked_by = models.CharField(max_length=200)
    asked_on = models.CharField(max_length=40, blank=True)  # EDTF; empty: not stated
    asked_first = models.DateField(null=True)
    paragraph = models.CharField(max_length=40, blank=True)
    letter = models.CharField(max_length=20, blank=True)
    words = models.TextField()
    language = models.CharField(max_length=2, default="en")
    translation = models.TextField(blank=True)
    position = models.CharField(
        max_length=12, choices=[(str(one), _(title)) for one, title in POSITION_TITLES.items()], blank=True
    )  # empty: none was stated
    position_on = models.CharField(max_length=40, blank=True)
    position_document = models.CharField(max_length=200, blank=True)
    follow_up = models.BooleanField(default=False)  # a paragraph that the body follows up before the next report
    grade = models.CharField(max_length=3, blank=True)  # of the latest follow-up round
    themes = codes()
    groups = codes()
    rights = codes()
    targets = codes()  # vocabulary sdg_target
    responsibility = models.CharField(
        max_length=12, choices=[(str(one), _(title)) for one, title in RESPONSIBILITY_TITLES.items()], blank=True
    )
    provinces = codes()
    lead = models.ForeignKey("institutions.Institution", models.PROTECT, null=True, related_name="+")
    support = codes()
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, related_name="recommendations")
    note = models.TextField(blank=True)
    imported = models.UUIDField(null=True)  # the import that brought it, of the package exchange
    about_action = models.UUIDField(null=True)  # asked while looking at this action of ours
    point = models.UUIDField(null=True)  # the point of a workshop that it was accepted from, of the package strategies
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="recommendation_position_known", condition=Q(position__in=["", *(str(p) for p in Position)])
            ),
            models.CheckConstraint(
                name="recommendation_responsibility_known",
                condition=Q(responsibility__in=["", *(str(r) for r in Responsibility)]),
            ),
            models.CheckConstraint(name="recommendation_source_shape", condition=Q(source__regex=r"^[a-z0-9-]+$")),
            models.CheckConstraint(name="recommendation_has_words", condition=~Q(words="") & ~Q(asked_by="")),
            models.CheckConstraint(
                name="recommendation_position_dated",
                condition=~Q(position="") | Q(position_on="", position_document=""),
            ),
            models.UniqueConstraint(
                name="recommendation_part_once",
                fields=["custodian", "source", "paragraph", "letter"],
                condition=~Q(paragraph=""),
            ),
        ]
        indexes = [
            models.Index(fields=["custodian", "source", "paragraph"], name="recommendation_place"),
            models.Index(fields=["imported"], name="recommendation_import", condition=Q(imported__isnull=False)),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.mechanism or self.source, self.number) if part)

    @property
    def number(self) -> str:
        """Paragraph and letter as they are cited: 122.5(a)."""
        letter = self.letter.strip("()")
        return f"{self.paragraph}({letter})" if letter and self.paragraph else self.paragraph or letter
