"""Events, persons and violations: computed by `rules.derive` from said rows and judgements, never edited.

Ids are those of the oldest said row (report, mention, act) that the row rests on. The link tables keep every
member, so an address of a merged event still finds it.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import custodian, custodians
from sanad.violations.models.said import KINDS


def taken(to: str, *, null: bool = True) -> models.ForeignKey:
    """A value taken over from a said row, where it was checked; checking it again made up half of a large import."""
    return models.ForeignKey(to, models.PROTECT, null=null, related_name="+", db_index=False, db_constraint=False)


class Event(models.Model):
    """What happened, put together from reports."""

    class State(models.TextChoices):
        """The state that all violations share, `mixed`, or `none` where nothing is alleged."""

        NONE = "none"
        NEW = "new"
        UNDER_REVIEW = "under_review"
        VERIFIED = "verified"
        INCONCLUSIVE = "inconclusive"
        REJECTED = "rejected"
        MIXED = "mixed"

    sensitivity = {
        OPEN: "id reference custodians happened happened_first happened_last sorted_on place district province"
        " accounts violations act_types source_kinds state withdrawn received_on rules_version",
        OFFICE: "title place_said",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True)
    custodians = custodians()
    title = models.CharField(max_length=200, blank=True)
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)
    sorted_on = models.DateField()  # first day, or the day of reporting where no date is stated
    place = taken("places.Place")
    place_said = models.CharField(max_length=200, blank=True)
    district = taken("places.Place")
    province = taken("places.Place")
    accounts = models.SmallIntegerField(default=1)
    violations = models.SmallIntegerField(default=0)
    act_types = ArrayField(models.IntegerField(), default=list)
    source_kinds = ArrayField(models.IntegerField(), default=list)
    state = models.CharField(max_length=14, choices=State.choices)
    withdrawn = models.BooleanField(default=False)
    received_on = models.DateField()
    rules_version = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn=True, accounts=0, violations=0) | Q(withdrawn=False, accounts__gte=1),
                name="an_event_without_accounts_is_withdrawn",
            ),
        ]
        indexes = [
            # Hold all that a list is narrowed by: what no index can serve under row security is read from them alone.
            models.Index(
                fields=["-sorted_on", "-id"],
                include=["custodians", "province", "district", "state", "act_types", "source_kinds", "withdrawn"],
                name="event_by_day",
            ),
            models.Index(
                fields=["province", "-sorted_on", "-id"],
                include=["custodians", "district", "state", "act_types", "source_kinds", "withdrawn"],
                name="event_in_province",
            ),
            models.Index(
                fields=["district", "-sorted_on", "-id"],
                include=["custodians", "province", "state", "act_types", "source_kinds", "withdrawn"],
                name="event_in_district",
            ),
            models.Index(
                fields=["state", "-sorted_on", "-id"],
                include=["custodians", "province", "district", "act_types", "source_kinds", "withdrawn"],
                name="event_in_state",
            ),
            # What waits, by how long.
            models.Index(
                fields=["state", "received_on", "id"],
                include=["custodians", "province", "withdrawn"],
                condition=Q(state__in=["new", "under_review", "mixed"]),
                name="event_waiting",
            ),
        ]


class Person(models.Model):
    """One human being, group or institution, put together from mentions."""

    sensitivity = {
        OPEN: "id custodians kind institution sex age_min age_max characteristics min_size best_size max_size"
        " toll_differs contradictory part_of status rules_version",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodians = custodians()
    kind = models.CharField(max_length=12)
    institution = taken("institutions.Institution")
    sex = taken("codes.Code")
    age_min = models.SmallIntegerField(null=True)
    age_max = models.SmallIntegerField(null=True)
    characteristics = ArrayField(models.IntegerField(), default=list)
    min_size = models.IntegerField(null=True)
    best_size = models.IntegerField(null=True)
    max_size = models.IntegerField(null=True)
    toll_differs = models.BooleanField(default=False)
    contradictory = models.BooleanField(default=False)
    part_of = models.UUIDField(null=True)  # the group's person
    status = taken("codes.Code")
    rules_version = models.SmallIntegerField()

    withheld = False  # as of a mention

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="group") | Q(kind__in=KINDS, min_size=1, best_size=1, max_size=1),
                name="who_is_no_group_is_one",
            ),
            models.CheckConstraint(condition=~Q(part_of=F("id")), name="no_group_is_part_of_itself"),
        ]
        indexes = [
            models.Index(fields=["part_of"], condition=Q(part_of__isnull=False), name="person_part_of"),
        ]


class Violation(models.Model):
    """One type of act against one person in one event: the unit that is counted."""

    sensitivity = {
        OPEN: "id custodians event person type means stated_reason kind_of_place happened happened_first"
        " happened_last place district province perpetrator_types state standard verified_on nobody differs"
        " rules_version",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodians = custodians()
    event = models.ForeignKey(Event, models.CASCADE, related_name="found", db_constraint=False, db_index=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="suffered", db_constraint=False)
    type = taken("codes.Code", null=False)
    means = taken("codes.Code")
    stated_reason = taken("codes.Code")
    kind_of_place = taken("codes.Code")
    happened = models.CharField(max_length=40, blank=True)
    happened_first = models.DateField(null=True)
    happened_last = models.DateField(null=True)
    place = taken("places.Place")
    district = taken("places.Place")
    province = taken("places.Place")
    perpetrator_types = ArrayField(models.IntegerField(), default=list)
    state = models.CharField(max_length=14)
    standard = taken("codes.Code")
    verified_on = models.DateField(null=True)
    nobody = models.BooleanField(default=False)  # a report says that none suffered it: zero, not unknown
    differs = ArrayField(models.CharField(max_length=20), default=list)  # fields on which accounts disagree
    rules_version = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "person", "type"], name="one_violation_per_person_and_type"),
        ]


class Account(models.Model):
    """Which event a report is an account of."""

    sensitivity = {OPEN: "report custodian event withdrawn"}

    report = models.OneToOneField(
        "violations.Report", models.CASCADE, primary_key=True, related_name="account", db_constraint=False
    )
    custodian = custodian()
    event = models.ForeignKey(Event, models.CASCADE, related_name="told_by", db_constraint=False)
    withdrawn = models.BooleanField(default=False)


class Alleged(models.Model):
    """That an institution is an alleged perpetrator in an event: in any account of it, written down for each account.

    Row security reads it: whoever is tied to the institution does not see the report.
    """

    sensitivity = {OPEN: "report institution custodian event"}

    pk = models.CompositePrimaryKey("report_id", "institution_id")
    report = models.ForeignKey(
        "violations.Report", models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    institution = models.ForeignKey(
        "institutions.Institution", models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    custodian = custodian()
    event = models.ForeignKey(Event, models.CASCADE, related_name="alleged", db_constraint=False)


class Identity(models.Model):
    """Which person a mention (by its root) describes."""

    sensitivity = {OPEN: "mention custodian person report"}

    mention = models.UUIDField(primary_key=True)
    custodian = custodian()
    report = models.ForeignKey("violations.Report", models.CASCADE, related_name="+", db_constraint=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="described_by", db_constraint=False)


class Ground(models.Model):
    """Which violation an act (by its root) is ground for."""

    sensitivity = {OPEN: "act custodian violation report"}

    act = models.UUIDField(primary_key=True)
    custodian = custodian()
    report = models.ForeignKey("violations.Report", models.CASCADE, related_name="+", db_constraint=False)
    violation = models.ForeignKey(Violation, models.CASCADE, related_name="grounds", db_constraint=False)
