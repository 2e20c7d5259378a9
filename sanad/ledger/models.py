"""The table of deeds."""

from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Deed(models.Model):
    """Something that somebody did. Never changed or removed; the application's role is not able to.

    Unnumbered on purpose: a running number would need a lock that every writing request waits for. A sequencer will
    number committed deeds into a Merkle tree; `commitment` is what its leaves will hold, so the deeds of today can
    join it, and `salt` can be destroyed where the link from a leaf to its content has to be.
    """

    sensitivity = {
        OPEN: "id at actor action object_kind object_id office salt commitment",
        OFFICE: "operator detail",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    actor = models.IntegerField(null=True)  # accounts.User, without a foreign key
    operator = models.CharField(max_length=64, blank=True)  # system user, where somebody worked on the command line
    action = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    office = models.IntegerField(null=True)
    detail = models.JSONField(default=dict)
    salt = models.BinaryField(max_length=16)
    commitment = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["object_kind", "object_id", "id"], name="deed_about"),
            models.Index(fields=["actor", "id"], name="deed_of"),
        ]
        constraints = [
            models.CheckConstraint(name="deed_action_shape", condition=models.Q(action__regex=r"^[a-z_]+\.[a-z_]+$")),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_kind} {self.object_id}"
