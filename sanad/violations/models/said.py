"""What sources say, as received. Rows are added and closed, never overwritten.

A said row that a later revision corrects is closed (`until`) and followed by a new row with the same `root`;
judgements point to roots, so they outlive corrections. `root` of a first row is its own id.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


def code(related: str = "+", **options: object) -> models.ForeignKey:
    """A coded value; null means that the source does not state it."""
    return models.ForeignKey("codes.Code", models.PROTECT, null=True, blank=True, related_name=related, **options)


def custodian(*, checked: bool = False) -> models.ForeignKey:
    """The office that keeps the row; row security reads it, only a transfer deed may change it.

    Rows that hang on a report need no check of their own: their key to it holds the custodian (`row_rights`).
    """
    return models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False, db_constraint=checked)


def place() -> models.ForeignKey:
    return models.ForeignKey("places.Place", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)


def institution() -> models.ForeignKey:
    return models.ForeignKey("institutions.Institution", models.PROTECT, null=True, blank=True, related_name="+")


class Batch(models.Model):
    """Said rows that came in together and can be undone together."""

    class Kind(models.TextChoices):
        FILE = "file"
        FORM = "form"
        PACKAGE = "package"

    sensitivity = {OPEN: "id reference custodian kind made_by made_at undone_at undone_by", OFFICE: "title undone_why"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True)
    custodian = custodian(checked=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=200)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.IntegerField(null=True)
    undone_why = models.CharField(max_length=500, blank=True)


class Document(models.Model):
    """What came in: clipping, letter, call, interview, file, form. The original is kept sealed in the vault."""

    sensitivity = {
        OPEN: "id custodian batch kind institution dated dated_first dated_last language original received_on",
        OFFICE: "title page",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = custodian(checked=True)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="documents")
    kind = code()
    institution = institution()
    title = models.CharField(max_length=300, blank=True)
    page = models.CharField(max_length=20, blank=True)
    dated = models.CharField(max_length=40, blank=True)
    dated_first = models.DateField(null=True)
    dated_last = models.DateField(null=True)
    language = code()
    original = models.UUIDField(null=True)
    received_on = models.DateField()


class Report(models.Model):
    """One source's account of one event."""

    sensitivity = {
        OPEN: "id reference custodian document batch source_kind source_institution channel language origin"
        " external_id received_on made_at made_by"
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True)
    custodian = custodian(checked=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="reports", db_constraint=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="reports", db_constraint=False)
    source_kind = models.ForeignKey("codes.Code", models.PROTECT, related_name="+", db_index=False)
    source_institution = institution()
    channel = code(db_index=False)
    language = code(db_index=False)
    origin = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=120, blank=True)
    received_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["custodian", "origin", "external_id"],
                condition=~Q(external_id=""),
                name="one_report_per_external_id",
            ),
            models.UniqueConstraint(fields=["id", "custodian"], name="report_with_custodian"),
        ]
        indexes = [models.Index(fields=["-received_on", "-id"], name="report_received")]


class Revision(models.Model):
    """One state of a report's own fields; the newest has no `until`. Its narrative is sealed (`of="revision"`)."""

    sensitivity = {
        OPEN: "id report custodian number until made_at made_by relays reliability fir_date police_station"
        " content_hash batch",
        OFFICE: "why summary fir_number sections listed",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, models.CASCADE, related_name="revisions", db_constraint=False)
    custodian = custodian()
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="+", db_constraint=False)
    number = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    why = models.CharField(max_length=300, blank=True)
    relays = code(db_index=False)
    reliability = code(db_index=False)
    summary = models.TextField(blank=True)
    fir_number = models.CharField(max_length=40, blank=True)
    fir_date = models.DateField(null=True)
    police_station = models.ForeignKey(
        "institutions.Institution", models.PROTECT, null=True, related_name="+", db_index=False
    )
    sections = models.CharField(max_length=200, blank=True)
    listed = models.JSONField(null=True)  # a list's columns per source: yes, no, not_applicable (never the same)
    content_hash = models.BinaryField(max_length=32)  # keyed: tells "unchanged" while the site is locked

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_revision_per_number"),
            models.UniqueConstraint(fields=["report"], condition=Q(until=None), name="one_current_revision"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=models.F("number")), name="revision_ends_later"
            ),
        ]


def current_rows(name: str) -> list[models.BaseConstraint]:
    """Constraints shared by said rows that corrections follow: one open row per root, an end after the start."""
    return [
        models.UniqueConstraint(fields=["root"], condition=Q(until=None), name=f"one_current_{name}"),
        models.CheckConstraint(condition=Q(until=None) | Q(until__gt=models.F("since")), name=f"{name}_ends_later"),
    ]


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
    report = models.ForeignKey(Report, models.CASCADE, related_name="mentions", db_constraint=False)
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

    class Meta:
        constraints = [
            *current_rows("mention"),
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
        ]


class Act(models.Model):
    """One thing done to one mention, as that report says. Coordinates are sealed (`of="act"`)."""

    sensitivity = {
        OPEN: "id root report custodian since until position victim type means stated_reason kind_of_place happened"
        " happened_first happened_last place place_precision",
        OFFICE: "place_said",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.CASCADE, related_name="acts", db_constraint=False)
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

    class Meta:
        constraints = current_rows("act")


class Involvement(models.Model):
    """A mention, an institution or only a type of perpetrator that a report says did an act."""

    sensitivity = {
        OPEN: "id root report custodian since until act perpetrator institution type degree",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    root = models.UUIDField()
    report = models.ForeignKey(Report, models.CASCADE, related_name="involvements", db_constraint=False)
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
    report = models.ForeignKey(Report, models.CASCADE, related_name="statuses", db_constraint=False)
    custodian = custodian()
    since = models.SmallIntegerField(default=1)
    until = models.SmallIntegerField(null=True)
    mention = models.UUIDField()  # root of the mention
    status = models.ForeignKey("codes.Code", models.PROTECT, related_name="+", db_index=False)
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)

    class Meta:
        constraints = current_rows("status")


class CoverageDay(models.Model):
    """That a paper or channel was read on a day, also when nothing was found; completeness notes rest on it."""

    sensitivity = {OPEN: "id custodian institution day found read_by read_at"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = custodian(checked=True)
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, related_name="+")
    day = models.DateField()
    found = models.SmallIntegerField(null=True)
    read_by = models.IntegerField(null=True)
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["custodian", "institution", "day"], name="one_coverage_per_day"),
        ]
