"""Table: what somebody typed into a record and could not save, because somebody else had saved it meanwhile."""

from django.db import models
from django.db.models import Q

from sanad.accounts.models.offices import Office, User
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN


class KeptEdit(models.Model):
    """A draft of one user for one record, with the state that it began with.

    Where the record has sealed values the draft is sealed too (`of="kept_edit"`), and nothing of it stands here.
    """

    sensitivity = {OPEN: "id custodian user kind record at sealed", OFFICE: "address base typed"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey(Office, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    record = models.CharField(max_length=80)
    address = models.CharField(max_length=300)
    at = models.DateTimeField()
    sealed = models.BooleanField(default=False)
    base = models.JSONField(null=True)
    typed = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "record"], name="one_kept_edit_of_a_record"),
            models.CheckConstraint(
                condition=Q(sealed=True, base=None, typed=None) | Q(sealed=False, base__isnull=False),
                name="a_sealed_edit_is_nowhere_in_clear",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"
