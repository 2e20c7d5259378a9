"""Tables: indicators, their targets by year, and their readings. A reading is never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sanad.commitments.models.deeds import Action
from sanad.commitments.models.recommendations import codes
from sanad.commitments.rules.measured import KIND_TITLES, LIVE_TITLES, IndicatorKind, Live
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.projects.models import in_language


class Indicator(models.Model):
    """How something is measured. A live one is counted from the violations by a saved table; others are typed in.

    A live indicator is a share (`part` of what the table counts), or a plain count that stands beside coverage and
    has no light. `table` and `table_version` name the saved table: its definition at that version.
    """

    sensitivity = {
        OPEN: "id custodian label kind unit upwards baseline baseline_year live table table_version part action"
        " themes ended_on made_by made_at",
        OFFICE: "name name_ur definition disaggregation source no_baseline_why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    label = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=300)
    name_ur = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=[(str(one), _(title)) for one, title in KIND_TITLES.items()])
    definition = models.TextField()
    unit = models.CharField(max_length=60)
    upwards = models.BooleanField(default=True)  # more is better
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    baseline_year = models.SmallIntegerField(null=True)
    no_baseline_why = models.CharField(max_length=300, blank=True)  # targets without a baseline, as said
    disaggregation = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300)
    live = models.CharField(
        max_length=5, choices=[(str(one), _(title)) for one, title in LIVE_TITLES.items()], blank=True
    )  # empty: typed in
    table = models.UUIDField(null=True)
    table_version = models.SmallIntegerField(null=True)
    part = ArrayField(models.CharField(max_length=200), default=list, blank=True)  # filters of the part, as addresses
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="indicators")
    themes = codes()
    ended_on = models.DateField(null=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="indicator_kind_known", condition=Q(kind__in=[str(k) for k in IndicatorKind])),
            models.CheckConstraint(
                name="indicator_defined", condition=~Q(name="") & ~Q(definition="") & ~Q(unit="") & ~Q(source="")
            ),
            models.CheckConstraint(
                name="indicator_live_has_table",
                condition=Q(live="", table=None, table_version=None)
                | Q(live__in=[str(one) for one in Live], table__isnull=False, table_version__isnull=False),
            ),
            models.CheckConstraint(
                name="indicator_share_rises", condition=~Q(live="share") | Q(upwards=True) & ~Q(part=[])
            ),
            models.CheckConstraint(
                name="indicator_baseline_has_year",
                condition=Q(baseline=None, baseline_year=None) | Q(baseline__isnull=False, baseline_year__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {in_language(self.name, self.name_ur)}".strip()


class Target(models.Model):
    """What an indicator should have reached at the end of a year."""

    sensitivity = {OPEN: "id custodian indicator year value"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="goals")
    year = models.SmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="target_once_a_year", fields=["indicator", "year"]),
            models.CheckConstraint(name="target_year", condition=Q(year__gte=1990, year__lte=2100)),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.value}"


class Reading(models.Model):
    """One value of an indicator: counted on a snapshot, or typed in with its document."""

    sensitivity = {
        OPEN: "id custodian indicator on value part whole unstated snapshot table_version days_read made_by made_at",
        OFFICE: "document",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="readings")
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)  # null: nothing to take a share of
    part = models.IntegerField(null=True)
    whole = models.IntegerField(null=True)
    unstated = models.JSONField(default=dict)  # dimension → how many are not stated: how complete it is
    snapshot = models.CharField(max_length=20, blank=True)
    table_version = models.SmallIntegerField(null=True)
    days_read = models.IntegerField(null=True)  # coverage beside it: papers × days read in the year before
    document = models.CharField(max_length=300, blank=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reading_counted_or_documented",
                condition=~Q(snapshot="") & Q(table_version__isnull=False) & Q(document="")
                | Q(snapshot="", part=None, whole=None, value__isnull=False) & ~Q(document=""),
            ),
            models.CheckConstraint(
                name="reading_part_within_whole", condition=Q(part=None) | Q(whole=None) | Q(part__lte=F("whole"))
            ),
            models.UniqueConstraint(
                name="reading_once_a_snapshot",
                fields=["indicator", "snapshot", "table_version"],
                condition=~Q(snapshot=""),
            ),
        ]
        indexes = [models.Index(fields=["indicator", "-made_at"], name="reading_newest")]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.on}: {self.value}"
