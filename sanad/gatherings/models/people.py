"""Who came: participants as they signed in, what was judged of two of them, and the groups in which they worked.

A participant is one line of one gathering's list. `person` is the same for all lines of one human being: the id of the
oldest line, put together from the judgements `SameParticipant`. It never leads to a person of a report.
"""

from django.db import models
from django.db.models import F, Q

from sanad.gatherings.models.columns import choices, custodian, institution, place
from sanad.gatherings.models.plan import Gathering
from sanad.gatherings.rules.kinds import CONSENT_TITLES, GROUP_PART_TITLES, SEAT_TITLES, Came, Consent, GroupPart
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.projects.models import in_language


class Participant(models.Model):
    """Somebody who came. What they need (a ramp, an interpreter) is sealed under the id in `needs`."""

    sensitivity = {
        OPEN: "id gathering custodian person institution seat sex district named photographed came form signed_at"
        " made_by withdrawn_at withdrawn_by erased_at",
        OFFICE: "name affiliation designation needs withdrawn_why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="participants", db_constraint=False)
    custodian = custodian()
    person = models.UUIDField(db_index=True)
    name = models.CharField(max_length=120)
    affiliation = models.CharField(max_length=200, blank=True)  # as they wrote it
    institution = institution()  # where that is one of the list
    designation = models.CharField(max_length=120, blank=True)
    seat = models.CharField(max_length=16, choices=choices(SEAT_TITLES), blank=True)  # empty: not stated
    sex = models.ForeignKey("codes.Code", models.PROTECT, null=True, related_name="+", db_index=False)
    district = place()
    named = models.CharField(max_length=12, choices=choices(CONSENT_TITLES), default=Consent.NOT_ASKED)
    photographed = models.CharField(max_length=12, choices=choices(CONSENT_TITLES), default=Consent.NOT_ASKED)
    needs = models.UUIDField(null=True)  # in the vault, `of` being `participant`; null: nothing was said
    came = models.CharField(max_length=8, choices=[(str(one), str(one)) for one in Came])
    form = models.UUIDField()  # the form that was sent: sent twice, it is the same line
    signed_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.IntegerField(null=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)
    erased_at = models.DateTimeField(null=True)  # nothing is left but what is counted

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "form"], name="one_participant_per_form"),
            models.UniqueConstraint(fields=["id", "custodian"], name="participant_with_custodian"),
            models.CheckConstraint(
                condition=Q(erased_at=None) & ~Q(name="")
                | Q(erased_at__isnull=False, name="", affiliation="", designation="", institution=None, needs=None),
                name="a_participant_has_a_name_or_was_erased",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_why="") | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why=""),
                name="a_participant_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class SameParticipant(models.Model):
    """Somebody of the office judged whether two lines are one human being; undone by setting `undone_at`."""

    sensitivity = {OPEN: "id custodian one other same made_by made_at undone_by undone_at"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    one = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False)
    other = models.ForeignKey(Participant, models.PROTECT, related_name="+", db_constraint=False)
    same = models.BooleanField()
    made_by = models.IntegerField(null=True)
    made_at = models.DateTimeField()
    undone_by = models.IntegerField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"], condition=Q(undone_at=None), name="two_participants_are_judged_once"
            ),
            models.CheckConstraint(condition=Q(other__gt=F("one")), name="participants_are_judged_in_order"),
        ]


class Group(models.Model):
    """A group of a workshop: its name and its members. What it said belongs to the strategy."""

    sensitivity = {OPEN: "id gathering custodian number name_en name_ur"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="groups", db_constraint=False)
    custodian = custodian()
    number = models.SmallIntegerField()
    name_en = models.CharField(max_length=200, blank=True)
    name_ur = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="one_group_per_number"),
            models.UniqueConstraint(fields=["id", "custodian"], name="group_with_custodian"),
            models.CheckConstraint(condition=~Q(name_en="", name_ur=""), name="a_group_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language, else in the other."""
        return in_language(self.name_en, self.name_ur)


class GroupMember(models.Model):
    """A participant in a group."""

    sensitivity = {OPEN: "id group custodian participant part"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    group = models.ForeignKey(Group, models.CASCADE, related_name="members", db_constraint=False)
    custodian = custodian()
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="groups", db_constraint=False)
    part = models.CharField(max_length=12, choices=choices(GROUP_PART_TITLES), default=GroupPart.MEMBER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "participant"], name="one_part_per_group_member")]
