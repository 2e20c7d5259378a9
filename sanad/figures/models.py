"""Tables: snapshots (their rows lie in files), saved tables with their versions, and what was taken out."""

from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Snapshot(models.Model):
    """A frozen state of everything that can be counted. Its id says what is in it; the rows lie in a folder."""

    sensitivity = {OPEN: "id made_at confirmed_at made_by moment reports events violations cited_at versions"}

    id = models.CharField(primary_key=True, max_length=20, editable=False)
    made_at = models.DateTimeField()
    confirmed_at = models.DateTimeField()  # when the records were last found to be these
    made_by = models.IntegerField(null=True)
    moment = models.CharField(max_length=200)  # tells whether anything changed since, without reading the rows
    reports = models.IntegerField()
    events = models.IntegerField()
    violations = models.IntegerField()
    cited_at = models.DateTimeField(null=True)  # a cited snapshot is kept for good
    versions = models.JSONField()  # of the file layout, codes, places and rules

    class Meta:
        get_latest_by = "confirmed_at"
        indexes = [models.Index(fields=["-confirmed_at"], name="snapshot_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(id__regex=r"^[0-9a-f]{20}$"), name="snapshot_id_is_a_hash"),
        ]

    def __str__(self) -> str:
        return self.id


class SavedTable(models.Model):
    """A request with a name, at an office. Changing it makes a new version; old versions stay."""

    sensitivity = {OPEN: "id key custodian version made_at made_by request snapshot replaced_at", OFFICE: "name note"}

    id = models.AutoField(primary_key=True)
    key = models.UUIDField()  # the same for all versions
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    version = models.SmallIntegerField(default=1)
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=500, blank=True)
    request = models.JSONField()
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="cited_by")  # on which it was first counted
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_saved_table_per_version"),
            models.UniqueConstraint(fields=["key"], condition=Q(replaced_at=None), name="one_current_saved_table"),
            models.CheckConstraint(condition=~Q(name=""), name="a_saved_table_has_a_name"),
            models.CheckConstraint(
                condition=Q(replaced_at=None) | Q(replaced_at__gte=F("made_at")), name="saved_table_replaced_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"


class TakenOut(models.Model):
    """A table that left the house as a file: who took it, when, and why. Never changed."""

    class Kind(models.TextChoices):
        CSV = "csv"
        XLSX = "xlsx"
        RETURN = "return"

    sensitivity = {OPEN: "id custodian kind snapshot saved cells at made_by", OFFICE: "title why"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")  # of who took it
    kind = models.CharField(max_length=6, choices=Kind.choices)
    title = models.CharField(max_length=300)  # what the file says that it counts
    snapshot = models.CharField(max_length=20)  # no key: an uncited snapshot expires, the deed stays
    saved = models.UUIDField(null=True)  # key of the saved table that a return was made of
    cells = models.IntegerField()
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["custodian", "-at"], name="taken_out_newest")]
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="taken_out_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.snapshot}"


class PublishedTable(models.Model):
    """A table that somebody printed, as it was printed. Changing it makes a new version; old versions stay.

    Printed for everybody, so whoever may count may read it; only the office that entered it changes it.
    """

    sensitivity = {
        OPEN: "id key custodian version name title printed_by printed_on source note classification made_at made_by "
        "replaced_at"
    }

    id = models.AutoField(primary_key=True)
    key = models.UUIDField()  # the same for all versions
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    version = models.SmallIntegerField(default=1)
    name = models.CharField(max_length=60)  # short, as in the file it came from: T2
    title = models.CharField(max_length=300, blank=True)
    printed_by = models.CharField(max_length=200, blank=True)
    printed_on = models.CharField(max_length=40, blank=True)  # as precise as known
    source = models.CharField(max_length=500, blank=True)  # where it can be read
    note = models.CharField(max_length=500, blank=True)
    classification = models.CharField(max_length=60, blank=True)  # the official list whose categories it prints
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    replaced_at = models.DateTimeField(null=True)  # also where it was taken away: then no version is current

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_published_table_per_version"),
            models.UniqueConstraint(fields=["key"], condition=Q(replaced_at=None), name="one_current_published_table"),
            models.UniqueConstraint(
                fields=["custodian", "name"], condition=Q(replaced_at=None), name="one_published_table_of_a_name"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_published_table_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"


class PublishedFigure(models.Model):
    """One figure of a printed table. Totals are figures too, kept apart from their parts and never corrected."""

    class Role(models.TextChoices):
        CELL = "cell"
        AREA_TOTAL = "area_total"
        CATEGORY_TOTAL = "category_total"
        PERIOD_TOTAL = "period_total"
        GRAND_TOTAL = "grand_total"

    sensitivity = {OPEN: "id custodian table position area category period measure value role"}

    id = models.BigAutoField(primary_key=True)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    table = models.ForeignKey(PublishedTable, models.PROTECT, related_name="figures")
    position = models.SmallIntegerField()
    area = models.CharField(max_length=200)
    category = models.CharField(max_length=200)
    period = models.CharField(max_length=60)  # as printed; read again whenever it is needed
    measure = models.CharField(max_length=200)
    value = models.IntegerField(null=True)  # null: the source leaves it out
    role = models.CharField(max_length=16, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "position"], name="one_published_figure_per_place"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=0), name="a_published_figure_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["cell", "area_total", "category_total", "period_total", "grand_total"]),
                name="published_role_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, {self.category}, {self.period}: {self.value}"
