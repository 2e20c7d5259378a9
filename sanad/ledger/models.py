"""Tables: deeds, leaves and checkpoints of the tree over them, and the history of rows that are edited in place."""

from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class Deed(models.Model):
    """Something that somebody did. Never changed or removed; the application's role is not able to.

    Unnumbered on purpose: a running number would need a lock that every writing request waits for. A sequencer
    numbers committed deeds into a Merkle tree (`Leaf`); `commitment` is what its leaves hold, and `salt` is drawn anew
    where the link from a leaf to its content has to be destroyed (`ledger.actions.forget`).
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


class Leaf(models.Model):
    """A deed's place in the tree. Written by the database function `ledger_number` alone, which holds the only lock."""

    sensitivity = {OPEN: "position deed hash"}

    position = models.BigIntegerField(primary_key=True)  # 0, 1, 2, ... without a gap
    deed = models.UUIDField(unique=True)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.position}: {self.deed}"


class Waiting(models.Model):
    """A committed deed that has no leaf yet. A trigger writes it with the deed, so it cannot be forgotten."""

    sensitivity = {OPEN: "deed"}

    deed = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return str(self.deed)


class Checkpoint(models.Model):
    """A signed note over the tree at one moment, as it was made. What others hold of it is what counts."""

    sensitivity = {OPEN: "number at size root note made_by"}

    number = models.IntegerField(primary_key=True)
    at = models.DateTimeField()
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="checkpoints_count_from_one", condition=models.Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.size} leaves"


class Change(models.Model):
    """A row that is edited in place was changed or removed: who, why, old and new values of what changed.

    Written by a trigger (`sanad.ledger.history`); the application's role cannot write, change or remove it.
    """

    class Deed(models.TextChoices):
        CHANGED = "changed"
        REMOVED = "removed"

    sensitivity = {OPEN: "id at kind row deed who custodian", OFFICE: "operator why before after"}

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=63)  # the table
    row = models.CharField(max_length=64)
    deed = models.CharField(max_length=8, choices=Deed.choices)
    who = models.IntegerField(null=True)  # accounts.User, without a foreign key
    operator = models.CharField(max_length=64, blank=True)
    why = models.CharField(max_length=500, blank=True)
    custodian = models.IntegerField(null=True)  # row security, where the row has one
    before = models.JSONField()
    after = models.JSONField(null=True)  # none where the row was removed

    class Meta:
        indexes = [models.Index(fields=["kind", "row", "-id"], name="change_of_row")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.row} {self.deed}"
