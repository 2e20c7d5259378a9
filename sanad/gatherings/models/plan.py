"""The plan of a gathering: what, when, where, with whom; agenda and invitations."""

from django.db import models
from django.db.models import F, Q

from sanad.gatherings.models.columns import choices, custodian, institution, place
from sanad.gatherings.rules.kinds import ANSWER_TITLES, KIND_TITLES, SEAT_TITLES, STATE_TITLES, Answer, State
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.projects.models import in_language


class Gathering(models.Model):
    """A workshop, training or lobbying meeting that an office holds."""

    sensitivity = {
        OPEN: "id reference custodian kind state first_day last_day begins place partner project made_by made_at"
        " minutes_by minutes_at",
        OFFICE: "title_en title_ur purpose venue minutes",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(KIND_TITLES))
    state = models.CharField(max_length=12, choices=choices(STATE_TITLES), default=State.PLANNED)
    title_en = models.CharField(max_length=200, blank=True)
    title_ur = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    begins = models.TimeField(null=True)
    place = place()
    venue = models.CharField(max_length=200, blank=True)
    partner = institution()
    project = models.ForeignKey("projects.Project", models.PROTECT, null=True, related_name="+")
    minutes = models.TextField(blank=True)
    minutes_by = models.IntegerField(null=True)
    minutes_at = models.DateTimeField(null=True)
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["custodian", "-first_day"], name="gathering_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["id", "custodian"], name="gathering_with_custodian"),
            models.CheckConstraint(condition=~Q(title_en="", title_ur=""), name="a_gathering_has_a_title"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="gathering_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title in the active language, else in the other."""
        return in_language(self.title_en, self.title_ur)


class AgendaItem(models.Model):
    """A line of the agenda."""

    sensitivity = {OPEN: "id gathering custodian day begins institution", OFFICE: "title speaker"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="agenda", db_constraint=False)
    custodian = custodian()
    day = models.DateField()
    begins = models.TimeField(null=True)
    title = models.CharField(max_length=200)
    speaker = models.CharField(max_length=120, blank=True)
    institution = institution()


class Invitation(models.Model):
    """Seats offered to an institution."""

    sensitivity = {OPEN: "id gathering custodian institution seat seats answer", OFFICE: "note"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="invitations", db_constraint=False)
    custodian = custodian()
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, related_name="+")
    seat = models.CharField(max_length=16, choices=choices(SEAT_TITLES))
    seats = models.SmallIntegerField(default=1)
    answer = models.CharField(max_length=8, choices=choices(ANSWER_TITLES), default=Answer.NONE)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "institution", "seat"], name="one_invitation_per_seat"),
            models.CheckConstraint(condition=Q(seats__gte=1, seats__lte=500), name="an_invitation_offers_seats"),
        ]
