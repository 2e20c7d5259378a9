"""Tables: each import with its mapping and what came of it, and what was found row by row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Import(models.Model):
    """A file that came in: where its original is, how it is read, how far it got and what came of it."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("uploaded")
        MAPPED = "mapped", _("columns chosen")
        CHECKED = "checked", _("checked")
        QUEUED = "queued", _("waiting to start")
        RUNNING = "running", _("running")
        DONE = "done", _("stored")
        FAILED = "failed", _("refused")
        CANCELLED = "cancelled", _("cancelled")
        INTERRUPTED = "interrupted", _("interrupted")
        UNDONE = "undone", _("undone")

    sensitivity = {
        OPEN: "id custodian target batch original size origin state rows rows_done reports revised unchanged refused"
        " warnings made_by made_at started_at ended_at cancel_asked checking file_destroyed_at",
        OFFICE: "file_name mapping found why changed file_destroyed_why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    target = models.CharField(max_length=16, default="reports")  # what its rows are: reports, recommendations
    batch = models.ForeignKey("violations.Batch", models.PROTECT, null=True, related_name="+", db_constraint=False)
    original = models.UUIDField(null=True)
    file_name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    origin = models.CharField(max_length=60, blank=True)  # the list, as its mapping names it
    mapping = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.UPLOADED)
    rows = models.IntegerField(null=True)  # null: not counted yet
    rows_done = models.IntegerField(default=0)
    reports = models.IntegerField(null=True)
    revised = models.IntegerField(null=True)
    unchanged = models.IntegerField(null=True)
    refused = models.IntegerField(null=True)
    warnings = models.IntegerField(null=True)
    found = models.JSONField(default=dict)  # code of a reason → how often
    changed = models.JSONField(default=list)  # references of reports that got a new revision
    why = models.JSONField(default=list)  # reasons why it was refused as a whole
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    checking = models.BooleanField(default=False)  # what waits or runs is the dry run, not the import

    file_destroyed_at = models.DateTimeField(null=True)
    file_destroyed_why = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["custodian", "-made_at"], name="import_by_time")]

    def __str__(self) -> str:
        return self.file_name


class ImportFinding(models.Model):
    """A refusal or a warning about one row; it never holds a value of a sealed column."""

    class Level(models.TextChoices):
        REFUSED = "refused", _("refused")
        WARNING = "warning", _("warning")

    sensitivity = {OPEN: "id imported custodian row level code", OFFICE: "sheet column sentence params"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    imported = models.ForeignKey(Import, models.CASCADE, related_name="findings")
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.IntegerField()
    column = models.CharField(max_length=120, blank=True)
    level = models.CharField(max_length=8, choices=Level.choices)
    code = models.CharField(max_length=60)
    sentence = models.TextField()  # English, the key of its translation
    params = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["imported", "row"], name="finding_by_row")]

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"
