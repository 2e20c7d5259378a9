"""What reports say of people and acts. Rows are added and closed, never overwritten.

A said row that a later revision corrects is closed (`until`) and followed by a new row with the same `root`;
judgements point to roots, so they outlive corrections. `root` of a first row is its own id. Which rows a root may
name (the same report's) is told to the database in `row_rights`.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import code, current_rows, custodian, days_in_order, place
from sanad.violations.models.received import Report

ROLES = ("victim", "perpetrator", "informant", "other")
KINDS = ("individual", "group", "institution")


class Mention(models.Model):
    """A person, a group or an institution as one report describes them; names and numbers are sealed."""

    class Role(models.TextChoices):
        VICTIM = "victim"
        ALLEGED_PERPETRATOR = "perpetrator"
        INFORMANT = "informant"
        OTHER = "other"

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual"
        GROUP = "group"
        INSTITUTION = "institution"

    sensitivity = {
        OPEN: "id root report custodian since until position role kind institution min_size best_size max_size"
        " part_of sex age_min age_max characteristics",
        OFFICE: "age_said occupation described",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="mentions", db_constraint=False, db_index=False)
    custodian = custodian()
    since = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    position = models.SmallIntegerField(default=0)
    role = models.CharField(max_length=12, choices=Role.choices)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.INDIVIDUAL)
    institution = models.ForeignKey(
        "institutions.Institution", models.PROTECT, null=True, related_name="+", db_index=False
    )
    min_size = models.IntegerField(null=True)
    best_size = models.IntegerField(null=True)
    max_size = models.IntegerField(null=True)
    part_of = models.UUIDField(null=True)  # root of the group that this mention is a member of
    sex = code(db_index=False)
    age_min = models.SmallIntegerField(null=True)
    age_max = models.SmallIntegerField(null=True)
    age_said = models.CharField(max_length=40, blank=True)
    occupation = models.CharField(max_length=80, blank=True)
    described = models.CharField(max_length=120, blank=True)  # "two passers-by"; never a name
    characteristics = ArrayField(models.IntegerField(), default=list)

    withheld = False  # of a row in memory: whoever reads it is not shown what it says (`queries.consent.veiled`)

    class Meta:
        constraints = [
            *current_rows("mention"),
            models.UniqueConstraint(fields=["report", "id", "custodian"], name="mention_of_its_report"),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="a_mention_has_a_role"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="a_mention_is_of_a_kind"),
            models.CheckConstraint(condition=~Q(part_of=F("root")), name="nobody_is_part_of_itself"),
            models.CheckConstraint(
                condition=Q(kind="group") | Q(min_size=None, best_size=None, max_size=None),
                name="only_groups_have_sizes",
            ),
            models.CheckConstraint(
                condition=Q(kind="institution", institution__isnull=False) | ~Q(kind="institution"),
                name="an_institution_is_named",
            ),
            models.CheckConstraint(
                condition=(Q(min_size=None) | Q(min_size__gte=0))
                & (Q(best_size=None) | Q(best_size__gte=0))
                & (Q(max_size=None) | Q(max_size__gte=0)),
                name="sizes_are_not_negative",
            ),
            models.CheckConstraint(
                condition=(Q(age_min=None) | Q(age_min__gte=0))
                & (Q(age_max=None) | Q(age_max__gte=0))
                & (Q(age_min=None) | Q(age_max=None) | Q(age_max__gte=F("age_min"))),
                name="ages_are_in_order",
            ),
        ]


class Act(models.Model):
    """One thing done to one mention, as that report says. Coordinates are sealed (`of="act"`)."""

    sensitivity = {
        OPEN: "id root report custodian since until position victim type means stated_reason kind_of_place happened"
        " happened_first happened_last place place_precision",
        OFFICE: "place_said happened_said",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="acts", db_constraint=False, db_index=False)
    custodian = custodian()
    since = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    position = models.SmallIntegerField(default=0)
    victim = models.UUIDField()  # root of the mention
    type = models.ForeignKey("codes.Code", models.PROTECT, related_name="+", db_index=False)
    means = code(db_index=False)
    stated_reason = code(db_index=False)
    kind_of_place = code(db_index=False)
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)
    place = place()
    place_precision = models.CharField(max_length=10, blank=True)
    place_said = models.CharField(max_length=200, blank=True)
    happened_said = models.CharField(max_length=80, blank=True)  # "last Friday of Ramzan"

    class Meta:
        constraints = [
            *current_rows("act"),
            models.UniqueConstraint(fields=["report", "id", "custodian"], name="act_of_its_report"),
            days_in_order("act"),
        ]


class Involvement(models.Model):
    """A mention, an institution or only a type of perpetrator that a report says did an act."""

    sensitivity = {
        OPEN: "id root report custodian since until act perpetrator institution type degree",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="involvements", db_constraint=False)
    custodian = custodian()
    since = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    act = models.UUIDField()  # root of the act
    perpetrator = models.UUIDField(null=True)  # root of the mention
    institution = models.ForeignKey(
        "institutions.Institution", models.PROTECT, null=True, related_name="+", db_index=False
    )
    type = code(db_index=False)
    degree = code(db_index=False)

    class Meta:
        constraints = [
            *current_rows("involvement"),
            models.CheckConstraint(
                condition=Q(perpetrator__isnull=False) | Q(institution__isnull=False) | Q(type__isnull=False),
                name="an_involvement_says_who_or_what",
            ),
        ]


class VictimStatus(models.Model):
    """Missing, held, released, injured, dead, …: dated, per report."""

    sensitivity = {
        OPEN: "id root report custodian since until mention status happened happened_first happened_last",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.PROTECT, related_name="statuses", db_constraint=False)
    custodian = custodian()
    since = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    mention = models.UUIDField()  # root of the mention
    status = models.ForeignKey("codes.Code", models.PROTECT, related_name="+", db_index=False)
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)

    class Meta:
        constraints = [*current_rows("status"), days_in_order("status")]
