"""What came out of a gathering: materials and photographs, and what somebody has to do until when."""

from django.db import models
from django.db.models import Q

from sanad.gatherings.models.columns import choices, custodian, institution
from sanad.gatherings.models.plan import Gathering
from sanad.gatherings.rules.kinds import MATERIAL_TITLES, PHOTO_CONSENT_TITLES
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Material(models.Model):
    """One file. Its id is that of the original in the vault; the name that it bore is sealed (`of="material"`)."""

    sensitivity = {
        OPEN: "id gathering custodian kind consent sha256_sealed size media_type received_at made_by",
        OFFICE: "title",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="materials", db_constraint=False)
    custodian = custodian()
    kind = models.CharField(max_length=16, choices=choices(MATERIAL_TITLES))
    title = models.CharField(max_length=120, blank=True)
    consent = models.CharField(max_length=12, choices=choices(PHOTO_CONSENT_TITLES))
    sha256_sealed = models.CharField(max_length=64)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    received_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gte=0), name="material_has_a_size")]


class FollowUp(models.Model):
    """What was agreed to be done, by whom, until when."""

    sensitivity = {OPEN: "id gathering custodian institution due done_on made_by", OFFICE: "what owner done_note"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="follow_ups", db_constraint=False)
    custodian = custodian()
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120)
    institution = institution()
    due = models.DateField()
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=300, blank=True)
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(owner=""), name="a_follow_up_has_an_owner"),
        ]


class ListTaken(models.Model):
    """The list of participants left the house as a file: who took it, when, and why. Never changed."""

    sensitivity = {OPEN: "id gathering custodian lines at made_by", OFFICE: "why"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gathering = models.ForeignKey(Gathering, models.PROTECT, related_name="lists_taken", db_constraint=False)
    custodian = custodian()
    lines = models.IntegerField()
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_list_is_taken_for_a_reason")]
