"""What came in: batches, documents, reports with their revisions, and which papers were read on which day."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import code, custodian, days_in_order, institution


class Batch(models.Model):
    """Said rows that came in together and can be undone together."""

    class Kind(models.TextChoices):
        FILE = "file"
        FORM = "form"
        PACKAGE = "package"
        EDIT = "edit"  # one field changed for many reports

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

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None, undone_why="")
                | Q(undone_at__isnull=False) & ~Q(undone_why=""),
                name="a_batch_is_undone_for_a_reason",
            ),
        ]


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

    class Meta:
        constraints = [days_in_order("document", "dated_first", "dated_last")]


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
        indexes = [
            models.Index(
                fields=["-received_on", "-id"],
                include=["custodian", "source_kind", "batch", "made_by"],
                name="report_received",
            ),
            models.Index(fields=["made_by", "-id"], condition=Q(batch=None), name="report_typed_by"),
        ]


class Revision(models.Model):
    """One state of a report's own fields; the newest has no `until`. Its narrative is sealed (`of="revision"`)."""

    sensitivity = {
        OPEN: "id report custodian number until made_at made_by relays reliability fir_date police_station"
        " content_hash batch wording",
        OFFICE: "why summary fir_number sections listed",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(
        Report, models.PROTECT, related_name="revisions", db_constraint=False, db_index=False
    )  # its key and its index: one_revision_per_number, row_rights
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
    wording = models.UUIDField(null=True)  # the earlier revision whose sealed narrative holds on

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_revision_per_number"),
            models.UniqueConstraint(fields=["report"], condition=Q(until=None), name="one_current_revision"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until=F("number") + 1), name="a_revision_ends_with_the_next"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="revisions_count_from_one"),
        ]

    @property
    def sealed_in(self) -> UUID:
        """The row under which its narrative is sealed."""
        return self.wording or self.pk


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
